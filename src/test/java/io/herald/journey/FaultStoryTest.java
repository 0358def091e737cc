package io.herald.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.sandbox.Fault;
import io.herald.sandbox.Message;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What people see when Slack is in trouble, and that each post arrives once all the same. */
class FaultStoryTest {
  private static final String SEND = "chat.postMessage";

  private final Office office = new Office();

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

  private void withdraw(String headline) {
    office.dan().home().pressAfter(headline, "Withdraw");
    office.dan().modal("Withdraw").fill("Why", "Enough.").submit();
  }

  private List<Message> posts(String member, String headline) {
    return office.slack.dm(member).stream()
        .filter(m -> m.shown().contains(headline) || m.shown().contains("was withdrawn"))
        .toList();
  }
}
