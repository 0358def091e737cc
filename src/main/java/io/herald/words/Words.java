package io.herald.words;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/**
 * The one bundle of everything that Herald says ({@code Words.properties}); another language is
 * another file beside it. A pattern holds {@code {0}}, {@code {1}} … for what the code puts in.
 */
public final class Words {
  private static final ResourceBundle BUNDLE =
      ResourceBundle.getBundle(
          "io.herald.words.Words",
          Locale.ROOT,
          ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));

  private Words() {}

  /** Whether the bundle has a key. */
  public static boolean has(String key) {
    return BUNDLE.containsKey(key);
  }

  /** Plain words for a key; arguments are written with their {@code toString}. */
  public static String say(String key, Object... args) {
    var out = new StringBuilder();
    for (Text.Span span : text(key, args).spans()) {
      out.append(
          span instanceof Text.Plain p ? p.words() : new Text(List.of(span)).plain(ZoneOffset.UTC));
    }
    return out.toString();
  }

  /** As {@link #say}, with {@code key.one} for exactly one and {@code key.other} for all else. */
  public static String count(String key, long number, Object... more) {
    var args = new Object[more.length + 1];
    args[0] = String.format(Locale.ENGLISH, "%,d", number);
    System.arraycopy(more, 0, args, 1, more.length);
    return say(key + (number == 1 ? ".one" : ".other"), args);
  }

  /**
   * A text for a key. An {@link Instant} becomes a moment, a {@link Text} keeps its spans, anything
   * else is written with its {@code toString}; what stands between grave accents is what a person
   * can type.
   *
   * @throws MissingResourceException when the bundle has no such key
   */
  public static Text text(String key, Object... args) {
    String pattern = BUNDLE.getString(key);
    var spans = new ArrayList<Text.Span>();
    int from = 0;
    int open = pattern.indexOf('`');
    int close = pattern.indexOf('`', open + 1);
    while (open >= 0 && close > open) {
      fill(pattern.substring(from, open), args, spans);
      var typed = new ArrayList<Text.Span>();
      fill(pattern.substring(open + 1, close), args, typed);
      spans.add(new Text.Typed(new Text(typed).plain(ZoneOffset.UTC)));
      from = close + 1;
      open = pattern.indexOf('`', from);
      close = pattern.indexOf('`', open + 1);
    }
    fill(pattern.substring(from), args, spans);
    return new Text(spans);
  }

  private static void fill(String pattern, Object[] args, List<Text.Span> spans) {
    int from = 0;
    while (from < pattern.length()) {
      int open = pattern.indexOf('{', from);
      int close = open < 0 ? -1 : pattern.indexOf('}', open);
      if (close < 0) {
        break;
      }
      if (open > from) {
        spans.add(new Text.Plain(pattern.substring(from, open)));
      }
      Object arg = args[Integer.parseInt(pattern.substring(open + 1, close))];
      if (arg instanceof Text text) {
        spans.addAll(text.spans());
      } else if (arg instanceof Instant at) {
        spans.add(new Text.Moment(at));
      } else {
        spans.add(new Text.Plain(String.valueOf(arg)));
      }
      from = close + 1;
    }
    if (from < pattern.length()) {
      spans.add(new Text.Plain(pattern.substring(from)));
    }
  }
}
