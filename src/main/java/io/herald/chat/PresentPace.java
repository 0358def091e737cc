package io.herald.chat;

import io.herald.members.People;
import io.herald.outbox.Call;
import io.herald.outbox.Halt;
import io.herald.outbox.Pacer;
import io.herald.store.Tx;
import io.herald.words.Text;
import io.herald.words.Words;
import java.time.ZoneOffset;
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
      pacer.halted(tx, workspace).ifPresent(halt -> halts.add(halted(tx, workspace, halt)));
    }
    return halts;
  }

  private Text halted(Tx tx, long workspace, Halt halt) {
    return Words.text("pace.halted", platform(tx, workspace), halt.since(), halt.why());
  }

  /** The same to whoever is elsewhere; once it goes on, that. */
  Card halt(Tx tx, long workspace) {
    Text text =
        pacer
            .halted(tx, workspace)
            .map(halt -> halted(tx, workspace, halt))
            .orElseGet(() -> Words.text("pace.goes_on", platform(tx, workspace)));
    return new Card(text.plain(ZoneOffset.UTC), List.of(new Part.Lead(text)));
  }

  private String platform(Tx tx, long workspace) {
    return people.account(tx, workspace, "").platform().label();
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
