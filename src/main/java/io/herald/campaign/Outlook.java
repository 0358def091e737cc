package io.herald.campaign;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Who would get a campaign if it were sent now, and when, and who would not, and why. */
public record Outlook(List<Group> groups, List<Long> first) {
  public Outlook {
    groups = List.copyOf(groups);
    first = List.copyOf(first);
  }

  /** Whether and when somebody gets a card. */
  public enum When {
    NOW,
    LATER,
    NOT
  }

  /** How many people fare alike; the reason is a code, empty for those who get it now. */
  public record Group(When when, String why, long number) {}

  /** How many get it, now or later. */
  public long reached() {
    return number(When.NOW) + number(When.LATER);
  }

  public long number(When when) {
    return groups.stream().filter(g -> g.when() == when).mapToLong(Group::number).sum();
  }

  /** Counts people one after the other, so that memory does not grow with them. */
  static final class Counting {
    private final Map<When, Map<String, Long>> counts = new TreeMap<>();
    private final List<Long> first = new ArrayList<>();
    private final int most;

    /**
     * @param most of so many who get it now the ids are kept
     */
    Counting(int most) {
      this.most = most;
    }

    void count(long member, When when, String why) {
      if (when == When.NOW && first.size() < most) {
        first.add(member);
      }
      many(when, why, 1);
    }

    void many(When when, String why, long number) {
      if (number > 0) {
        counts.computeIfAbsent(when, w -> new TreeMap<>()).merge(why, number, Long::sum);
      }
    }

    Outlook done() {
      var groups = new ArrayList<Group>();
      counts.forEach(
          (when, reasons) ->
              reasons.entrySet().stream()
                  .sorted(
                      Comparator.comparingLong((Map.Entry<String, Long> e) -> -e.getValue())
                          .thenComparing(Map.Entry::getKey))
                  .forEach(e -> groups.add(new Group(when, e.getKey(), e.getValue()))));
      return new Outlook(groups, first);
    }
  }

  /** How long so many cards take at a pace. */
  public static Duration lasts(long cards, double perSecond) {
    return Duration.ofMillis(Math.round(cards * 1_000 / perSecond));
  }
}
