package io.herald.chat.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.chat.Ask;
import io.herald.chat.Choice;
import io.herald.chat.Field;
import io.herald.chat.Form;
import io.herald.chat.Intent;
import io.herald.chat.Reply;
import io.herald.sandbox.Actor;
import io.herald.sandbox.Delivery;
import io.herald.sandbox.Modal;
import io.herald.words.Text;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Forms from opening to sending: nothing typed is lost, and nothing is taken twice. */
class SlackFormFlowTest {
  private SlackHouse house;
  private Actor ann;

  @BeforeEach
  void start() {
    house = new SlackHouse().connected();
    ann = house.slack.as("Ann Author");
  }

  @AfterEach
  void stop() {
    house.close();
  }

  @Test
  void what_was_filled_in_reaches_the_desk_as_it_was_typed() {
    Modal modal = opened();
    modal.fill("Link", "https://example.com/<a>&b");
    modal.fill("Post text", "  We & they\n*bold* 🎉 ");
    modal.fill("Topics", "Hiring", "General");
    modal.fill("Freedom", "As approved");
    modal.fill("Share from", "2026-12-01T09:30");
    house.desk = ask -> new Reply.Done();
    modal.submit();

    Ask ask = house.asked();
    assertThat(ask.intent()).isEqualTo(new Intent.SubmitDraft(1, 2, 3, 0, 0, 0));
    assertThat(ask.values().text("link")).isEqualTo("https://example.com/<a>&b");
    assertThat(ask.values().text("text")).isEqualTo("  We & they\n*bold* 🎉 ");
    assertThat(ask.values().all("topics")).containsExactlyInAnyOrder("1", "2");
    assertThat(ask.values().text("freedom")).isEqualTo("as");
    assertThat(ask.values().moment("from"))
        .contains(java.time.Instant.parse("2026-12-01T08:30:00Z"));
    assertThat(ask.values().fields()).doesNotContainKey("until");
    assertThat(ann.hasModal()).isFalse();
  }

  @Test
  void mistakes_stand_at_their_fields_and_the_corrected_form_is_taken() {
    Modal modal = opened().fill("Link", "nothing").fill("Post text", "Kept");
    house.desk =
        ask ->
            ask.values().text("link").equals("nothing")
                ? new Reply.Correct(
                    Map.of("link", Text.of("Not a link."), "revision", Text.of("Older.")))
                : new Reply.Done();
    modal.submit();

    assertThat(modal.errors().get("Link")).contains("Not a link.").contains("Older.");
    assertThat(modal.text("Post text")).isEqualTo("Kept");
    modal.fill("Link", "https://example.com").submit();
    assertThat(ann.hasModal()).isFalse();
    assertThat(house.asks).hasSize(3);
  }

  @Test
  void a_form_that_comes_again_gets_the_answer_of_then() {
    Modal modal = opened().fill("Link", "https://example.com").fill("Post text", "x");
    house.desk = ask -> new Reply.Say(Text.of("Sent."));
    Delivery first = modal.submit().delivery();
    house.desk = ask -> new Reply.Say(Text.of("Sent twice."));

    assertThat(house.slack.sender().again(first).answer()).isEqualTo(first.answer());
    assertThat(first.answer()).contains("Sent.");
    assertThat(house.asks).hasSize(2);
  }

  @Test
  void words_that_follow_a_form_stand_in_its_place() {
    Modal modal = opened().fill("Link", "https://example.com").fill("Post text", "x");
    house.desk = ask -> new Reply.Say(Text.of("One moment."));
    modal.submit();

    assertThat(ann.modal("Herald").shown()).contains("One moment.");
    assertThat(ann.modal().labels()).isEmpty();
  }

  @Test
  void a_form_can_be_followed_by_another_which_is_taken_as_well() {
    Modal modal = opened().fill("Link", "https://example.com").fill("Post text", "x");
    house.desk = ask -> new Reply.Open(why());
    modal.submit();
    Modal second = ann.modal("Why").fill("Why", "Because");
    house.desk = ask -> new Reply.Done();
    second.submit();

    assertThat(house.asked().intent()).isEqualTo(new Intent.Withdraw(4));
    assertThat(house.asked().values().text("why")).isEqualTo("Because");
    assertThat(ann.hasModal()).isFalse();
  }

  @Test
  void a_form_that_grows_keeps_what_was_typed() {
    Modal modal = opened().fill("Link", "https://example.com").fill("Post text", "Typed");
    house.desk = ask -> new Reply.Open(draft("Another wording"));
    modal.press("Add another wording");
    house.slack.await(
        "the form to grow",
        () -> java.util.Optional.of(modal).filter(m -> m.labels().contains("Another wording")));

    assertThat(modal.text("Post text")).isEqualTo("Typed");
    Ask ask = house.asked();
    assertThat(ask.intent()).isEqualTo(new Intent.AddWording("linkedin"));
    assertThat(ask.place().form()).isEqualTo(new Intent.SubmitDraft(1, 2, 3, 0, 0, 0));
    assertThat(ask.values().text("text")).isEqualTo("Typed");
  }

