package io.herald.chat;

/** Shortens words without cutting a character in two. */
final class Shorten {
  /** Two lines of a card's narrow column. */
  private static final int LINK = 60;

  private Shorten() {}

  /** At most so many UTF-16 units of the words, cut between characters. */
  static String to(String words, int most) {
    if (words.length() <= most) {
      return words;
    }
    int end = Character.isHighSurrogate(words.charAt(most - 1)) ? most - 1 : most;
    return words.substring(0, end);
  }

  /**
   * A link as it is read: without https, which is what one expects, and without its end where that
   * is long. What is not https says so.
   */
  static String link(String address) {
    return with(address.replaceFirst("^https://", "").replaceFirst("/$", ""), LINK);
  }

  /** As {@link #to}, with an ellipsis where something is left out. */
  static String with(String words, int most) {
    return words.length() <= most ? words : to(words, most - 1) + "…";
  }
}
