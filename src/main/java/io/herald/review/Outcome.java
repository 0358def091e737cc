package io.herald.review;

/** How a round ended. */
public enum Outcome {
  APPROVED,
  CHANGES_REQUESTED,
  REJECTED,
  /** The author took the draft back. */
  TAKEN_BACK,
  /** A newer revision went to review. */
  SUPERSEDED,
  /** A lead withdrew the post. */
  WITHDRAWN
}
