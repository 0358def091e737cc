package io.herald.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.backup.Restore;
import io.herald.settings.Settings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class HeraldCommandTest {
  private static final Data NO_DATA = new NoData();

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void help_names_every_command() {
    assertThat(run(Map.of(), "--help")).isZero();
    assertThat(out.toString()).contains("serve", "manifest", "78");
  }

  @Test
  void version_says_which() {
    assertThat(run(Map.of(), "--version")).isZero();
    assertThat(out.toString()).startsWith("Herald ");
  }

  @Test
  void a_typo_is_helped() {
    assertThat(run(Map.of(), "sreve")).isEqualTo(2);
    assertThat(err.toString()).contains("serve");
  }

  @Test
  void the_manifest_needs_the_address_and_nothing_else() {
    assertThat(run(Map.of("HERALD_PUBLIC_URL", "https://herald.example.com/"), "manifest", "slack"))
        .isZero();
    assertThat(out.toString()).contains("url: https://herald.example.com/slack/events");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void the_manifest_without_an_address_says_what_is_missing() {
    assertThat(run(Map.of(), "manifest", "slack")).isEqualTo(78);
    assertThat(err.toString()).contains("HERALD_PUBLIC_URL: is missing");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void a_restore_over_what_cannot_be_saved_says_how_to_go_on(@TempDir Path directory)
      throws IOException {
    Path file = Files.writeString(directory.resolve("one.backup"), "");
    Map<String, String> environment = Map.of("HERALD_DATA", directory.toString());
    Data broken =
        new Data() {
          @Override
          public Opened open(Settings settings) {
            throw new AssertionError("No data was to be opened");
          }

          @Override
          public Restore.Restored restore(Settings settings, Path backup, boolean evenUnsaved)
              throws IOException {
            if (!evenUnsaved) {
              throw new Restore.NotSaved(new IOException("no such table"));
            }
            return new Restore.Restored(Instant.parse("2027-03-01T02:00:00Z"), Optional.empty());
          }
        };

    assertThat(on(environment, broken).execute("restore", file.toString())).isEqualTo(1);
    assertThat(err.toString()).contains("no such table", "Nothing was changed", "--without-saving");
    assertThat(on(environment, broken).execute("restore", file.toString(), "--without-saving"))
        .isZero();
    assertThat(out.toString()).contains("Restored as of 2027-03-01");
  }

  @Test
  void a_start_that_fails_says_why_and_exits_with_1() {
    int code =
        command(
                Map.of(),
                settings -> {
                  throw new CannotStart("No room.");
                })
            .execute("serve");

    assertThat(code).isEqualTo(1);
    assertThat(err.toString()).isEqualToIgnoringNewLines("No room.");
  }

  @Test
  void a_start_that_fails_for_what_a_check_finds_says_the_remedy(@TempDir Path directory)
      throws IOException {
    Path data = Files.createFile(directory.resolve("data"));
    int code =
        command(
                Map.of("HERALD_DATA", data.toString()),
                settings -> {
                  throw new IllegalStateException("Something deep inside");
                })
            .execute("serve");

    assertThat(code).isEqualTo(1);
    assertThat(err.toString())
        .contains("sandbox is not a directory", "set HERALD_DATA to another path")
        .doesNotContain("deep inside");
  }

  @Test
  void a_fault_says_what_it_was_and_where_to_look(@TempDir Path directory) {
    int code =
        command(
                Map.of("HERALD_DATA", directory.toString()),
                settings -> {
                  throw new IllegalStateException("Something deep inside");
                })
            .execute("serve");

    assertThat(code).isEqualTo(1);
    assertThat(err.toString()).contains("Something deep inside", "scripts/herald check");
  }

  private int run(Map<String, String> environment, String... arguments) {
    return command(
            environment,
            settings -> {
              throw new AssertionError("Nothing was to be started");
            })
        .execute(arguments);
  }

  private CommandLine on(Map<String, String> environment, Data data) {
    return command(
        environment,
        settings -> {
          throw new AssertionError("Nothing was to be started");
        },
        data);
  }

  private CommandLine command(Map<String, String> environment, Start start) {
    return command(environment, start, NO_DATA);
  }

  private CommandLine command(Map<String, String> environment, Start start, Data data) {
    return HeraldCommand.of(environment, start, data, () -> Instant.EPOCH)
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true));
  }
}
