package io.herald.chat.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.herald.chat.Card;
import io.herald.chat.CheckSamples;
import io.herald.chat.Choice;
import io.herald.chat.Intent;
import io.herald.chat.Part;
import io.herald.chat.PolicySamples;
import io.herald.chat.RecordSamples;
import io.herald.members.Platform;
import io.herald.words.Text;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SlackBlocksTest {
  private static final Instant AT = Instant.parse("2026-11-22T09:30:00Z");

  @Test
  void a_review_card_looks_as_it_did() {
    var card =
        new Card(
            "Ann Author asks for a review of “Q3 results”. Approve, request changes or reject.",
            List.of(
                new Part.Heading("Q3 results"),
                new Part.Lead(Text.strong("Ann Author").then(" asks for a review in Finance.")),
                new Part.Body("Profit & loss: up <10%>!\n\nRead *all* of it :tada: 🎉"),
                new Part.Picture("https://pictures.example.com/q3.png", "A rising line"),
                new Part.Facts(
                    List.of(
                        new Part.Fact("Goes to", Text.of("1,204 people")),
                        new Part.Fact("Share from", Text.moment(AT)),
                        new Part.Fact(
                            "Link", Text.link("example.com/q3", "https://example.com/q3?a=1&b=2")),
                        new Part.Fact("X", Text.of("212 of 280")))),
                new Part.Findings(
                    List.of(Text.of("Names a customer."), Text.of("Has no disclosure."))),
                new Part.Choices(
                    List.of(
                        Choice.main("Approve", new Intent.Approve(7, 0))
                            .spoken("Approve “Q3 results”"),
                        Choice.of("Request changes", new Intent.AskForChanges(7, 0)),
                        Choice.danger("Reject", new Intent.AskToReject(7, 0)),
                        Choice.of("Read all", new Intent.ReadAll(3, 1)))),
                new Part.Footnote(Text.of("Revision 1, sent ").then(Text.moment(AT)))));
    SlackCard drawn = SlackCard.of(card);

    Golden.check("review-card", drawn.blocks());
    assertThat(drawn.text()).startsWith("Ann Author asks for a review");
  }

  @Test
  void a_home_with_a_list_looks_as_it_did() {
    var home =
        new Card(
            "Herald",
            List.of(
                new Part.Heading("What you can share"),
                new Part.Entry(
                    Text.strong("We are hiring").then("\nuntil ").then(Text.moment(AT)),
                    new Part.Picture("https://pictures.example.com/a.png", "Three people laugh"),
                    List.of(
                        Choice.link("Share on LinkedIn", "https://h.example/s/abc", "linkedin"),
                        Choice.of("More…", new Intent.More(4)))),
                new Part.Entry(
                    Text.of("Open day"), null, List.of(Choice.of("Share", new Intent.More(5)))),
                new Part.Divider(),
                new Part.Copy("Words to copy", "Come & see us\nat the open day"),
                new Part.Choices(List.of(Choice.of("Older", new Intent.ShowFeed(10)))),
                new Part.Footnote(Text.of("Only you see this."))));

    Golden.check("home", SlackViews.home(home));
  }

  @Test
  void what_is_about_the_record_looks_as_it_did() {
    Golden.check("checkpoint", SlackCard.of(RecordSamples.checkpoint()).blocks());
    Golden.check("export-form", SlackViews.form(RecordSamples.export(), 2));
  }

  @Test
  void cards_about_checks_look_as_they_did() {
    Golden.check("check", SlackCard.of(CheckSamples.check()).blocks());
    Golden.check("packs", SlackCard.of(CheckSamples.packs(Platform.SLACK)).blocks());
    Golden.check("override-form", SlackViews.form(CheckSamples.override(), 2));
  }

  @Test
  void somebodys_words_are_data_and_never_markup() {
    String words = "<!channel> <@U1> <https://evil.example|bank.com> & *bold*";
    SlackCard drawn =
        SlackCard.of(
            new Card(
                words,
                List.of(
                    new Part.Heading(words),
                    new Part.Lead(Text.of(words).then(Text.strong("<!here>"))),
                    new Part.Body(words),
                    new Part.Facts(List.of(new Part.Fact("<!here>", Text.of(words)))),
                    new Part.Findings(List.of(Text.of(words))),
                    new Part.Copy(words, words),
                    new Part.Footnote(Text.of(words)))));

    assertThat(drawn.text()).startsWith("&lt;!channel&gt; &lt;@U1&gt; &lt;https");
    for (JsonObject text : textObjects(drawn.blocks())) {
      if (Json.text(text, "type").equals("mrkdwn")) {
        assertThat(Json.text(text, "text")).doesNotContain("<");
        assertThat(Json.yes(text, "verbatim")).isTrue();
      } else {
        assertThat(Json.text(text, "text")).contains("<!");
      }
    }
  }

  @Test
  void every_button_of_a_message_has_an_id_of_its_own_and_carries_its_intent() {
    var card =
        new Card(
            "List",
            IntStream.range(0, 12)
                .<Part>mapToObj(
                    i ->
                        new Part.Entry(
                            Text.of("Post " + i),
                            null,
                            List.of(
                                Choice.of("More…", new Intent.More(i)),
                                Choice.of("Not for me", new Intent.NotForMe(i)))))
                .toList());
    List<JsonObject> buttons = buttons(SlackCard.of(card).blocks());

    assertThat(buttons).hasSize(24);
    assertThat(buttons).extracting(b -> Json.text(b, "action_id")).doesNotHaveDuplicates();
    assertThat(buttons.get(2)).extracting(b -> Json.text(b, "value")).isEqualTo("more:1");
  }

  @Test
  void a_text_that_does_not_fit_is_shortened_and_says_so() {
    String words = "Nine words and a dot are in this sentence. ".repeat(400);
    SlackCard drawn =
        SlackCard.of(
            new Card(
                "Long",
                List.of(
                    new Part.Heading("Long"),
                    new Part.Body(words),
                    new Part.Choices(List.of(Choice.main("Approve", new Intent.Approve(1, 0)))))));

    assertThat(Surface.characters(drawn.blocks()))
        .isBetween(SlackLimits.MESSAGE_CHARACTERS - 200, SlackLimits.MESSAGE_CHARACTERS);
    assertThat(drawn.blocks().toString()).contains("…\"").contains(" of 17,200 characters");
    assertThat(buttons(drawn.blocks())).hasSize(1);
  }

  @Test
  void long_texts_give_way_before_short_ones() {
    SlackCard drawn =
        SlackCard.of(
            new Card(
                "Two",
                List.of(
                    new Part.Body("a ".repeat(9_000)),
                    new Part.Body("b ".repeat(1_000)),
                    new Part.Copy("c", "c ".repeat(9_000)))));

    assertThat(drawn.blocks().toString()).contains("b ".repeat(1_000)).contains("…");
  }

  @Test
  void a_list_that_does_not_fit_says_that_there_is_more_and_keeps_its_buttons() {
    var parts = new ArrayList<Part>();
    parts.add(new Part.Heading("Feed"));
    for (int i = 0; i < 70; i++) {
      parts.add(new Part.Entry(Text.of("Post " + i), null, List.of()));
    }
    parts.add(new Part.Choices(List.of(Choice.of("Older", new Intent.ShowFeed(10)))));
    JsonArray blocks = SlackCard.of(new Card("Feed", parts)).blocks();

    assertThat(blocks).hasSize(SlackLimits.MESSAGE_BLOCKS);
    assertThat(blocks.get(48).toString()).contains("There is more here");
    assertThat(blocks.get(49).toString()).contains("Older");
  }

  @Test
  void a_link_that_is_no_web_address_is_named_and_not_drawn() {
    for (String bad :
        List.of(
            "javascript:alert(1)",
            "https://user:word@example.com/",
            "ftp://example.com",
            "https:///x",
            "https://example.com/" + "a".repeat(3_000))) {
      JsonArray blocks =
          SlackCard.of(
                  new Card(
                      "x",
                      List.of(new Part.Choices(List.of(Choice.link("Read <it>", bad, "read"))))))
              .blocks();
      assertThat(buttons(blocks)).isEmpty();
      assertThat(blocks.toString()).contains("Read &lt;it&gt;").doesNotContain("alert");
    }
  }

  @Test
  void an_image_at_an_address_that_slack_cannot_show_is_named_instead() {
    JsonArray blocks =
        SlackCard.of(
                new Card("x", List.of(new Part.Picture("data:image/png;base64,AA", "A <cat>"))))
            .blocks();

    assertThat(blocks.toString()).contains("A &lt;cat&gt;").doesNotContain("base64");
  }

  @Test
  void an_image_without_description_still_has_one_for_screen_readers() {
    JsonArray blocks =
        SlackCard.of(new Card("x", List.of(new Part.Picture("https://p.example/a.png", ""))))
            .blocks();

    assertThat(Json.text(blocks.get(0).getAsJsonObject(), "alt_text")).isEqualTo("Image");
  }

  @Test
  void empty_words_draw_nothing() {
    var card =
        new Card(
            "x",
            List.of(
                new Part.Heading(" "),
                new Part.Lead(Text.of("")),
                new Part.Body(""),
                new Part.Body("\n"),
                new Part.Copy("", ""),
                new Part.Facts(List.of()),
                new Part.Findings(List.of()),
                new Part.Choices(List.of()),
                new Part.Footnote(Text.of(""))));

    assertThat(SlackCard.of(card).blocks()).isEmpty();
  }

  @Test
  void an_intent_too_long_for_a_button_is_a_fault_of_ours() {
    var card =
        new Card(
            "x",
            List.of(
                new Part.Choices(
                    List.of(Choice.of("Draft", new Intent.DraftFrom("", "a".repeat(2_000)))))));

    assertThatThrownBy(() -> SlackCard.of(card)).hasMessageContaining("draft_from");
  }

  static List<JsonObject> buttons(JsonArray blocks) {
    return objects(blocks).stream().filter(o -> Json.text(o, "type").equals("button")).toList();
  }

  private static List<JsonObject> textObjects(JsonArray blocks) {
    return objects(blocks).stream()
        .filter(o -> o.has("text") && o.get("text").isJsonPrimitive())
        .toList();
  }

  private static List<JsonObject> objects(com.google.gson.JsonElement from) {
    var out = new ArrayList<JsonObject>();
    if (from instanceof JsonArray array) {
      array.forEach(e -> out.addAll(objects(e)));
    } else if (from instanceof JsonObject object) {
      out.add(object);
      object.entrySet().forEach(e -> out.addAll(objects(e.getValue())));
    }
    return out;
  }

  @Test
  void what_is_said_of_the_policy_and_of_a_first_share_looks_as_it_did() {
    PolicySamples.cards(Platform.SLACK)
        .forEach((name, card) -> Golden.check(name, SlackCard.of(card).blocks()));
    PolicySamples.forms().forEach((name, form) -> Golden.check(name, SlackViews.form(form, 1)));
  }
}
