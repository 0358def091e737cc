package io.herald.chat;

import org.jspecify.annotations.Nullable;

/**
 * Where something was asked, and where a late answer can go.
 *
 * @param channel the platform's id of the channel or direct conversation, none in Home and forms
 * @param message the platform's id of the message that was pressed
 * @param answerAt an address that the platform gave for answers to this request alone; already
 *     checked against the platform's own hosts, or none
 * @param form the intent of the form in which something was pressed, while that form stays open
 * @param direct whether the channel is surely the person's own conversation with Herald
 */
public record Place(
    @Nullable String channel,
    @Nullable String message,
    @Nullable String answerAt,
    @Nullable Intent form,
    boolean direct) {
  public static final Place NOWHERE = new Place(null, null, null, null);

  /** Somewhere that may be a channel, or a conversation of which it is not known whose it is. */
  public Place(
      @Nullable String channel,
      @Nullable String message,
      @Nullable String answerAt,
      @Nullable Intent form) {
    this(channel, message, answerAt, form, false);
  }

  /** A person's own conversation with Herald, where the platform tells its id. */
  public static Place direct(@Nullable String conversation) {
    return new Place(conversation, null, null, null, conversation != null);
  }
}
