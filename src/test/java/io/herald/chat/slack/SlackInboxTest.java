package io.herald.chat.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.chat.Ask;
import io.herald.chat.Card;
import io.herald.chat.Choice;
import io.herald.chat.Field;
import io.herald.chat.Form;
import io.herald.chat.Intent;
import io.herald.chat.Part;
import io.herald.chat.Place;
import io.herald.chat.Reply;
import io.herald.members.Account;
import io.herald.members.Platform;
import io.herald.sandbox.Actor;
import io.herald.sandbox.Fault;
import io.herald.sandbox.Message;
import io.herald.sandbox.Outcome;
import io.herald.words.Text;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands, shortcuts, clicks and events; forms have a test of their own. */
class SlackInboxTest {
  private static final Form FORM =
      new Form(
          "New draft",
          "Submit",
          new Intent.SubmitDraft(0, 0, 0, 0, 0, 0),
          List.of(new Field.Typed("text", "Post text", null, "", true, true, 3_000)));

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
  void a_command_is_answered_in_its_response_to_the_typist_alone() {
    house.desk = ask -> new Reply.Say(Text.of("You <joined> & may leave."));
    Outcome outcome = ann.command("news", "/herald join");

    assertThat(outcome.says()).contains("You &lt;joined&gt; &amp; may leave.");
    assertThat(house.slack.messagesIn("news")).isEmpty();
    assertThat(house.slack.ephemerals("Bob Boss")).isEmpty();
    Ask ask = house.asked();
    assertThat(ask.from()).isEqualTo(new Account(Platform.SLACK, "T0ACME", "U0ANN"));
    assertThat(ask.intent()).isEqualTo(new Intent.Type("join"));
    assertThat(ask.place().channel()).isEqualTo("C0NEWS");
    assertThat(ask.place().answerAt()).startsWith(house.slack.origin());
  }

  @Test
  void people_channels_and_links_in_a_command_become_neutral() {
    ann.command("news", "/herald role grant approver @bob #news https://example.com/?a=1&b=2 <x>");

    assertThat(house.asked().intent())
        .isEqualTo(
            new Intent.Type("role grant approver @U0BOB #C0NEWS https://example.com/?a=1&b=2 <x>"));
  }

  @Test
  void a_list_in_answer_to_a_command_leaves_out_images_that_could_cost_it_all() {
    var broken = new Part.Picture("https://broken.example.com/a.png", "A cat");
    house.desk =
        ask ->
            new Reply.Show(
                new Card("Feed", List.of(new Part.Entry(Text.of("Open day"), broken, List.of()))));

    assertThat(ann.command("/herald feed").says()).contains("Open day");
  }

  @Test
  void a_command_can_open_a_form() {
    house.desk = ask -> new Reply.Open(FORM);

    assertThat(ann.command("/herald draft").says()).isEmpty();
    assertThat(ann.modal("New draft").labels()).containsExactly("Post text");
  }

  /** java-slack-sdk 1439: a trigger can be too old whatever one does. */
  @ParameterizedTest
  @ValueSource(strings = {"expired_trigger_id", "service_unavailable", "fatal_error"})
  void a_form_that_did_not_open_in_time_can_be_asked_for_again(String error) {
    house.desk = ask -> new Reply.Open(FORM);
    house.slack.faults().next("views.open", Fault.error(error));
    ann.command("news", "/herald draft & more");
    Message line = ann.sees("That took too long");
    assertThat(ann.hasModal()).isFalse();

    ann.press("Try again", line);
    ann.modal("New draft");
    assertThat(house.asked().intent()).isEqualTo(new Intent.Type("draft & more"));
  }

  @Test
  void words_too_long_for_a_button_are_given_back_when_the_form_did_not_open() {
    String words = "draft " + "long words & more ".repeat(180).strip();
    house.desk = ask -> new Reply.Open(FORM);
    house.slack.faults().next("views.open", Fault.error("expired_trigger_id"));
    ann.command("news", "/herald " + words);

    assertThat(ann.sees("That took too long").shown()).contains(words);
  }

