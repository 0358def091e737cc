package io.herald;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules of src/site/markdown/architecture.md that bytecode does not show. */
class SourcesTest {
  private static final Path MAIN = Path.of("src/main/java/io/herald");
  private static final Path TESTS = Path.of("src/test/java/io/herald");

  /** Where a stranger's code calls ours or ours a stranger's: anything may come out of it. */
  private static final List<String> EDGES =
      List.of("", "web", "sandbox", "command", "chat/slack", "chat/teams");

  private static final Pattern CATCH_ALL =
      Pattern.compile("catch \\((final )?(Exception|Throwable)\\b");
  private static final Pattern EMPTY_NAME =
      Pattern.compile(".*(Util|Utils|Helper|Service|Manager|Dto|Impl)\\.java");

  @Test
  void no_file_has_more_than_400_lines_because_a_noun_is_hiding_in_it() throws IOException {
    var tooLong = new TreeMap<Path, Integer>();
    for (Path file : sources(MAIN, TESTS)) {
      int lines = Files.readAllLines(file).size();
      if (lines > 400) {
        tooLong.put(file, lines);
      }
    }
    assertThat(tooLong).isEmpty();
  }

  @Test
  void everything_is_caught_only_at_the_edges_because_elsewhere_it_hides_a_bug()
      throws IOException {
    for (Path file : sources(MAIN)) {
      String room = MAIN.relativize(file.getParent()).toString();
      boolean edge = EDGES.stream().anyMatch(e -> room.equals(e) || room.startsWith(e + "/"));
      if (!edge) {
        assertThat(CATCH_ALL.matcher(Files.readString(file)).find()).as(file.toString()).isFalse();
      }
    }
  }

  @Test
  void every_room_says_what_it_keeps_and_has_no_unmarked_nulls() throws IOException {
    for (Path directory : sources(MAIN).stream().map(Path::getParent).distinct().toList()) {
      Path info = directory.resolve("package-info.java");
      assertThat(info).exists();
      assertThat(Files.readString(info))
          .as(info.toString())
          .startsWith("/**")
          .contains("@NullMarked");
    }
  }

  @Test
  void a_name_says_what_a_thing_is_and_not_that_it_is_one() throws IOException {
    assertThat(sources(MAIN)).noneMatch(file -> EMPTY_NAME.matcher(file.toString()).matches());
  }

  private static List<Path> sources(Path... roots) throws IOException {
    var all = Stream.<Path>empty();
    for (Path root : roots) {
      try (var files = Files.walk(root)) {
        all =
            Stream.concat(all, files.filter(f -> f.toString().endsWith(".java")).toList().stream());
      }
    }
    List<Path> found = all.toList();
    assertThat(found).isNotEmpty();
    return found;
  }
}
