package io.herald.share;

import java.util.ArrayList;
import java.util.List;

/** Which of a network's wordings a member is given: the one that the fewest have so far. */
public final class Wordings {
  private Wordings() {}

  /**
   * The place of the wording to give next. Among equals it is the first, so that the same counts
   * always give the same answer.
   *
   * @param given how often each wording was given for this post on this network, in their order; at
   *     least one
   */
  public static int next(List<Long> given) {
    if (given.isEmpty()) {
      throw new IllegalArgumentException("there is no wording to give");
    }
    int least = 0;
    for (int i = 1; i < given.size(); i++) {
      if (given.get(i) < given.get(least)) {
        least = i;
      }
    }
    return least;
  }

  /** The wordings for so many members in a row, each counted before the next is chosen. */
  public static List<Integer> deal(List<Long> given, int members) {
    List<Long> counts = new ArrayList<>(given);
    List<Integer> dealt = new ArrayList<>(members);
    for (int i = 0; i < members; i++) {
      int next = next(counts);
      counts.set(next, counts.get(next) + 1);
      dealt.add(next);
    }
    return dealt;
  }
}
