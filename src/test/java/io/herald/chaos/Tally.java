package io.herald.chaos;

import io.herald.members.Platform;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What came of a run on one platform, as its double and the database tell it.
 *
 * @param looked whether Herald may look there whether a message arrived
 * @param lost cards that neither arrived nor are known to be unknown; below zero those that were
 *     never made
 * @param twice cards that arrived more than once
 * @param unknown cards of which Herald says that it cannot tell
 * @param expected cards of which nobody could tell
 * @param early calls that came though their method was to be left alone
 * @param overtaken how many messages to many went before one that somebody waited for, at most
 */
record Tally(
    Platform platform,
    boolean looked,
    long calls,
    long refused,
    Set<Long> lost,
    Set<Long> twice,
    Set<Long> unknown,
    Set<Long> expected,
    long early,
    long overtaken) {

  /** Work that was begun when something urgent came cannot be overtaken any more. */
  private static final int UNDER_WAY = 3 * 8 * 2;

  /**
   * Counts.
   *
   * @param cards those of the platform
   * @param people who should have got one there
   * @param interrupted the cards that nodes were sending when they were killed
   */
  static Tally of(
      Side side,
      boolean looked,
      List<PostCard> cards,
      int people,
      Set<Long> interrupted,
      long overtaken) {
    Map<String, Long> arrived = side.arrived();
    Set<String> unanswered = side.unanswered();
    var lost = new TreeSet<Long>();
    var twice = new TreeSet<Long>();
    var unknown = new TreeSet<Long>();
    var expected = new TreeSet<Long>();
    for (PostCard card : cards) {
      String mark = side.mark(card);
      long times = arrived.getOrDefault(mark, 0L);
      if (card.unknown()) {
        unknown.add(card.id());
      } else if (times == 0) {
        lost.add(card.id());
      }
      if (times > 1) {
        twice.add(card.id());
      }
      if (!looked && (unanswered.contains(mark) || interrupted.contains(card.id()))) {
        expected.add(card.id());
      }
    }
    for (long missing = cards.size(); missing < people; missing++) {
      lost.add(missing - people);
    }
    return new Tally(
        side.platform(),
        looked,
        side.calls(),
        side.refused(),
        lost,
        twice,
        unknown,
        expected,
        side.early(),
        overtaken);
  }

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
        "%s: %,d calls, %,d of them refused for their pace; what somebody waited for was overtaken"
            + " by at most %d messages to many%n%s%s: lost %d · sent twice %d · unknown %d of %d ·"
            + " over the limit %d%n",
        name(),
        calls,
        refused,
        overtaken,
        differences(),
        name(),
        lost.size(),
        twice.size(),
        unknown.size(),
        expected.size(),
        early);
  }

  private String name() {
    return platform == Platform.SLACK ? "Slack" : "Teams";
  }

  private String differences() {
    var surplus = new TreeSet<>(unknown);
    surplus.removeAll(expected);
    var missing = new TreeSet<>(expected);
    missing.removeAll(unknown);
    return lost.isEmpty() && twice.isEmpty() && surplus.isEmpty() && missing.isEmpty()
        ? ""
        : String.format(
            "%s: lost %s, twice %s, unknown for no reason %s, not unknown %s%n",
            name(), lost, twice, surplus, missing);
  }
}
