package io.herald.chat.teams;

import io.herald.words.Cut;
import io.herald.words.Text;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/**
 * Writes a text in the Markdown of Adaptive Cards
 * (https://learn.microsoft.com/adaptive-cards/authoring-cards/text-features). Every sign of the
 * words that could be markup is escaped, so that they can pass for nothing else; a moment becomes
 * the card's own function, which shows it in the zone of whoever reads it.
 */
record Markup(Links links) {
  private static final Pattern ANYWHERE = Pattern.compile("[\\\\*_\\[\\]`~]");
  private static final Pattern AT_LINE_START =
      Pattern.compile("(?m)^(\\s*)(?:([#>+=-])|(\\d{1,9})([.)]))");
  private static final Pattern FUNCTION = Pattern.compile("\\{(?=\\{(?:DATE|TIME)\\()");

  /** Words in which nothing is markup. */
  static String escape(String words) {
    String inert = inert(words);
    String escaped = ANYWHERE.matcher(inert).replaceAll("\\\\$0");
    return AT_LINE_START
        .matcher(escaped)
        .replaceAll(
            start ->
                start.group(2) != null
                    ? start.group(1) + "\\\\" + start.group(2)
                    : start.group(1) + start.group(3) + "\\\\" + start.group(4));
  }

  /** Words that no client takes for one of the card's functions, which look the same as before. */
  static String inert(String words) {
    return FUNCTION.matcher(words).replaceAll("{\u200b");
  }

  /** As much of the text as fits into so many characters of what people read. */
  String of(Text text, int most) {
    var out = new StringBuilder();
    int left = most;
    for (Text.Span span : text.spans()) {
      if (left <= 0) {
        break;
      }
      String words = words(span);
      boolean cut = words.length() > left;
      String shown = cut ? Cut.to(words, left) : words;
      left -= shown.length();
      out.append(span(span, shown));
      if (cut) {
        break;
      }
    }
    // One line feed alone is a space in Markdown.
    return out.toString().replaceAll("[ \\t]*\\R[ \\t]*", "\n\n").replaceAll("\n{3,}", "\n\n");
  }

  private static String words(Text.Span span) {
    if (span instanceof Text.Plain plain) {
      return plain.words();
    }
    if (span instanceof Text.Strong strong) {
      return strong.words();
    }
    if (span instanceof Text.Typed typed) {
      return typed.words();
    }
    if (span instanceof Text.Link link) {
      return link.words().isBlank() ? link.address() : link.words();
    }
    return "0".repeat(20);
  }

  private String span(Text.Span span, String shown) {
    if (span instanceof Text.Moment moment) {
      String at = moment.at().truncatedTo(ChronoUnit.SECONDS).toString();
      return "{{DATE(" + at + ",SHORT)}} {{TIME(" + at + ")}}";
    }
    // A card knows no code; bold sets apart what can be typed.
    if (span instanceof Text.Strong || span instanceof Text.Typed) {
      return bold(shown);
    }
    if (span instanceof Text.Link link) {
      String label = shown.replaceAll("\\s+", " ").strip();
      return links
          .safe(link.address())
          .map(url -> "[" + escape(label) + "](" + url + ")")
          .orElse(escape(shown));
    }
    return escape(shown);
  }

  /** Bold only where Markdown reads it as such: on one line, with no space at its ends. */
  private static String bold(String words) {
    String bare = words.strip();
    if (bare.isEmpty() || bare.contains("\n")) {
      return escape(words);
    }
    int from = words.indexOf(bare);
    return words.substring(0, from)
        + "**"
        + escape(bare)
        + "**"
        + words.substring(from + bare.length());
  }
}
