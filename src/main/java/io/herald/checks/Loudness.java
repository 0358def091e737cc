package io.herald.checks;

import java.util.ArrayList;
import java.util.List;

/** Shouting: words in capitals one after another. One alone may be a name, two an abbreviation. */
final class Loudness {
  private static final int WORDS = 3;

  /** So that three short abbreviations in a row are none. */
  private static final int LETTERS = 12;

  private Loudness() {}

  static List<Span> in(String text) {
    var found = new ArrayList<Span>();
    int from = -1;
    int to = -1;
    int words = 0;
    int letters = 0;
    int at = 0;
    while (at <= text.length()) {
      int end = at;
      while (end < text.length() && Character.isLetter(text.charAt(end))) {
        end++;
      }
      boolean loud = end > at + 1 && isLoud(text, at, end);
      if (loud) {
        from = words == 0 ? at : from;
        to = end;
        words++;
        letters += end - at;
      }
      boolean alone = end == at + 1 && Character.isUpperCase(text.charAt(at));
      boolean quiet = end > at && !loud && !alone;
      if (at == text.length() || quiet || (end == at && !joins(text.charAt(at)))) {
        if (words >= WORDS && letters >= LETTERS) {
          found.add(new Span(from, to));
        }
        words = 0;
        letters = 0;
      }
      at = end == at ? at + 1 : end;
    }
    return found;
  }

  private static boolean isLoud(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!Character.isUpperCase(text.charAt(i))) {
        return false;
      }
    }
    return from == 0 || text.charAt(from - 1) != '#';
  }

  /** What may stand between two words of one shout; digits end it, as in a list of standards. */
  private static boolean joins(char c) {
    return !Character.isDigit(c) && c != ',' && c != '/';
  }
}
