package io.herald.members;

import java.time.Instant;

/** When a member may be asked for something. */
public sealed interface Timing {
  /** What keeps Herald from asking now. Others may follow. */
  enum Reason {
    /** It is quiet where they are. */
    QUIET_HOURS,
    /** They chose one card with all posts. */
    DIGEST,
    /** They were asked as often this week as they agreed to. */
    CAP_REACHED,
    /** They paused. */
    PAUSED
  }

  /** At once. */
  record Now() implements Timing {}

  /** By itself, at a time. */
  record Later(Instant at, Reason why) implements Timing {}

  /** With others in one card, which is due at a time. */
  record InDigest(Instant at) implements Timing {}

  /** Not this time; it stands in their feed all the same. */
  record Not(Reason why) implements Timing {}
}
