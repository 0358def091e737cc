package io.herald.post;

/** Where a post stands between the first word and the last share. */
public enum PostState {
  DRAFT,
  IN_REVIEW,
  APPROVED,
  LIVE,
  EXPIRED,
  REJECTED,
  WITHDRAWN;

  /** Whether it has been pushed, so that people may have its links in hand. */
  public boolean published() {
    return this == LIVE || this == EXPIRED;
  }
}
