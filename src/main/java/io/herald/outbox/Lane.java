package io.herald.outbox;

/** Which work goes first. */
public enum Lane {
  /** Somebody waits for it. */
  INTERACTIVE,
  /** Many of a kind; it goes when nobody waits. */
  BULK
}
