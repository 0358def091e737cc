package io.herald.review;

/** What somebody decided. */
public enum Verdict {
  APPROVE,
  REQUEST_CHANGES,
  REJECT
}