  @Test
  void a_form_that_was_closed_meanwhile_is_not_opened_again() throws Exception {
    Modal modal = opened();
    house.desk =
        ask -> {
          modal.close();
          return new Reply.Open(draft("Another wording"));
        };
    modal.press("Add another wording");

    house.room.close();
    assertThat(ann.hasModal()).isFalse();
    assertThat(house.slack.ledger().refusals()).extracting(r -> r.error()).contains("not_found");
  }

  @Test
  void words_in_answer_to_a_press_in_a_form_leave_the_form_beneath() {
    Modal modal = opened().fill("Post text", "Typed");
    house.desk = ask -> new Reply.Say(Text.of("No more than five."));
    modal.press("Add another wording");

    Modal words = ann.modal("Herald");
    assertThat(words.shown()).contains("No more than five.");
    words.close();
    assertThat(ann.modal("New draft").text("Post text")).isEqualTo("Typed");
  }

  @Test
  void a_day_that_the_sdk_cannot_read_is_answered_at_its_field() {
    Delivery answer =
        Odd.interaction(
            house,
            "{\"type\":\"view_submission\","
                + Odd.TEAM
                + Odd.ANN
                + "\"view\":{\"id\":\"V1\",\"type\":\"modal\",\"state\":{\"values\":{"
                + "\"text\":{\"text\":{\"type\":\"plain_text_input\",\"value\":\"x\"}},"
                + "\"until\":{\"until\":{\"type\":\"datetimepicker\","
                + "\"selected_date_time\":4102444800}}}}}}");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().orElseThrow().at("/errors/until").asText()).contains("2038");
    assertThat(house.asks).isEmpty();
  }

  @Test
  void a_fault_leaves_the_form_open_with_a_number_to_report() {
    Modal modal = opened().fill("Link", "https://example.com").fill("Post text", "Typed");
    house.desk =
        ask -> {
          throw new IllegalStateException("broken <!channel> " + ask.values());
        };
    modal.submit();

    assertThat(modal.errors().get("Link")).contains("I-1").doesNotContain("broken");
    assertThat(modal.text("Post text")).isEqualTo("Typed");
    house.desk = ask -> new Reply.Done();
    modal.submit();
    assertThat(ann.hasModal()).isFalse();
  }

  @Test
  void a_forged_form_means_nothing_and_gets_words() {
    house.desk = ask -> new Reply.Say(Text.of("From another time."));
    for (String metadata : List.of("", "submit_draft:x", "no_such:1", "approve:1:0:9")) {
      Delivery answer =
          Odd.interaction(
              house,
              "{\"type\":\"view_submission\","
                  + Odd.TEAM
                  + Odd.ANN
                  + "\"view\":{\"id\":\"V"
                  + metadata.hashCode()
                  + "\",\"type\":\"modal\",\"private_metadata\":\""
                  + metadata
                  + "\"}}");
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.answer()).contains("From another time.");
      assertThat(house.asked().intent()).isEqualTo(new Intent.Unknown());
    }
  }

  private Modal opened() {
    house.desk = ask -> new Reply.Open(draft(null));
    ann.command("/herald draft");
    return ann.modal("New draft");
  }

  private static Form draft(@org.jspecify.annotations.Nullable String more) {
    var fields =
        new java.util.ArrayList<Field>(
            List.of(
                new Field.Typed("link", "Link", null, "", true, false, 2_000),
                new Field.Typed("text", "Post text", null, "", true, true, 3_000),
                new Field.Press(
                    List.of(Choice.of("Add another wording", new Intent.AddWording("linkedin")))),
                new Field.Picked(
                    "topics",
                    "Topics",
                    null,
                    List.of(new Field.Option("1", "General"), new Field.Option("2", "Hiring")),
                    List.of(),
                    false,
                    true),
                new Field.Picked(
                    "freedom",
                    "Freedom",
                    null,
                    List.of(
                        new Field.Option("free", "Free"), new Field.Option("as", "As approved")),
                    List.of("free"),
                    true,
                    false),
                new Field.At("from", "Share from", null, null),
                new Field.At("until", "Share until", null, null)));
    if (more != null) {
      fields.add(new Field.Typed("linkedin0", more, null, "", false, true, 3_000));
    }
    return new Form("New draft", "Submit", new Intent.SubmitDraft(1, 2, 3, 0, 0, 0), fields);
  }

  private static Form why() {
    return new Form(
        "Why",
        "Send",
        new Intent.Withdraw(4),
        List.of(new Field.Typed("why", "Why", null, "", true, true, 500)));
  }
}
