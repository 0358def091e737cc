package io.herald.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares what is drawn with what was looked at and found good. */
public final class GoldenFiles {
  private final Path home;

  /**
   * @param room whose resources keep the files, as {@code chat/slack}
   */
  public GoldenFiles(String room) {
    home = Path.of("src/test/resources/io/herald", room);
  }

  /** Started with {@code -Dherald.golden=write}, writes the file instead; then look at the diff. */
  public void check(String name, String json) {
    Path file = home.resolve(name + ".json");
    String now = json + "\n";
    try {
      if ("write".equals(System.getProperty("herald.golden"))) {
        Files.createDirectories(home);
        Files.writeString(file, now);
      }
      assertThat(now).isEqualTo(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
