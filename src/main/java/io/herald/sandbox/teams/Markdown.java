package io.herald.sandbox.teams;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a reader sees of the Markdown in a card: words without their markup, links by their words,
 * the card's own functions as what they are about.
 */
final class Markdown {
  private static final Pattern FUNCTION =
      Pattern.compile("\\{\\{(?:DATE|TIME)\\(([^,)]*)[^)]*\\)\\}\\}");

  /** An escaped sign, a link, the marks of bold words, a new paragraph. */
  private static final Pattern MARK =
      Pattern.compile("\\\\(\\p{Punct})|\\[((?:\\\\.|[^\\]\\\\])*)\\]\\([^)]*\\)|\\*\\*|(\n\n)");

  private Markdown() {}

  static String read(String markdown) {
    String told = FUNCTION.matcher(markdown).replaceAll("$1");
    return MARK.matcher(told).replaceAll(mark -> Matcher.quoteReplacement(plain(mark)));
  }

  private static String plain(MatchResult mark) {
    if (mark.group(1) != null) {
      return mark.group(1);
    }
    if (mark.group(2) != null) {
      return read(mark.group(2));
    }
    return mark.group(3) == null ? "" : "\n";
  }
}
