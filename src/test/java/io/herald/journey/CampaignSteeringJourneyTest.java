package io.herald.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.herald.sandbox.Actor;
import io.herald.sandbox.Fault;
import io.herald.sandbox.Message;
import io.herald.sandbox.Modal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A lead tries a campaign on a few, stops it, goes on with it, ends it, and takes a post back. */
class CampaignSteeringJourneyTest {
  private static final String SEND = "chat.postMessage";
  private static final int MEMBERS = 24;

  private final Office office = new Office();
  private final List<String> members = new ArrayList<>();

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void a_campaign_is_tried_paused_resumed_cancelled_and_its_post_recalled() {
    for (int i = 1; i <= MEMBERS; i++) {
      String id = String.format("U0MEMBER%02d", i);
      office.slack.addPerson(id, "Member " + i);
      office.slack.as(id).command("/herald join");
      members.add(id);
    }
    members.forEach(
        id -> office.slack.awaitEphemeral(id, m -> m.shown().contains("You have joined")));

    tryFirst();
    pauseAndResume();
    cancel();
    recall();
  }

  private void tryFirst() {
    held("Come to the fair");
    plan("Fair", "Come to the fair");
    Message ready = card("24 people get it now");
    assertThat(ready.buttons()).contains("Send to 24 people", "Send to 20 people first");

    office.dan().press("Send to 20 people first", ready);

    eventually(() -> got("Come to the fair") == 20);
    Message tried = card("The first 20 people were tried");
    assertThat(tried.shown()).contains("20 of 20");
    assertThat(tried.ts()).as("the same card").isEqualTo(ready.ts());
    assertThat(tried.buttons()).contains("Send to the other 4");
  }

  private void pauseAndResume() {
    office.slack.faults().next(SEND, Fault.rateLimited(3));
    office.dan().press("Send to the other 4", card("The first 20 people were tried"));
    sure("Send to 4 people");
    Message sending = card("It is being sent");
    assertThat(sending.shown()).contains("20 of 24", "Waiting");

    office.dan().press("Pause", sending);
    Message paused = card("It is paused");
    eventually(() -> office.number("herald_outbox_depth{lane=\"bulk\"") == 0);
    assertThat(got("Come to the fair")).as("nothing waits anywhere to be sent").isEqualTo(20);
    office.dan().press("Pause", sending);
    office.dan().sees("This campaign is not running.");

    office.dan().press("Resume", paused);
    eventually(() -> got("Come to the fair") == MEMBERS);
    Message sent = card("All of it was sent");
    assertThat(sent.shown()).contains("24 of 24");
    assertThat(sent.buttons()).doesNotContain("Pause", "Resume");
  }

  private void cancel() {
    held("Come to the party");
    plan("Party", "Come to the party");
    office.slack.faults().next(SEND, Fault.rateLimited(3));
    office.dan().press("Send to 24 people", card("24 people get it now"));
    sure("Send to 24 people");
    Message sending =
        office.slack.awaitDm(
            "U0DAN", m -> m.shown().contains("Party") && m.shown().contains("It is being sent"));
    office.dan().press("Cancel", sending);
    Modal form = office.dan().modal("Cancel campaign");
    assertThat(form.shown()).contains("cards of “Party” have not been sent, and never will be");
    form.submit();

    Message cancelled = card("It was cancelled (");
    assertThat(cancelled.shown()).contains("Not sent");
    assertThat(cancelled.buttons()).contains("CSV", "Copy").doesNotContain("Resume", "Cancel");
    eventually(() -> office.number("herald_outbox_depth{lane=\"bulk\"") == 0);
    assertThat(got("Come to the party")).isLessThan(MEMBERS);
  }

  private void recall() {
    Actor first = office.slack.as(members.get(0));
    String link = first.hears("Come to the fair").link("Share on LinkedIn").orElseThrow();
    assertThat(office.open(link).statusCode()).isEqualTo(302);

    office.dan().home().pressAfter("Come to the fair", "Withdraw");
    office.dan().modal("Withdraw").fill("Why", "The fair is off.").submit();

    assertThat(office.open(link).body()).as("at once").contains("The fair is off.");
    office.dan().hears("is withdrawn.");
    first.hears("which you shared, was withdrawn: The fair is off.");
    eventually(
        () ->
            office.slack.dm("U0DAN").stream()
                .anyMatch(m -> m.shown().contains("All 24 cards say so")));
    assertThat(office.dan().hears("All 24 cards say so").shown())
        .contains("1 person shared it and is told.", "24 of 24 cards edited");
    for (String member : members) {
      assertThat(office.slack.dm(member))
          .anyMatch(m -> m.shown().contains("The fair is off."))
          .noneMatch(m -> m.shown().contains("Come to the fair") && m.shown().contains("Share on"));
    }
  }

  private void plan(String name, String post) {
    office.dan().command("/herald campaign new");
    Modal form = office.dan().modal("New campaign");
    form.fill("Name", name)
        .fill("Goal", "Meet people")
        .fill("Posts", post + " (held)")
        .fill("Audience", "Everybody who joined")
        .fill("Ends", LocalDate.now(ZoneOffset.UTC).plusDays(9) + "T18:00")
        .submit();
    assertThat(form.errors()).isEmpty();
  }

  private void sure(String answer) {
    office.dan().modal("Send campaign").fill("Are you sure?", answer).submit();
  }

  /** An approved post that waits for a campaign. */
  private void held(String headline) {
    office.draft(office.amira(), headline);
    office.dan().press("Hold for a campaign", office.review(headline, "Waiting for an approver"));
    Message review =
        office.slack.awaitIn(
            "approvals",
            m ->
                m.shown().contains(headline)
                    && m.buttons().contains("Approve")
                    && !m.buttons().contains("Hold for a campaign"));
    office.clara().press("Approve", review);
    office.review(headline, "Held for a campaign");
  }

  private Message card(String words) {
    return office.slack.awaitDm("U0DAN", m -> m.shown().contains(words));
  }

  private long got(String headline) {
    return members.stream()
        .filter(
            member -> office.slack.dm(member).stream().anyMatch(m -> m.shown().contains(headline)))
        .count();
  }

  private static void eventually(Callable<Boolean> holds) {
    await().atMost(Duration.ofMinutes(1)).until(holds);
  }
}
