package io.herald.chaos;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * What came of a run, as the double and the database tell it.
 *
 * @param lost deliveries that neither arrived nor are known to be unknown
 * @param twice deliveries that arrived more than once
 * @param unknown deliveries of which Herald says that it cannot tell
 * @param expected deliveries of which nobody could tell
 * @param early calls that came though their method was to be left alone
 * @param overtaken how many messages to many went before one that somebody waited for, at most
 */
record ChaosOutcome(
    ChaosPlan plan,
    double seconds,
    long calls,
    long refused,
    Set<Long> lost,
    List<String> twice,
    Set<Long> unknown,
    Set<Long> expected,
    long early,
    long overtaken) {

  /** Work that was begun when something urgent came cannot be overtaken any more. */
  private static final int UNDER_WAY = 3 * 8 * 2;

  boolean good() {
    return lost.isEmpty()
        && twice.isEmpty()
        && unknown.equals(expected)
        && early == 0
        && overtaken <= UNDER_WAY;
  }

  String figures() {
    return String.format(
        Locale.ROOT,
        "%,d recipients in %.0f s (%.0f a minute; %,d permitted), %,d calls, %,d of them refused"
            + " for their pace, %d kills, %d restarts of the database, im:history %s%n"
            + "what somebody waited for was overtaken by at most %d messages to many%n%s",
        plan.recipients(),
        seconds,
        plan.recipients() / seconds * 60,
        plan.perMinute(),
        calls,
        refused,
        plan.kills(),
        plan.restarts(),
        plan.history() ? "granted" : "not granted",
        overtaken,
        differences());
  }

  private String differences() {
    var surplus = new TreeSet<>(unknown);
    surplus.removeAll(expected);
    var missing = new TreeSet<>(expected);
    missing.removeAll(unknown);
    return lost.isEmpty() && twice.isEmpty() && surplus.isEmpty() && missing.isEmpty()
        ? ""
        : String.format(
            "lost %s, twice %s, unknown for no reason %s, not unknown %s%n",
            lost, twice, surplus, missing);
  }

  String verdict() {
    return String.format(
        "lost %d · sent twice %d · unknown %d of %d · over the limit %d",
        lost.size(), twice.size(), unknown.size(), expected.size(), early);
  }
}
