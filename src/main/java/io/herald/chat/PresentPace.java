package io.herald.chat;

import io.herald.members.People;
import io.herald.outbox.Call;
import io.herald.outbox.Pacer;
import io.herald.store.Tx;

/** How fast cards go out at present, as far as it was learnt. */
final class PresentPace {
  private final People people;
  private final Pacer pacer;

  PresentPace(People people, Pacer pacer) {
    this.people = people;
    this.pacer = pacer;
  }

  /** Cards a second; of several workspaces the slowest, for a broadcast ends with its last card. */
  double perSecond(Tx tx) {
    return people.workspaces(tx).stream()
            .mapToDouble(workspace -> pacer.rate(tx, workspace, Call.SEND))
            .min()
            .orElse(Pacer.FIRST_RATE)
        / 60;
  }
}
