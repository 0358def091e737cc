package io.herald.chaos;

/**
 * What a run does.
 *
 * @param recipients members who get the post
 * @param kills how often a node is killed on the way
 * @param restarts how often the database is restarted
 * @param fair how many calls to Slack lie between two storms
 * @param storm how many calls a storm is long
 * @param history whether Herald may look whether a message arrived, where the platform shows it
 */
record ChaosPlan(
    int recipients, int kills, int restarts, int fair, int storm, boolean history, long seed) {
  /** Every so-manieth member is in Teams, the others in Slack. */
  static final int EVERY_IN_TEAMS = 5;

  /** How many messages a minute the double of Slack permits. */
  static final int SLACK_PER_MINUTE = 6_000;

  /** How many the double of Teams does. */
  static final int TEAMS_PER_MINUTE = 1_500;

  static ChaosPlan whole(boolean history, long seed) {
    return new ChaosPlan(10_000, 50, 3, 600, 25, history, seed);
  }

  static ChaosPlan brief(boolean history, long seed) {
    return new ChaosPlan(1_000, 8, 1, 400, 10, history, seed);
  }

  /** As much of it as a run of all tests has time for. */
  static ChaosPlan tiny(long seed) {
    return new ChaosPlan(160, 3, 1, 80, 4, false, seed);
  }

  int inTeams() {
    return recipients / EVERY_IN_TEAMS;
  }

  int inSlack() {
    return recipients - inTeams();
  }
}
