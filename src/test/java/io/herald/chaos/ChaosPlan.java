package io.herald.chaos;

/**
 * What a run does.
 *
 * @param recipients members who get the post
 * @param kills how often a node is killed on the way
 * @param restarts how often the database is restarted
 * @param perMinute how many messages the double permits
 * @param history whether Herald may look whether a message arrived
 */
record ChaosPlan(
    int recipients, int kills, int restarts, int perMinute, boolean history, long seed) {

  static ChaosPlan whole(boolean history, long seed) {
    return new ChaosPlan(10_000, 50, 3, 6_000, history, seed);
  }

  static ChaosPlan brief(boolean history, long seed) {
    return new ChaosPlan(1_000, 8, 1, 6_000, history, seed);
  }

  /** As much of it as a run of all tests has time for. */
  static ChaosPlan tiny(long seed) {
    return new ChaosPlan(300, 4, 1, 6_000, false, seed);
  }
}
