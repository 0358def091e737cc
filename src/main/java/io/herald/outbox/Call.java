package io.herald.outbox;

/** What a platform is asked to do, as far as it limits one thing apart from another. */
public enum Call {
  /** A message of its own: a card, a line in a thread. */
  SEND,
  /** A message that stands is drawn anew. */
  UPDATE,
  /** A line to one person alone, in a channel. */
  WHISPER,
  /** Somebody's Home. */
  HOME,
  /** Who somebody is. */
  PERSON,
  /** Who has an address. */
  ADDRESS,
  /** Who is in a user group. */
  GROUP,
  /** What a channel is. */
  CHANNEL,
  /** Which conversation somebody has with Herald. */
  CONVERSATION,
  /** What stands in a conversation. */
  HISTORY
}
