package io.herald.chat;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A platform did not do what it was asked. What to do next is decided by the kind alone. */
public final class PlatformFailure extends RuntimeException {

  /** The whole vocabulary of what goes wrong. */
  public enum Kind {
    /** Too fast: again after {@link #retryAfter()}. */
    RATE_LIMITED,
    /** The credentials are no longer taken. */
    UNAUTHORISED,
    /** The person, channel or message is not there, or takes no messages. */
    GONE,
    /** A scope is missing, or Herald is not in the channel. */
    FORBIDDEN,
    /** It could not fetch an image: the card may go again without. */
    BAD_IMAGE,
    /** The request itself was refused: a fault of ours, the same request never succeeds. */
    REFUSED,
    /** Nothing was done: it may be tried again later. */
    UNAVAILABLE,
    /** It may or may not have been done. */
    AMBIGUOUS
  }

  private final Kind kind;
  private final @Nullable Duration retryAfter;

  /**
   * @param detail the platform's own code for it; never a token, never somebody's words
   */
  public PlatformFailure(Kind kind, String detail, @Nullable Duration retryAfter) {
    super(kind + ": " + detail);
    this.kind = kind;
    this.retryAfter = retryAfter;
  }

  public PlatformFailure(Kind kind, String detail) {
    this(kind, detail, null);
  }

  public Kind kind() {
    return kind;
  }

  /** How long to wait before the next call, where the platform said so. */
  public @Nullable Duration retryAfter() {
    return retryAfter;
  }
}
