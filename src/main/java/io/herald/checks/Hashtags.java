package io.herald.checks;

import java.util.ArrayList;
import java.util.List;

/**
 * Hashtags that a screen reader reads as one long word. Where words in small letters end cannot be
 * seen, so a tag is found by its length alone; one word of this length is rare in a tag.
 */
final class Hashtags {
  private static final int LONG = 14;

  private Hashtags() {}

  static List<Span> in(String text) {
    var found = new ArrayList<Span>();
    for (int at = 0; at < text.length(); at++) {
      if (text.charAt(at) != '#' || (at > 0 && Character.isLetterOrDigit(text.charAt(at - 1)))) {
        continue;
      }
      int end = at + 1;
      boolean small = true;
      while (end < text.length()
          && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_')) {
        boolean first = end == at + 1;
        small &= first || !(Character.isUpperCase(text.charAt(end)) || text.charAt(end) == '_');
        end++;
      }
      if (small && end - at - 1 >= LONG) {
        found.add(new Span(at, end));
      }
      at = end - 1;
    }
    return found;
  }
}
