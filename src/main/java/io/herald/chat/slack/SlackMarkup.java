package io.herald.chat.slack;

import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads text that Slack wrote: {@code <@U1|name>}, {@code <https://a|b>} and the three escaped
 * characters (https://docs.slack.dev/messaging/formatting-message-text).
 */
final class SlackMarkup {
  private static final Pattern MARK = Pattern.compile("<([^<>]*)>");

  private SlackMarkup() {}

  /** A command's words: people, groups and channels by id ({@code @U1}, {@code #C1}). */
  static String command(String text) {
    return replaced(
        text,
        mark -> {
          String bare = bare(mark);
          if (bare.startsWith("@") || bare.startsWith("#")) {
            return bare;
          }
          if (bare.startsWith("!subteam^")) {
            return "@" + bare.substring("!subteam^".length());
          }
          if (bare.startsWith("!")) {
            return special(mark);
          }
          return bare.startsWith("mailto:") || bare.startsWith("tel:") ? label(mark) : bare;
        });
  }

  /** A message's words as people see them: names instead of ids, labels instead of addresses. */
  static String words(String text) {
    return replaced(
        text,
        mark -> {
          if (mark.startsWith("!")) {
            return special(mark);
          }
          if (mark.startsWith("@") || mark.startsWith("#")) {
            String sign = mark.substring(0, 1);
            String name = mark.contains("|") ? label(mark) : mark.substring(1);
            return name.startsWith(sign) ? name : sign + name;
          }
          return label(mark);
        });
  }

  /** The first web address of a message, or the empty string. */
  static String firstLink(String text) {
    Matcher marks = MARK.matcher(text);
    while (marks.find()) {
      String bare = unescape(bare(marks.group(1)));
      if (bare.matches("(?i)https?://.*")) {
        return bare;
      }
    }
    return "";
  }

  private static String replaced(String text, Function<String, String> shown) {
    var out = new StringBuilder();
    Matcher marks = MARK.matcher(text);
    int from = 0;
    while (marks.find()) {
      out.append(unescape(text.substring(from, marks.start())));
      out.append(unescape(shown.apply(marks.group(1))));
      from = marks.end();
    }
    return out.append(unescape(text.substring(from))).toString();
  }

  /** {@code !here}, {@code !subteam^S1|@legal}, {@code !date^1^{date}|1 Jan}. */
  private static String special(String mark) {
    return mark.contains("|") ? label(mark) : "@" + mark.substring(1);
  }

  private static String bare(String mark) {
    int bar = mark.indexOf('|');
    return bar < 0 ? mark : mark.substring(0, bar);
  }

  private static String label(String mark) {
    String label = mark.substring(mark.indexOf('|') + 1);
    return label.isEmpty() ? bare(mark) : label;
  }

  private static String unescape(String text) {
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
  }
}
