package io.herald.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.herald.ImpatientHerald;
import io.herald.sandbox.Fault;
import io.herald.sandbox.Message;
import io.herald.sandbox.Modal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What people see when Slack is in trouble, and that each post arrives once all the same. */
class FaultStoryTest {
  private static final String SEND = "chat.postMessage";

  private static final List<String> MEMBERS =
      List.of("U0BEN", "U0OTTO", "U0DAN", "U0CLARA", "U0AMIRA");

  private final Office office = new Office(Map.of(), ImpatientHerald::start);

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void a_first_push_without_an_answer_is_looked_for_where_home_told_the_way() {
    office.slack.grant("im:history");
    office.join(office.ben());
    // No message has ever gone to Ben; that he opens Home tells where one would go.
    office.ben().home();
    office.draft(office.amira(), "First of all");
    Message review = office.review("First of all", "Waiting for an approver");
    office.slack.faults().nextTo("U0BEN", SEND, Fault.closedThoughDone());
    office.clara().press("Approve", review);
    office.review("First of all", "It is live");
    office.ben().hears("because you follow General");

    // Only of a card that Herald knows to have arrived can it take the words back.
    withdraw("First of all");
    office.ben().hears("was withdrawn, so please do not share");
    assertThat(posts("U0BEN", "First of all")).hasSize(1);
  }

  @Test
  void where_herald_may_not_look_a_post_without_an_answer_is_never_sent_again_on_a_guess() {
    List<String> members = List.of("U0BEN", "U0OTTO", "U0DAN");
    members.forEach(member -> office.join(office.slack.as(member)));
    office.draft(office.amira(), "Perhaps");
    Message review = office.review("Perhaps", "Waiting for an approver");
    office.slack.faults().nextTo("U0BEN", SEND, Fault.closed());
    office.slack.faults().nextTo("U0OTTO", SEND, Fault.closedThoughDone());
    office.clara().press("Approve", review);
    eventually(() -> office.number("herald_deliveries_total{outcome=\"unknown\"") == 2);
    eventually(() -> office.number("herald_outbox_depth") == 0);
    assertThat(pushes("U0BEN", "Perhaps")).isEmpty();
    assertThat(pushes("U0OTTO", "Perhaps")).hasSize(1);
    assertThat(pushes("U0DAN", "Perhaps")).hasSize(1);

    office.dan().command("/herald stats");
    office.dan().press("Details", office.dan().sees("Perhaps"));
    office.dan().press("How it is sent", office.dan().sees("Time to approval"));
    Message push = office.dan().sees("the platform’s answer got lost");
    office.dan().press("Send the unknown again", push);
    Modal sure = office.dan().modal("Send the unknown again");
    assertThat(sure.shown()).contains("Of 2 cards of “Perhaps” nobody can tell");
    sure.submit();
    eventually(() -> pushes("U0BEN", "Perhaps").size() == 1);
    eventually(() -> pushes("U0OTTO", "Perhaps").size() == 2);
    assertThat(office.dan().hears("All of it was sent").buttons())
        .doesNotContain("Send the unknown again");
    assertThat(pushes("U0DAN", "Perhaps")).hasSize(1);
  }

  @Test
  void when_slack_asks_to_wait_nothing_of_the_kind_is_asked_before() {
    office.join(office.ben());
    office.draft(office.amira(), "Slowly");
    Message review = office.review("Slowly", "Waiting for an approver");
    office.slack.faults().nextTo("U0BEN", SEND, Fault.rateLimited(3));
    office.clara().press("Approve", review);
    office.until("Slack to ask to wait", () -> office.slack.limits().refused() > 0);
    // Somebody waits for these cards, and they wait as well.
    office.draft(office.otto(), "Urgent");
    office.review("Urgent", "Waiting for an approver");
    office.ben().hears("because you follow");
    assertThat(office.slack.limits().refused()).isEqualTo(1);
    assertThat(office.slack.limits().early()).isZero();
    assertThat(pushes("U0BEN", "Slowly")).hasSize(1);
  }

