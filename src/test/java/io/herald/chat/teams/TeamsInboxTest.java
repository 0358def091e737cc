package io.herald.chat.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.herald.chat.Card;
import io.herald.chat.Choice;
import io.herald.chat.Intent;
import io.herald.chat.Part;
import io.herald.chat.Reply;
import io.herald.members.Platform;
import io.herald.sandbox.teams.TeamsActor;
import io.herald.sandbox.teams.TeamsForm;
import io.herald.sandbox.teams.TeamsMessage;
import io.herald.sandbox.teams.TeamsOutcome;
import io.herald.words.Text;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TeamsInboxTest {
  private final TeamsHouse house = new TeamsHouse();
  private final TeamsActor ann = house.teams.as("Ann");

  @BeforeEach
  void know() {
    ann.install();
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void an_installation_is_noted_and_not_answered() {
    assertThat(house.asks).isEmpty();
    assertThat(house.teams.ledger().calls()).isEmpty();
    assertThat(house.firstActivities).hasValue(1);
  }

  @Test
  void what_is_typed_is_a_command_and_answered_in_the_chat() {
    house.desk = ask -> new Reply.Say(Text.of("You have ").then(Text.strong("*joined*")));
    ann.type("join");

    assertThat(ann.hears("You have *joined*").text()).isEqualTo("You have *joined*");
    assertThat(house.asks.get(0).intent()).isEqualTo(new Intent.Greet());
    assertThat(house.asked().intent()).isEqualTo(new Intent.Type("join"));
    assertThat(house.asked().from().platform()).isEqualTo(Platform.TEAMS);
    assertThat(house.asked().from().user()).isEqualTo(ann.person().id());
    assertThat(house.asked().place().channel()).isEqualTo(house.teams.chat("Ann"));
    ann.type("leave");
    assertThat(house.asks).filteredOn(ask -> ask.intent() instanceof Intent.Greet).hasSize(1);
  }

  @Test
  void in_a_channel_the_mention_is_left_out_and_the_answer_is_for_the_asker_alone() {
    house.desk = ask -> new Reply.Say(Text.of("A secret."));
    ann.mention("approvals", "use this channel for approvals");

    ann.hears("A secret.");
    assertThat(house.asked().intent()).isEqualTo(new Intent.Type("use this channel for approvals"));
    assertThat(house.asked().place().channel()).isEqualTo(house.teams.channel("approvals").id());
    assertThat(house.teams.messagesIn("approvals"))
        .noneMatch(message -> message.shown().contains("A secret."));
  }

  @Test
  void whoever_cannot_be_written_to_is_asked_to_add_herald_and_nothing_is_told() {
    house.desk = ask -> new Reply.Say(Text.of("A secret."));
    house.teams.as("Bob").mention("approvals", "help");

    TeamsMessage said =
        house.teams.awaitIn("approvals", m -> m.shown().contains("add Herald to your own apps"));
    assertThat(said.shown()).startsWith("@Bob Boss, ").doesNotContain("A secret");
  }

  @Test
  void whoever_pressed_and_cannot_be_written_to_is_called_in_the_thread_to_press_again() {
    TeamsMessage card = post(CardSamples.review());
    house.desk = ask -> new Reply.Say(Text.of("One moment."));
    TeamsActor bob = house.teams.as("Bob");
    assertThat(bob.press("Approve", card).says()).isEqualTo("One moment.");

    String answerAt = java.util.Objects.requireNonNull(house.asked().place().answerAt());
    house.room.courier().answer(answerAt, new Reply.Say(Text.of("A secret.")));
    TeamsMessage said = house.teams.awaitIn("approvals", m -> m.shown().contains("press"));
    assertThat(said.shown()).startsWith("@Bob Boss, ").doesNotContain("A secret");
    assertThat(said.thread()).contains(card.id());

    bob.install();
    house.room.courier().answer(answerAt, new Reply.Say(Text.of("For you.")));
    bob.hears("For you.");
  }

  @Test
  void a_button_is_answered_to_the_presser_alone() {
    TeamsMessage card = post(CardSamples.review());
    house.desk = ask -> new Reply.Say(Text.of("Already approved by @Bob."));
    TeamsOutcome outcome = ann.press("Approve", card);

    assertThat(outcome.says()).isEqualTo("Already approved by @Bob.");
    assertThat(house.asked().intent()).isEqualTo(new Intent.Approve(7, 0));
    assertThat(house.asked().place().channel()).isEqualTo(house.teams.channel("approvals").id());
    assertThat(house.asked().place().message()).isEqualTo(card.id());
  }

  @Test
  void what_was_done_shows_on_the_card_at_once() {
    TeamsMessage card = post(CardSamples.review());
    house.lying =
        place ->
            card.id().equals(place.message())
                ? Optional.of(line("Approved by @Ann."))
                : Optional.empty();
    TeamsOutcome outcome = ann.press("Approve", card);

    assertThat(outcome.shown()).contains("Approved by @Ann.");
  }

  @Test
  void a_card_for_the_presser_covers_the_channels_and_leads_back() {
    TeamsMessage card = post(line("Share…"), Choice.main("Share…", new Intent.ShareHere(4)));
    house.desk = ask -> new Reply.Show(CardSamples.post());
    house.lying = place -> Optional.of(line("Share…"));
    TeamsOutcome own = ann.press("Share…", card);

    assertThat(own.shown()).contains("because you follow Hiring");
    assertThat(house.teams.as("Bob").now(card).orElseThrow().shown()).contains("Share…");
    assertThat(ann.form(card).press("Back").shown()).isEqualTo("Share…");
    assertThat(house.asks).hasSize(1);
  }

  @Test
  void a_form_opens_in_the_card_and_mistakes_keep_what_was_typed() {
    TeamsMessage card = post(CardSamples.review());
    house.lying = place -> Optional.of(line("Rejected by @Ann."));
    house.desk =
        ask ->
            ask.intent() instanceof Intent.AskToReject
                ? new Reply.Open(CardSamples.reason())
                : ask.values().text("reason").length() < 5
                    ? new Reply.Correct(Map.of("reason", Text.of("Say more.")))
                    : new Reply.Done();
    ann.press("Reject", card);
    TeamsForm form = ann.form(card);
    assertThat(form.labels()).containsExactly("Reason");
    assertThat(form.press("Send").errors()).containsKey("Reason");

    form.fill("Reason", "No").press("Send");
    assertThat(form.errors()).containsEntry("Reason", "Say more.");
    assertThat(form.text("Reason")).isEqualTo("No");
    TeamsOutcome sent = form.fill("Reason", "Not yet true").press("Send");

    assertThat(sent.shown()).isEqualTo("Rejected by @Ann.");
    assertThat(house.asked().values().text("reason")).isEqualTo("Not yet true");
    assertThat(house.asked().place().message()).isNull();
    int asks = house.asks.size();
    assertThat(ann.again(card, sent).shown()).isEqualTo("Rejected by @Ann.");
    assertThat(house.asks).hasSize(asks);
  }

  @Test
  void a_typed_form_is_a_card_of_its_own_that_is_sent_once() {
    house.desk =
        ask ->
            ask.intent() instanceof Intent.Type
                ? new Reply.Open(CardSamples.draft())
                : new Reply.Done();
    ann.type("draft https://a.example");
    TeamsMessage message = ann.hears("New draft");
    TeamsForm form = ann.form(message);
    assertThat(form.labels())
        .containsExactly(
            "Link",
            "Headline",
            "Post text",
            "Topics",
            "May people edit the words?",
            "Share from",
            "Share from, time",
            "Share until",
            "Share until, time");
    TeamsOutcome sent =
        form.fill("Headline", "Hello")
            .fill("Share from", "2026-12-24")
            .fill("Share from, time", "18:00")
            .press("Submit");

    assertThat(sent.shown()).contains("“New draft”: taken");
    assertThat(house.asked().intent()).isEqualTo(CardSamples.draft().intent());
    assertThat(house.asked().values().moment("from"))
        .contains(Instant.parse("2026-12-24T17:00:00Z"));
    assertThat(house.asked().values().all("topics")).containsExactly("2");
    house.teams.awaitChat("Ann", m -> m.id().equals(message.id()) && m.shown().contains("taken"));
    long drafts = drafts();
    ann.again(message, sent);
    assertThat(drafts()).isEqualTo(drafts).isEqualTo(1);
  }

  private long drafts() {
    return house.asks.stream().filter(a -> a.intent() instanceof Intent.SubmitDraft).count();
  }

  @Test
  void a_button_within_a_form_draws_it_anew_with_what_was_typed() {
    house.desk = ask -> new Reply.Open(CardSamples.draft());
    ann.type("draft");
    TeamsForm form = ann.form(ann.hears("New draft"));
    form.fill("Headline", "Hello").press("Add a wording for LinkedIn");

    assertThat(house.asked().intent()).isEqualTo(new Intent.AddWording("linkedin"));
    assertThat(house.asked().place().form()).isEqualTo(CardSamples.draft().intent());
    assertThat(house.asked().values().text("headline")).isEqualTo("Hello");
  }

  @Test
  void a_list_turns_its_page_where_it_lies_and_a_form_leads_back_to_it() {
    house.desk =
        ask ->
            ask.intent() instanceof Intent.More
                ? new Reply.Open(CardSamples.more())
                : ask.intent() instanceof Intent.ShowFeed
                    ? new Reply.Replace(line("Page two"))
                    : ask.place().message() == null
                        ? new Reply.Show(CardSamples.feed())
                        : new Reply.Replace(CardSamples.feed());
    ann.type("feed");
    TeamsMessage list = ann.hears("What you can share");
    assertThat(ann.press("More…", list).shown()).contains("Words to copy");
    assertThat(ann.form(list).press("Back").shown()).contains("What you can share");
    assertThat(house.asked().intent()).isEqualTo(new Intent.Type("feed"));
    assertThat(ann.press("Older", list).shown()).isEqualTo("Page two");
    house.teams.awaitChat("Ann", m -> m.id().equals(list.id()) && m.shown().equals("Page two"));
  }

  @Test
  void the_message_extension_opens_the_form_in_a_dialog_and_takes_it_once() {
    house.desk =
        ask ->
            ask.intent() instanceof Intent.OpenDraft
                ? new Reply.Open(CardSamples.draft())
                : ask.values().has("headline")
                    ? new Reply.Done()
                    : new Reply.Correct(Map.of("headline", Text.of("A headline is missing.")));
    ann.extension("submitDraft");
    TeamsForm dialog = ann.dialog();
    assertThat(dialog.title()).isEqualTo("New draft");
    dialog.fill("Post text", "Words").press("Submit");
    assertThat(dialog.errors()).containsEntry("Headline", "A headline is missing.");
    assertThat(dialog.text("Post text")).isEqualTo("Words");
    TeamsOutcome sent = dialog.fill("Headline", "Hello").press("Submit");

    assertThat(ann.hasDialog()).isFalse();
    ann.again(sent);
    assertThat(house.asks).filteredOn(a -> a.values().has("headline")).hasSize(1);
  }

  @Test
  void the_message_extension_on_a_message_brings_its_words_and_link() {
    house.desk = ask -> new Reply.Open(CardSamples.draft());
    TeamsMessage said =
        house.teams.as("Bob").say("approvals", "We <3 it & so\nhttps://a.example/x?a=1&b=2");
    ann.extension("submitDraft", said);

    assertThat(house.asked().intent())
        .isEqualTo(
            new Intent.DraftFrom(
                "https://a.example/x?a=1&b=2", "We <3 it & so\nhttps://a.example/x?a=1&b=2"));
  }

  @Test
  void a_fault_is_an_apology_with_a_number_and_changes_nothing_on_the_screen() {
    house.desk =
        ask -> {
          throw new IllegalStateException("not to be told");
        };
    TeamsMessage card = post(CardSamples.review());
    assertThat(ann.press("Approve", card).says()).contains("I-1").doesNotContain("not to be told");
    ann.type("help");
    assertThat(ann.hears("give this number").text()).contains("I-");
  }

  @Test
  void what_is_done_stays_done_where_its_card_cannot_be_drawn() {
    TeamsMessage card = post(CardSamples.review());
    house.lying =
        place -> {
          throw new IllegalStateException("not to be told");
        };

    assertThat(ann.press("Approve", card).says()).isEqualTo("Done.");
  }

  @Test
  void a_forged_button_means_nothing_and_an_unknown_form_is_not_taken() {
    TeamsMessage card = post(CardSamples.review());
    house.desk = ask -> new Reply.Say(Text.of("No."));
    JsonNode forged = Json.object(Press.KEY, Json.object("intent", "become_admin:1"));
    assertThat(ann.forge(card, "x", forged).says()).isEqualTo("No.");
    assertThat(house.asked().intent()).isEqualTo(new Intent.Unknown());
    JsonNode gone = Json.object(Press.KEY, Json.object("intent", "reject:7:0", "sheet", "none"));
    assertThat(ann.forge(card, "x", gone).says()).contains("open for too long");
    assertThat(house.asks).hasSize(1);
  }

  @Test
  void whoever_takes_herald_away_is_heard_of_again_when_they_come_back() {
    ann.uninstall();
    assertThat(
            TeamsCourierTest.kind(
                () -> house.room.courier().whisper("x", ann.person().id(), Text.of("a"))))
        .isEqualTo(io.herald.chat.PlatformFailure.Kind.GONE);
    assertThat(house.teams.ledger().attempts("sendToConversation")).isZero();
    ann.install();
    house.room.courier().whisper("x", ann.person().id(), Text.of("Welcome back"));
    ann.hears("Welcome back");
  }

  private TeamsMessage post(Card card, Choice... choices) {
    house.teams.as("Bob").addToTeam();
    var parts = new java.util.ArrayList<>(card.parts());
    if (choices.length > 0) {
      parts.add(new Part.Choices(List.of(choices)));
    }
    String channel = house.teams.channel("approvals").id();
    var sent = house.room.courier().send(channel, null, new Card(card.summary(), parts), 1);
    return house.teams.awaitIn("approvals", m -> m.id().equals(sent.message()));
  }

  private static Card line(String words) {
    return new Card(words, List.of(new Part.Lead(Text.of(words))));
  }
}
