package io.herald.chat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A card that people see or are to see.
 *
 * @param recipient a channel's or a user's id on the platform
 * @param triedAt when sending was last begun
 * @param channel with {@code message} where it lies, once it was sent
 * @param lost how often it was begun and is surely not there
 */
record CardRow(
    long id,
    CardKind kind,
    long subject,
    long detail,
    long workspace,
    String recipient,
    State state,
    @Nullable Instant triedAt,
    @Nullable String channel,
    @Nullable String message,
    int lost) {

  /** How far a card came. */
  enum State {
    WAITING,
    /** A call is under way, or was when the process ended. */
    SENDING,
    SHOWN,
    /** It may have arrived, and nobody can tell; it is never sent again on a guess. */
    UNKNOWN,
    /** There was nothing to send any more. */
    SKIPPED,
    /** The recipient or the message is not there, or the platform refused it for good. */
    FAILED
  }

  /** One that was just noted. */
  static CardRow waiting(
      long id, CardKind kind, long subject, long detail, long workspace, String recipient) {
    return new CardRow(
        id, kind, subject, detail, workspace, recipient, State.WAITING, null, null, null, 0);
  }

  boolean sent() {
    return message != null;
  }
}
