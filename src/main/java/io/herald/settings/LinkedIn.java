package io.herald.settings;

/** What the LinkedIn button does: {@code HERALD_LINKEDIN}. */
public enum LinkedIn {
  /** Opens the composer with the words filled in; it works, LinkedIn does not document it. */
  COMPOSER,
  /** Shows the words to copy, then opens LinkedIn's documented address, which takes a link only. */
  SHARE_OFFSITE
}
