package io.herald.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KeptWorkspaceTest {
  @TempDir Path directory;

  private SlackDouble open() {
    return SlackDouble.start(Doubles.setup(InstantSource.system()).keptIn(directory));
  }

  private static String post(SlackDouble slack, String text) {
    Args args = new Args(Json.object().put("channel", "U0BEN").put("text", text));
    return slack.api.call("chat.postMessage", args, slack.botToken()).path("ts").asText();
  }

  @Test
  void what_was_answered_is_there_after_a_start_without_an_orderly_stop() {
    SlackDouble first = Doubles.peopled(open());
    String ts = post(first, "kept");
    String gone = post(first, "deleted");
    first.api.call(
        "chat.delete",
        new Args(Json.object().put("channel", "D0BEN").put("ts", gone)),
        first.botToken());

    // Not closed: nothing that close() writes may be needed.
    try (SlackDouble second = open()) {
      assertThat(second.isNew()).isFalse();
      assertThat(second.dm("ben")).extracting(Message::ts).containsExactly(ts);
      assertThat(second.person("clara").name()).isEqualTo("Clara Novak");
      assertThat(second.ledger().calls("chat.postMessage")).hasSize(2);
      assertThat(post(second, "more")).isGreaterThan(gone);
    }
    first.close();
  }

  @Test
  void a_line_that_a_kill_tore_is_dropped_and_the_rest_goes_on() throws IOException {
    try (SlackDouble first = Doubles.peopled(open())) {
      post(first, "whole");
    }
    Path journal = directory.resolve("workspace.jsonl");
    Files.writeString(journal, "{\"shelf\":\"people\",\"key\":\"U0", StandardOpenOption.APPEND);
    try (SlackDouble second = open()) {
      post(second, "after");
    }
    try (SlackDouble third = open()) {
      assertThat(third.dm("ben")).extracting(Message::text).containsExactly("whole", "after");
    }
  }

  @Test
  void a_killed_process_keeps_every_message_that_it_reported() throws Exception {
    Path reports = directory.resolve("reports");
    Process process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                Chatterbox.class.getName(),
                directory.toString())
            .redirectOutput(reports.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> Files.size(reports) > 5_000);
    process.destroyForcibly().waitFor();

    List<String> reported = new ArrayList<>(Files.readAllLines(reports));
    reported.remove(reported.size() - 1); // The kill may have torn it.
    assertThat(reported).hasSizeGreaterThan(100);
    try (SlackDouble after = open()) {
      assertThat(after.dm("ben")).extracting(Message::ts).containsAll(reported);
    }
  }

  /** Posts without end, one line for each answer, until it is killed. */
  static final class Chatterbox {
    private Chatterbox() {}

    public static void main(String[] args) {
      SlackDouble slack =
          Doubles.peopled(
              SlackDouble.start(Doubles.setup(InstantSource.system()).keptIn(Path.of(args[0]))));
      while (true) {
        System.out.println(post(slack, "message"));
      }
    }
  }
}
