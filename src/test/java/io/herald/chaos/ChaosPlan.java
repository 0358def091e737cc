package io.herald.chaos;

import java.time.Duration;

/**
 * What a run does.
 *
 * @param recipients members who get the post
 * @param kills how often a node is killed on the way
 * @param restarts how often the database is restarted
 * @param fair how many calls to Slack lie between two storms
 * @param storm how many calls a storm is long
 * @param underWay how long a call may be on its way when its platform begins to refuse: longer
 *     where the machine has much else to do
 * @param history whether Herald may look whether a message arrived, where the platform shows it
 */
record ChaosPlan(
    int recipients,
    int kills,
    int restarts,
    int fair,
    int storm,
    Duration underWay,
    boolean history,
    long seed) {
  /** Every so-manieth member is in Teams, the others in Slack. */
  static final int EVERY_IN_TEAMS = 5;

  /** How many messages a minute the double of Slack permits. */
  static final int SLACK_PER_MINUTE = 6_000;

  /** How many the double of Teams does. */
  static final int TEAMS_PER_MINUTE = 1_500;

  private static final Duration ALONE = Duration.ofMillis(750);
  private static final Duration BESIDE_OTHERS = Duration.ofMillis(1_500);

  static ChaosPlan whole(boolean history, long seed) {
    return new ChaosPlan(10_000, 50, 3, 600, 25, ALONE, history, seed);
  }

  static ChaosPlan brief(boolean history, long seed) {
    return new ChaosPlan(1_000, 8, 1, 400, 10, ALONE, history, seed);
  }

  /** As much of it as a run of all tests has time for. */
  static ChaosPlan tiny(long seed) {
    return new ChaosPlan(160, 3, 1, 80, 4, BESIDE_OTHERS, false, seed);
  }

  int inTeams() {
    return recipients / EVERY_IN_TEAMS;
  }

  int inSlack() {
    return recipients - inTeams();
  }
}
