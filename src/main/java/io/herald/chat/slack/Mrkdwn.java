package io.herald.chat.slack;

import io.herald.words.Cut;
import io.herald.words.Text;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * Writes a text in Slack's markup. {@code & < >} of the words are escaped, so that they name
 * nobody, ping nobody and lead nowhere; Slack has no way to escape {@code * _ ~}, which can do
 * nothing worse than make a word bold.
 */
final class Mrkdwn {
  private Mrkdwn() {}

  /** The three characters that Slack asks to escape, in this order. */
  static String escape(String words) {
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  static String of(Text text) {
    return of(text, Integer.MAX_VALUE);
  }

  /** As much of the text as fits, never cut within an entity, a link or a point in time. */
  static String of(Text text, int most) {
    var whole = new StringBuilder();
    text.spans().forEach(span -> whole.append(span(span)));
    if (whole.length() <= most) {
      return whole.toString();
    }
    var out = new StringBuilder();
    for (Text.Span span : text.spans()) {
      String markup = span(span);
      // One character is kept for the ellipsis of whatever comes after.
      if (out.length() + markup.length() + 1 > most) {
        return out.append(shortened(span, most - out.length())).toString();
      }
      out.append(markup);
    }
    return out.toString();
  }

  private static String span(Text.Span span) {
    if (span instanceof Text.Strong strong) {
      return bold(strong.words());
    }
    if (span instanceof Text.Link link) {
      return WebAddress.safe(link.address(), SlackLimits.BUTTON_URL)
          .map(url -> "<" + url.replace("&", "&amp;") + "|" + label(link) + ">")
          .orElse(escape(link.words()));
    }
    if (span instanceof Text.Moment moment) {
      return moment(moment.at());
    }
    if (span instanceof Text.Typed typed) {
      return code(typed.words());
    }
    return escape(((Text.Plain) span).words());
  }

  /** Bold only where Slack reads it as such: on one line, with no space at its ends. */
  private static String bold(String words) {
    String bare = words.strip();
    if (bare.isEmpty() || bare.contains("\n") || bare.contains("*")) {
      return escape(words);
    }
    return words.replace(bare, "*" + escape(bare) + "*");
  }

  /** Code ends at a grave accent, so none may stand within it. */
  private static String code(String words) {
    return "`" + escape(words.replace('`', '\'')) + "`";
  }

  private static String label(Text.Link link) {
    String words = link.words().isBlank() ? link.address() : link.words();
    return escape(words.replaceAll("\\s+", " ").strip());
  }

  private static String moment(Instant at) {
    String fallback = Text.moment(at).plain(ZoneOffset.UTC);
    return "<!date^" + at.getEpochSecond() + "^{date_short_pretty} at {time}|" + fallback + ">";
  }

  private static String shortened(Text.Span span, int most) {
    if (most < 1) {
      return "";
    }
    if (span instanceof Text.Moment) {
      return "…";
    }
    return cut(words(span), most);
  }

  private static String words(Text.Span span) {
    if (span instanceof Text.Strong strong) {
      return strong.words();
    }
    if (span instanceof Text.Typed typed) {
      return typed.words();
    }
    return span instanceof Text.Link link ? link.words() : ((Text.Plain) span).words();
  }

  /** As many of the words as fit, with an ellipsis; cut before escaping, so no entity breaks. */
  private static String cut(String words, int most) {
    int low = 1;
    int high = Math.max(1, Math.min(words.length() + 1, most));
    while (low < high) {
      int middle = (low + high + 1) / 2;
      if (escape(Cut.off(words, middle)).length() <= most) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return escape(Cut.off(words, low));
  }
}