  @Test
  void the_answer_to_slack_does_not_wait_for_the_form() {
    house.desk = ask -> new Reply.Open(FORM);
    house.slack.faults().next("views.open", Fault.slow(Duration.ofMillis(2_800)));
    Outcome outcome = ann.command("/herald draft");

    assertThat(outcome.delivery()).isNotNull();
    assertThat(outcome.delivery().took()).isLessThan(Duration.ofMillis(2_700));
    assertThat(ann.modal("New draft").labels()).hasSize(1);
  }

  @Test
  void a_message_becomes_a_draft_with_its_words_and_its_link() {
    Message message =
        house.slack.as("Bob Boss").say("news", "We <3 it & https://example.com/q3?a=1&b=2 @ann");
    house.desk = ask -> new Reply.Open(FORM);
    ann.shortcut("herald_turn_into_draft", message);

    ann.modal("New draft");
    Ask ask = house.asked();
    assertThat(ask.intent())
        .isEqualTo(
            new Intent.DraftFrom(
                "https://example.com/q3?a=1&b=2",
                "We <3 it & https://example.com/q3?a=1&b=2 @ann"));
    assertThat(ask.place().channel()).isEqualTo("C0NEWS");
  }

  @Test
  void a_shortcut_from_anywhere_opens_the_form_or_says_why_not() {
    house.desk = ask -> new Reply.Open(FORM);
    ann.shortcut("herald_draft");
    ann.modal("New draft").close();
    assertThat(house.asked().intent()).isEqualTo(new Intent.OpenDraft());

    house.desk = ask -> new Reply.Say(Text.of("Not now."));
    ann.shortcut("herald_draft");
    assertThat(ann.modal("Herald").shown()).contains("Not now.");
  }

  @Test
  void a_shortcut_or_a_command_that_is_not_known_gets_words() {
    house.desk = ask -> new Reply.Say(Text.of("From another time."));
    Message message = house.slack.as("Bob Boss").say("news", "Hello");
    ann.shortcut("old_shortcut", message);
    ann.sees("From another time.");
    ann.shortcut("old_shortcut");
    ann.modal("Herald").close();
    assertThat(ann.command("/other x").says()).contains("From another time.");
    assertThat(house.asks).extracting(Ask::intent).containsOnly(new Intent.Unknown());
  }

  @Test
  void a_click_carries_its_intent_and_its_place() {
    Message card = card(Choice.of("Approve", new Intent.Approve(7, 1)));
    house.desk = ask -> new Reply.Say(Text.of("Already approved."));
    ann.press("Approve", card);

    ann.sees("Already approved.");
    assertThat(house.asked().intent()).isEqualTo(new Intent.Approve(7, 1));
    Place place = house.asked().place();
    assertThat(place.channel()).isEqualTo("C0NEWS");
    assertThat(place.message()).isEqualTo(card.ts());
    assertThat(place.form()).isNull();
  }

  /** bolt-js 2487, bolt-python 868: the same request can come several times. */
  @Test
  void a_click_or_command_that_comes_again_causes_nothing_and_gets_the_same_answer() {
    Message card = card(Choice.of("More…", new Intent.More(1)));
    house.desk = ask -> new Reply.Say(Text.of("Once."));
    Outcome click = ann.press("More…", card);
    ann.sees("Once.");
    Outcome command = ann.command("/herald help");

    var sender = house.slack.sender();
    assertThat(sender.again(click.delivery()).status()).isEqualTo(200);
    assertThat(sender.again(command.delivery()).answer()).isEqualTo(command.delivery().answer());
    assertThat(house.asks).hasSize(2);
    ann.press("More…", card);
    assertThat(house.asks).hasSize(3);
  }

  @Test
  void a_card_can_be_replaced_where_only_the_presser_sees_it() {
    house.desk =
        ask ->
            new Reply.Replace(
                new Card("Folded", List.of(new Part.Lead(Text.of("Not for you, then.")))));
    house.room.courier().send("U0ANN", null, cardOf(Choice.of("Not for me", new Intent.Join())), 1);
    Message card = house.slack.dm("Ann Author").get(0);
    ann.press("Not for me", card);

    Message folded = ann.hears("Not for you, then.");
    assertThat(folded.ts()).isEqualTo(card.ts());
    assertThat(folded.json().toString()).doesNotContain("\"button\"");
  }

