package io.herald.chat.teams;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.bot.schema.Activity;
import io.herald.chat.Afterwards;
import io.herald.chat.Apologies;
import io.herald.chat.Courier.Sent;
import io.herald.chat.Reply;

/** What follows the answer to a request: what was typed is answered by a message. */
final class TeamsEffects implements AutoCloseable {
  private final TeamsCourier courier;
  private final TeamsReach reach;
  private final Afterwards afterwards;

  TeamsEffects(TeamsCourier courier, TeamsReach reach, Apologies apologies) {
    this.courier = courier;
    this.reach = reach;
    this.afterwards = new Afterwards("teams-effects", apologies);
  }

  /** Answers what was typed, in the person's own chat with Herald; returns at once. */
  void tell(Asked asked, Reply reply) {
    if (!(reply instanceof Reply.Done)) {
      later(asked, () -> send(asked, reply));
    }
  }

  /** Draws a message of the person's own chat anew, which only they see; returns at once. */
  void redraw(Asked asked, Sent where, ObjectNode card, String summary) {
    later(asked, () -> courier.update(where, card, summary));
  }

  private void later(Asked asked, Runnable work) {
    afterwards.begin(asked.key(), work, words -> send(asked, words));
  }

  private void send(Asked asked, Reply reply) {
    String person = asked.from().person();
    Activity message = courier.message(person, reply, asked.redraw(), asked.key()).orElseThrow();
    if (asked.from().personal()) {
      Reference here = asked.from().reference();
      reach.send(here, here.conversation(), message);
      return;
    }
    courier.sayAlone(person, message, asked.from().conversation(), "teams.write.first");
  }

  @Override
  public void close() {
    afterwards.close();
  }
}
