package io.herald.chaos;

import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** What came of a run on all platforms. */
record ChaosOutcome(ChaosPlan plan, double seconds, List<Tally> tallies) {

  boolean good() {
    return tallies.stream().allMatch(Tally::good);
  }

  String figures() {
    return String.format(
        Locale.ROOT,
        "%,d recipients, %,d of them in Teams, in %.0f s (%.0f a minute; %,d in Slack and %,d in"
            + " Teams permitted), %d kills, %d restarts of the database, im:history %s%n%s",
        plan.recipients(),
        plan.inTeams(),
        seconds,
        plan.recipients() / seconds * 60,
        ChaosPlan.SLACK_PER_MINUTE,
        ChaosPlan.TEAMS_PER_MINUTE,
        plan.kills(),
        plan.restarts(),
        plan.history() ? "granted" : "not granted",
        tallies.stream().map(Tally::figures).collect(Collectors.joining()));
  }

  /**
   * All platforms in a line. Where Herald may look whether a message arrived, its unknown are those
   * that it should have found; those of a platform that shows it nothing are counted with the
   * platform alone.
   */
  String verdict() {
    boolean looks = tallies.stream().anyMatch(Tally::looked);
    List<Tally> told = tallies.stream().filter(tally -> tally.looked() == looks).toList();
    return String.format(
        "lost %d · sent twice %d · unknown %d of %d · over the limit %d",
        sum(tallies, tally -> tally.lost().size()),
        sum(tallies, tally -> tally.twice().size()),
        sum(told, tally -> tally.unknown().size()),
        sum(told, tally -> tally.expected().size()),
        sum(tallies, Tally::early));
  }

  private static long sum(List<Tally> tallies, ToLongFunction<Tally> of) {
    return tallies.stream().mapToLong(of).sum();
  }
}
