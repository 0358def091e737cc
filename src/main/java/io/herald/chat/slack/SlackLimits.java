package io.herald.chat.slack;

import java.time.Duration;

/**
 * How much Slack takes. Characters are counted as Java does, which is never less than Slack counts.
 */
final class SlackLimits {
  private SlackLimits() {}

  // https://docs.slack.dev/reference/block-kit/blocks: "up to 50 blocks in each message, and 100
  // blocks in modals or Home tabs".
  static final int MESSAGE_BLOCKS = 50;
  static final int VIEW_BLOCKS = 100;

  /**
   * The text of all blocks of a message together. Not documented: messages were refused with
   * msg_blocks_too_long from about 13,200 characters (slackapi/bolt-js, issue 2509).
   */
  static final int MESSAGE_CHARACTERS = 12_000;

  // https://docs.slack.dev/reference/methods/views.open, error view_too_large: 250 kB. Some room is
  // left for what Slack adds.
  static final int VIEW_BYTES = 240_000;

  // https://docs.slack.dev/reference/methods/chat.postMessage: "we recommend to limit to 4,000".
  static final int TOP_TEXT = 4_000;

  // https://docs.slack.dev/reference/block-kit/blocks/header-block
  static final int HEADER = 150;
  // https://docs.slack.dev/reference/block-kit/blocks/section-block
  static final int SECTION_TEXT = 3_000;
  static final int SECTION_FIELDS = 10;
  static final int SECTION_FIELD = 2_000;
  // https://docs.slack.dev/reference/block-kit/composition-objects/text-object
  static final int TEXT_OBJECT = 3_000;
  // https://docs.slack.dev/reference/block-kit/blocks/actions-block
  static final int ACTIONS = 25;
  // https://docs.slack.dev/reference/block-kit/block-elements/button-element
  static final int BUTTON_TEXT = 75;
  static final int BUTTON_VALUE = 2_000;
  static final int BUTTON_URL = 3_000;
  static final int BUTTON_SPOKEN = 75;
  // https://docs.slack.dev/reference/block-kit/blocks/image-block
  static final int IMAGE_URL = 3_000;
  static final int IMAGE_ALT = 2_000;
  // https://docs.slack.dev/reference/block-kit/blocks/input-block
  static final int INPUT_LABEL = 2_000;
  static final int INPUT_HINT = 2_000;
  // https://docs.slack.dev/reference/block-kit/block-elements/plain-text-input-element
  static final int INPUT_TEXT = 3_000;
  // https://docs.slack.dev/reference/block-kit/composition-objects/option-object
  static final int OPTION_TEXT = 75;
  static final int OPTION_VALUE = 150;
  // https://docs.slack.dev/reference/block-kit/block-elements/checkboxes-element and
  // .../multi-select-menu-element
  static final int CHECKBOXES = 10;
  static final int OPTIONS = 100;
  // https://docs.slack.dev/reference/views/modal-views
  static final int VIEW_TITLE = 24;
  static final int VIEW_METADATA = 3_000;
  // https://docs.slack.dev/reference/block-kit/blocks: block_id and action_id
  static final int ID = 255;

  // https://docs.slack.dev/interactivity/handling-user-interaction: a trigger opens one view within
  // three seconds; Slack waits as long for the answer to a request.
  static final Duration TRIGGER = Duration.ofSeconds(3);

  /** How long to wait where Slack says "too fast" without a readable Retry-After. */
  static final Duration RETRY_AFTER = Duration.ofSeconds(30);
}
