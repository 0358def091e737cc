package io.herald.chat.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.herald.chat.Card;
import io.herald.chat.CheckSamples;
import io.herald.chat.Choice;
import io.herald.chat.Intent;
import io.herald.chat.IntentCodec;
import io.herald.chat.Part;
import io.herald.chat.PolicySamples;
import io.herald.chat.RecordSamples;
import io.herald.members.Platform;
import io.herald.words.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TeamsCardsTest {
  private final TeamsCards cards = new TeamsCards(new Links(false));

  @Test
  void a_review_card_looks_as_it_did() {
    Golden.check("review-card", cards.card(CardSamples.review()));
  }

  @Test
  void a_post_card_looks_as_it_did() {
    Golden.check("post-card", cards.card(CardSamples.post()));
  }

  @Test
  void a_list_looks_as_it_did() {
    Golden.check("feed", cards.card(CardSamples.feed(), "show_feed:0"));
  }

  @Test
  void a_card_that_covers_another_leads_back() {
    Golden.check("cover", cards.cover(CardSamples.post()));
  }

  @Test
  void a_checkpoint_looks_as_it_did() {
    Golden.check("checkpoint", cards.card(RecordSamples.checkpoint()));
  }

  @Test
  void cards_about_checks_look_as_they_did() {
    Golden.check("check", cards.card(CheckSamples.check()));
    Golden.check("packs", cards.card(CheckSamples.packs(Platform.TEAMS)));
  }

  @Test
  void what_stands_alone_reads_as_it_did() {
    Golden.check("line", cards.line(Text.of("Approved by ").then(Text.strong("@Ann *A*"))));
  }

  @Test
  void somebodys_words_are_data_and_never_markup() {
    String words = "*b* [bank](https://evil.example) `c` {{DATE(2017-02-14T06:08:39Z)}}";
    ObjectNode drawn =
        cards.card(
            new Card(
                words,
                List.of(
                    new Part.Heading(words),
                    new Part.Lead(Text.of(words).then(Text.strong(words))),
                    new Part.Body(words),
                    new Part.Facts(List.of(new Part.Fact(words, Text.of(words)))),
                    new Part.Findings(List.of(Text.of(words))),
                    new Part.Copy(words, words),
                    new Part.Footnote(Text.of(words)))));

    for (JsonNode node : all(drawn)) {
      if (Json.text(node, "type").equals("TextBlock")) {
        assertThat(Json.text(node, "text")).contains("\\[bank\\]").doesNotContain("{{DATE");
      }
      if (Json.text(node, "type").equals("TextRun")) {
        assertThat(Json.text(node, "text")).contains("*b* [bank]").doesNotContain("{{DATE");
      }
    }
  }

  @Test
  void a_button_carries_its_intent_and_what_drew_the_card() {
    JsonNode button = actions(cards.card(CardSamples.feed(), "show_feed:0")).get(1);

    assertThat(Json.text(button, "type")).isEqualTo("Action.Execute");
    assertThat(Json.text(button, "verb")).isEqualTo("more");
    Press press = Press.of(button.path("data"));
    assertThat(press.intent()).isEqualTo(new Intent.More(4));
    assertThat(press.of()).isEqualTo("show_feed:0");
    assertThat(IntentCodec.read("show_feed:0")).contains(new Intent.ShowFeed(0));
  }

  @Test
  void six_actions_are_seen_and_the_rest_are_in_the_menu() {
    List<Choice> choices =
        IntStream.range(0, 9).mapToObj(i -> Choice.of("Do " + i, new Intent.More(i))).toList();
    List<JsonNode> actions = actions(cards.card(new Card("x", List.of(new Part.Choices(choices)))));

    assertThat(actions).hasSize(9);
    assertThat(actions.subList(0, 6)).noneMatch(a -> a.has("mode"));
    assertThat(actions.subList(6, 9)).allMatch(a -> Json.text(a, "mode").equals("secondary"));
  }

  @Test
  void a_text_that_does_not_fit_is_shortened_and_says_so() {
    ObjectNode drawn =
        cards.card(
            new Card(
                "Long",
                List.of(
                    new Part.Heading("Long"),
                    new Part.Body("Nine words and a dot are in this sentence. ".repeat(900)),
                    new Part.Choices(List.of(Choice.main("Approve", new Intent.Approve(1, 0)))))));

    assertThat(Json.bytes(drawn)).isBetween(20_000, TeamsLimits.CARD_BYTES);
    assertThat(drawn.toString()).contains("of 38,699 characters are shown.");
    assertThat(actions(drawn)).hasSize(1);
  }

  @Test
  void links_and_pictures_that_nobody_should_follow_are_named_instead() {
    ObjectNode drawn =
        cards.card(
            new Card(
                "x",
                List.of(
                    new Part.Picture("http://pictures.example.com/a.png", "A line"),
                    new Part.Choices(
                        List.of(Choice.link("Share on X", "javascript:alert(1)", "x"))))));

    assertThat(drawn.toString()).contains("An image was left out", "The link of “Share on X”");
    assertThat(actions(drawn)).isEmpty();
  }

  static List<JsonNode> actions(JsonNode card) {
    return all(card).stream().filter(n -> Json.text(n, "type").startsWith("Action.")).toList();
  }

  static List<JsonNode> all(JsonNode from) {
    var out = new ArrayList<JsonNode>();
    if (from.isObject()) {
      out.add(from);
    }
    from.forEach(child -> out.addAll(all(child)));
    return out;
  }

  @Test
  void what_is_said_of_the_policy_and_of_a_first_share_looks_as_it_did() {
    PolicySamples.cards(Platform.TEAMS)
        .forEach((name, card) -> Golden.check(name, cards.card(card)));
  }
}
