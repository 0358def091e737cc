package io.herald.checks;

import java.util.ArrayList;
import java.util.List;

/** Which hits of a rule count, by what stands near them. */
final class Nearness {
  private final int[] before;

  /** Counts the words that hits of one role cover, so that any stretch is asked in no time. */
  private Nearness(List<Phrases.Hit> hits, Phrases.Role role, int words) {
    var covered = new boolean[words];
    for (Phrases.Hit hit : hits) {
      if (hit.use().role() == role) {
        for (int i = hit.first(); i <= hit.last(); i++) {
          covered[i] = true;
        }
      }
    }
    before = new int[words + 1];
    for (int i = 0; i < words; i++) {
      before[i + 1] = before[i] + (covered[i] ? 1 : 0);
    }
  }

  private boolean any(int from, int to) {
    int first = Math.max(0, from);
    int last = Math.min(before.length - 1, to + 1);
    return before[last] > before[first];
  }

  /** The stretches that a rule finds: the widest where several overlap. */
  static List<Span> weigh(Rule rule, List<Phrases.Hit> hits, List<Token> words) {
    var near = new Nearness(hits, Phrases.Role.NEAR, words.size());
    var unless = new Nearness(hits, Phrases.Role.UNLESS, words.size());
    var spans = new ArrayList<Span>();
    for (Phrases.Hit hit : hits) {
      if (hit.use().role() == Phrases.Role.FINDS) {
        int from = hit.first() - rule.within();
        int to = hit.last() + rule.within();
        boolean counts =
            (rule.near().isEmpty() || near.any(from, to))
                && (rule.unless().isEmpty() || !unless.any(from, to));
        if (counts) {
          spans.add(
              new Span(words.get(hit.first()).span().from(), words.get(hit.last()).span().to()));
        }
      }
    }
    return widest(spans);
  }

  private static List<Span> widest(List<Span> spans) {
    var sorted = new ArrayList<>(spans);
    sorted.sort(
        (a, b) -> a.from() == b.from() ? Integer.compare(b.to(), a.to()) : a.from() - b.from());
    var kept = new ArrayList<Span>();
    for (Span span : sorted) {
      if (kept.isEmpty() || !kept.get(kept.size() - 1).overlaps(span)) {
        kept.add(span);
      }
    }
    return kept;
  }
}