  @Test
  void a_review_card_without_an_answer_comes_again_and_both_take_one_decision() {
    office.slack.faults().nextTo("C0APPROVALS", SEND, Fault.closedThoughDone());
    office.draft(office.amira(), "Twice");
    eventually(() -> cards("Twice").size() == 2);
    office.clara().press("Approve", cards("Twice").get(0));
    office.review("Twice", "Approved by");
    office.otto().press("Approve", cards("Twice").get(0));
    assertThat(office.otto().sees("Already approved by").shown()).contains("clara");
  }

  @Test
  void a_channel_that_was_archived_takes_nothing_and_holds_nobody_up() {
    office.dan().command("/herald topic point General at #news");
    office.dan().sees("#news");
    office.join(office.ben());
    office.slack.put(office.slack.channel("news").asArchived());
    office.live(office.amira(), "Anyway");
    office.ben().hears("because you follow");
    eventually(() -> office.number("herald_outbox_depth") == 0);
    assertThat(office.slack.messagesIn("news")).noneMatch(m -> m.shown().contains("Anyway"));
    assertThat(pushes("U0BEN", "Anyway")).hasSize(1);
  }

  @Test
  void where_the_approvers_channel_is_gone_admins_hear_of_it_and_choose_another() {
    office.slack.put(office.slack.channel("approvals").asArchived());
    office.draft(office.amira(), "Into nowhere");
    Message warning = office.dan().hears("cannot post in the approvers’ channel");
    assertThat(warning.shown()).contains("Into nowhere", "/herald use this channel for approvals");

    office.dan().command("news", "/herald use this channel for approvals");
    office.slack.awaitIn("news", m -> m.shown().contains("Into nowhere"));
  }

  @Test
  void where_herald_may_look_each_post_arrives_once_whatever_became_of_its_call() {
    office.slack.grant("im:history");
    MEMBERS.forEach(member -> office.join(office.slack.as(member)));
    MEMBERS.forEach(member -> office.slack.as(member).home());
    office.draft(office.amira(), "For all");
    Message review = office.review("For all", "Waiting for an approver");
    var faults = office.slack.faults();
    faults.nextTo("U0BEN", SEND, Fault.closed());
    faults.nextTo("U0OTTO", SEND, Fault.status(500), Fault.status(503));
    faults.nextTo("U0DAN", SEND, Fault.closedThoughDone());
    faults.nextTo("U0CLARA", SEND, Fault.hangsThoughDone());
    faults.nextTo("U0AMIRA", SEND, Fault.hangs(), Fault.errorThoughDone("internal_error"));
    office.clara().press("Approve", review);
    eventually(() -> MEMBERS.stream().noneMatch(member -> pushes(member, "For all").isEmpty()));
    eventually(() -> office.number("herald_outbox_depth") == 0);
    MEMBERS.forEach(member -> assertThat(pushes(member, "For all")).as(member).hasSize(1));
    assertThat(office.number("herald_deliveries_total{outcome=\"unknown\"")).isZero();
  }

  private static void eventually(Callable<Boolean> holds) {
    await().atMost(Duration.ofMinutes(1)).until(holds);
  }

  private void withdraw(String headline) {
    office.dan().home().pressAfter(headline, "Withdraw");
    office.dan().modal("Withdraw").fill("Why", "Enough.").submit();
  }

  private List<Message> cards(String headline) {
    return office.slack.messagesIn("approvals").stream()
        .filter(m -> m.thread().isEmpty() && m.shown().contains(headline))
        .toList();
  }

  private List<Message> pushes(String member, String headline) {
    return posts(member, headline).stream()
        .filter(m -> m.shown().contains("because you follow"))
        .toList();
  }

  private List<Message> posts(String member, String headline) {
    return office.slack.dm(member).stream()
        .filter(m -> m.shown().contains(headline) || m.shown().contains("was withdrawn"))
        .toList();
  }
}
