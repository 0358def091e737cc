package io.herald.policy;

/**
 * The words of a policy's version in a language.
 *
 * @param title at most 150 characters
 * @param link where it stands in full, an http or https address
 * @param summary what matters in it, at most 3,000 characters
 */
public record PolicyText(Language language, String title, String link, String summary) {
  /** The most characters of a title. */
  public static final int TITLE = 150;

  /** The most characters of a summary. */
  public static final int SUMMARY = 3_000;
}
