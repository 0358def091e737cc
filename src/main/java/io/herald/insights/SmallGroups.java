package io.herald.insights;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Hides numbers that tell what a few people did, also where they follow from a total. */
public final class SmallGroups {
  private SmallGroups() {}

  /**
   * Which parts may be shown beside their sum. A part below the threshold is hidden; where what is
   * hidden could be worked out, because it is one part or few people in all, the smallest others
   * are hidden as well.
   *
   * @param people how many people stand behind each part
   */
  public static List<Boolean> shown(List<Long> people, long threshold) {
    var shown = new ArrayList<Boolean>();
    people.forEach(number -> shown.add(number >= threshold));
    List<Integer> bySize =
        IntStream.range(0, people.size())
            .boxed()
            .sorted(Comparator.comparingLong(people::get))
            .toList();
    for (int next : bySize) {
      long hidden = shown.stream().filter(is -> !is).count();
      long sum =
          IntStream.range(0, people.size()).filter(i -> !shown.get(i)).mapToLong(people::get).sum();
      if (hidden == 0 || (hidden > 1 && sum >= threshold)) {
        break;
      }
      shown.set(next, false);
    }
    return shown;
  }
}
