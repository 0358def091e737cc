package io.herald.insights;

/**
 * What came of something.
 *
 * @param delivered cards that arrived
 * @param people members who shared, each once for a post
 * @param shares times they did
 * @param visits times the public opened their links
 */
public record Numbers(long delivered, long people, long shares, long visits) {
  public static final Numbers NONE = new Numbers(0, 0, 0, 0);

  public Numbers plus(Numbers other) {
    return new Numbers(
        delivered + other.delivered,
        people + other.people,
        shares + other.shares,
        visits + other.visits);
  }

  /** Whether so few shared that nothing about it is shown. */
  public boolean few(long threshold) {
    return people < threshold;
  }

  /** Who got it and did not share, as far as is known. */
  public long ignored() {
    return Math.max(0, delivered - people);
  }
}