  @Test
  void an_answer_with_an_image_that_slack_cannot_fetch_comes_without() {
    var broken = new Part.Picture("https://broken.example.com/a.png", "A cat");
    house.desk =
        ask -> new Reply.Show(new Card("Feed", List.of(new Part.Lead(Text.of("See")), broken)));
    ann.press("More…", card(Choice.of("More…", new Intent.More(1))));

    assertThat(ann.sees("See").json().toString()).doesNotContain("broken");
  }

  @Test
  void an_answer_that_cannot_be_shown_says_so_with_a_number_to_report() {
    house.desk =
        ask ->
            new Reply.Show(
                cardOf(Choice.of("Draft", new Intent.DraftFrom("", "too long ".repeat(400)))));
    ann.press("More…", card(Choice.of("More…", new Intent.More(1))));

    assertThat(ann.sees("could not be shown").shown()).contains("I-1");
  }

  /** node-slack-sdk 869: a link that is not acknowledged gets a warning sign. */
  @Test
  void a_link_button_is_acknowledged_and_nothing_more() {
    Message card = card(Choice.link("Share on X", "https://herald.example/s/abc", "x"));
    Outcome outcome = ann.press("Share on X", card);

    assertThat(outcome.delivery().status()).isEqualTo(200);
    assertThat(house.asks).isEmpty();
    assertThat(house.slack.ephemerals("Ann Author")).isEmpty();
  }

  @Test
  void in_home_a_click_is_answered_in_a_window() {
    house.room.courier().publishHome("U0ANN", cardOf(Choice.of("Join", new Intent.Join())));
    house.desk =
        ask ->
            ask.intent() instanceof Intent.Join
                ? new Reply.Say(Text.of("You have joined."))
                : new Reply.Done();
    ann.home().press("Join");

    assertThat(ann.modal("Herald").shown()).contains("You have joined.");
    assertThat(house.asked().place()).isEqualTo(Place.NOWHERE);
  }

  @Test
  void where_no_window_opens_any_more_a_message_answers() {
    house.room.courier().publishHome("U0ANN", cardOf(Choice.of("Join", new Intent.Join())));
    house.desk =
        ask ->
            ask.intent() instanceof Intent.Join
                ? new Reply.Say(Text.of("You have joined."))
                : new Reply.Done();
    house.slack.faults().next("views.open", Fault.error("expired_trigger_id"));
    ann.home().press("Join");

    ann.hears("You have joined.");
  }

  @Test
  void looking_at_home_draws_it() {
    house.desk =
        ask ->
            new Reply.Show(
                new Card(
                    "Home",
                    List.of(
                        new Part.Entry(
                            Text.of("Open day"),
                            new Part.Picture("https://broken.example.com/a.png", "A cat"),
                            List.of()))));
    ann.home().shows("Open day");

    assertThat(house.asked().intent()).isEqualTo(new Intent.OpenHome());
    assertThat(house.asked().key()).startsWith("slack/event/Ev");
  }

  @Test
  void writing_to_herald_is_a_greeting_and_its_own_words_are_not() {
    house.slack.grant("im:history");
    ann.tell("Hello Herald");
    assertThat(house.asked().intent()).isEqualTo(new Intent.Greet());
    int before = house.asks.size();
    house.room.courier().send("U0ANN", null, cardOf(Choice.of("Join", new Intent.Join())), 1);
    ann.say("news", "Hello all");
    assertThat(house.asks).hasSize(before);
  }

  @Test
  void a_token_that_is_revoked_is_noticed_at_once() {
    assertThat(house.room.connection().trouble()).isEmpty();
    house.slack.faults().next("auth.test", Fault.error("token_revoked"));
    Odd.event(house, "{\"type\":\"tokens_revoked\",\"tokens\":{\"bot\":[\"U0HERALD\"]}}");

    Awaitility.await().until(() -> house.room.connection().trouble().isPresent());
  }

  private Message card(Choice choice) {
    var sent = house.room.courier().send("C0NEWS", null, cardOf(choice), 1);
    return house.slack.message("C0NEWS", sent.message()).orElseThrow();
  }

  private static Card cardOf(Choice choice) {
    return new Card("A card", List.of(new Part.Choices(List.of(choice))));
  }
}
