package io.herald.checks;

import java.time.Instant;

/**
 * What a check needs to know beside the text.
 *
 * @param at when the text is checked: embargoes and sensitive periods hang on it
 * @param place what the text is
 */
public record Context(Instant at, Place place) {

  /** What a text is. */
  public enum Place {
    /** Words that are shared. */
    WORDS,
    HEADLINE,
    IMAGE_DESCRIPTION,
    /** A link that is shared. */
    LINK
  }

  /** For words that somebody would share now. */
  public static Context words(Instant at) {
    return new Context(at, Place.WORDS);
  }
}
