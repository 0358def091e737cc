package io.herald.chat;

/** Shortens words without cutting a character in two. */
final class Shorten {
  private Shorten() {}

  /** At most so many UTF-16 units of the words, cut between characters. */
  static String to(String words, int most) {
    if (words.length() <= most) {
      return words;
    }
    int end = Character.isHighSurrogate(words.charAt(most - 1)) ? most - 1 : most;
    return words.substring(0, end);
  }

  /** As {@link #to}, with an ellipsis where something is left out. */
  static String with(String words, int most) {
    return words.length() <= most ? words : to(words, most - 1) + "…";
  }
}
