package io.herald.share;

/** What opening a tracked link comes to. */
sealed interface Tracked {

  /** No link of ours. */
  record Unknown() implements Tracked {}

  /** Withdrawn, and nowhere else to go. */
  record Gone() implements Tracked {}

  /** The visitor is led to another address than the one that was shared; nothing is counted. */
  record Elsewhere(String address) implements Tracked {}

  /**
   * The visitor is led to the post's link.
   *
   * @param link Herald's id of the tracked link
   * @param counted whether a visit is counted
   */
  record Target(long link, String address, boolean counted) implements Tracked {}
}
