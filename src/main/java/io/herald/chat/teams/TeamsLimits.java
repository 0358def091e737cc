package io.herald.chat.teams;

import java.time.Duration;

/** How much Teams takes, and how much Herald takes of Teams. */
final class TeamsLimits {
  private TeamsLimits() {}

  /**
   * The bytes of a card. Newer pages allow 100 KB for a whole message
   * (https://learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages),
   * older ones 28 KB for a card, and none less.
   */
  static final int CARD_BYTES = 28 * 1024 - 256;

  /**
   * Actions that are seen at once; more go into the overflow menu
   * (https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-actions).
   */
  static final int VISIBLE_ACTIONS = 6;

  /** A button with more words is cut by the client; not documented, as seen in the official one. */
  static final int BUTTON_TEXT = 75;

  /** What a notification shows of a message; not documented. */
  static final int SUMMARY = 1_000;

  static final int HEADING = 300;
  static final int LABEL = 300;
  static final int HINT = 500;
  static final int OPTION = 100;
  static final int ALT = 500;
  static final int ADDRESS = 2_100;
  static final int DIALOG_TITLE = 60;

  /** As many options as the forms of Herald hold at most. */
  static final int OPTIONS = 100;

  /** Options that are all shown at once; more are behind a list. */
  static final int EXPANDED = 10;

  /** Of an activity; the longest that Teams sends hold a form or a message of some 28 KB. */
  static final int ACTIVITY_BYTES = 256 * 1024;

  /** Of an activity's JSON. */
  static final int NESTING = 100;

  /** People on one page of a roster (https://learn.microsoft.com/microsoftteams/platform/bots). */
  static final int PAGE = 500;

  /** Pages of a roster that are read before it is taken for endless. */
  static final int PAGES = 200;

  /** How long to wait where Teams says "too fast" without a readable Retry-After. */
  static final Duration RETRY_AFTER = Duration.ofSeconds(10);
}
