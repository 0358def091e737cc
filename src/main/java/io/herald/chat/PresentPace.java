package io.herald.chat;

import io.herald.members.People;
import io.herald.outbox.Call;
import io.herald.outbox.Pacer;
import io.herald.store.Tx;
import io.herald.words.Text;
import io.herald.words.Words;
import java.util.ArrayList;
import java.util.List;

/** How fast cards go out at present, as far as it was learnt, and where none go out at all. */
final class PresentPace {
  private final People people;
  private final Pacer pacer;

  PresentPace(People people, Pacer pacer) {
    this.people = people;
    this.pacer = pacer;
  }

  /** Says of each workspace that takes no calls at all since when, why, and what to do. */
  List<Text> halts(Tx tx) {
    var halts = new ArrayList<Text>();
    for (long workspace : people.workspaces(tx)) {
      pacer
          .halted(tx, workspace)
          .ifPresent(
              halt ->
                  halts.add(
                      Words.text(
                          "pace.halted",
                          people.account(tx, workspace, "").platform().label(),
                          halt.since(),
                          halt.why())));
    }
    return halts;
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
