package io.herald.words;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Shortens words so that it shows, and never within what a reader sees as one character. */
public final class Cut {
  private static final Pattern CHARACTER = Pattern.compile("\\X");

  private Cut() {}

  /**
   * The words if they are short enough; otherwise as many of them as fit with an ellipsis, up to
   * the end of a word where one is near.
   *
   * @param most at least 1, counted as {@link String#length} does
   */
  public static String to(String words, int most) {
    return words.length() <= most ? words : off(words, most);
  }

  /** As {@link #to}, with the ellipsis in any case: more follows. */
  public static String off(String words, int most) {
    String start = words.substring(0, fitting(words, most - 1));
    if (start.length() == words.length()) {
      return start.stripTrailing() + "…";
    }
    int space = lastSpace(start);
    if (space > start.length() - start.length() / 5) {
      start = start.substring(0, space);
    }
    return start.stripTrailing() + "…";
  }

  /** How many of the words fit without breaking a character in two. */
  public static int fitting(String words, int most) {
    if (words.length() <= most) {
      return words.length();
    }
    // A look at a stretch around the cut is enough, and keeps long texts cheap.
    int from = Math.max(0, most - 64);
    if (from > 0 && Character.isLowSurrogate(words.charAt(from))) {
      from--;
    }
    int end = from;
    Matcher characters = CHARACTER.matcher(words).region(from, words.length());
    while (characters.find() && characters.end() <= most) {
      end = characters.end();
    }
    return end;
  }

  private static int lastSpace(String words) {
    for (int i = words.length() - 1; i > 0; i--) {
      if (Character.isWhitespace(words.charAt(i))) {
        return i;
      }
    }
    return -1;
  }
}
