package io.herald.post;

/** How free a post's words are to those who share it. */
public enum Freedom {
  EDIT_FREELY,
  AS_APPROVED,
  /** Facts and link, no ready text. */
  TALKING_POINTS
}
