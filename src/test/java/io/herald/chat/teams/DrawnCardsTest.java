package io.herald.chat.teams;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.testkit.Needs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every card that the tests know, drawn by Microsoft's own renderer in a browser. */
class DrawnCardsTest {
  private static final Path CARDS = Path.of("src/test/resources/io/herald/chat/teams");

  @TempDir Path directory;

  /** How it ended, and what was said. */
  private record Drawn(int code, String said) {}

  private static Drawn draw(List<Path> cards) throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of(Needs.node().toString(), "src/test/node/cards.mjs"));
    Needs.npmPackage("playwright-core");
    Needs.npmPackage("adaptivecards");
    cards.forEach(card -> command.add(card.toString()));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("CHROMIUM", Needs.chromium().toString());
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Drawn(process.exitValue(), said);
  }

  @Test
  void every_golden_card_is_drawn_without_a_warning() throws Exception {
    List<Path> cards;
    try (var files = Files.list(CARDS)) {
      cards = files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
    Drawn drawn = draw(cards);
    assertThat(drawn.code()).as(drawn.said()).isZero();
    assertThat(drawn.said().lines()).hasSameSizeAs(cards);
  }

  @Test
  void what_the_renderer_does_not_know_or_show_is_told() throws Exception {
    Path odd = directory.resolve("odd.json");
    Files.writeString(
        odd,
        """
        {"type":"AdaptiveCard","version":"1.5",
         "body":[{"type":"Marquee","id":"x"},{"type":"Input.Text","id":"a"}],
         "actions":[{"type":"Action.Submit","title":"A"}]}
        """);
    Drawn drawn = draw(List.of(odd));
    assertThat(drawn.code()).isNotZero();
    assertThat(drawn.said()).contains("Marquee").contains("no input with the label");
  }
}
