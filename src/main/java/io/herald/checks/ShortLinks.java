package io.herald.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Links of services that shorten them, so that a reader cannot see where they lead. */
final class ShortLinks {
  private static final Set<String> HOSTS =
      Set.of(
          "bit.ly",
          "bitly.com",
          "tinyurl.com",
          "t.co",
          "goo.gl",
          "ow.ly",
          "buff.ly",
          "is.gd",
          "v.gd",
          "rb.gy",
          "cutt.ly",
          "t.ly",
          "tiny.cc",
          "shorturl.at",
          "rebrand.ly",
          "bl.ink",
          "short.io",
          "dlvr.it",
          "ift.tt",
          "lnkd.in",
          "fb.me",
          "trib.al",
          "soo.gd",
          "s.id",
          "shrtco.de",
          "adf.ly",
          "tny.im",
          "u.to",
          "x.gd",
          "surl.li",
          "urlz.fr",
          "kurzelinks.de",
          "acortar.link");

  private static final List<String> SCHEMES = List.of("https://", "http://");

  private ShortLinks() {}

  static List<Span> in(String text) {
    var found = new ArrayList<Span>();
    int at = 0;
    while (at < text.length()) {
      int end = at;
      while (end < text.length() && isAddress(text.charAt(end))) {
        end++;
      }
      if (end > at) {
        int host = behindScheme(text, at, end);
        int slash = slash(text, host, end);
        if (slash < end - 1 && isShort(text.substring(host, slash))) {
          found.add(new Span(at, endOfLink(text, end)));
        }
      }
      at = end + 1;
    }
    return found;
  }

  private static boolean isShort(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    return HOSTS.contains(name.startsWith("www.") ? name.substring(4) : name);
  }

  private static int behindScheme(String text, int from, int to) {
    for (String scheme : SCHEMES) {
      if (text.regionMatches(true, from, scheme, 0, scheme.length())) {
        return Math.min(to, from + scheme.length());
      }
    }
    return from;
  }

  private static int slash(String text, int from, int to) {
    int at = from;
    while (at < to && text.charAt(at) != '/') {
      at++;
    }
    return at;
  }

  private static int endOfLink(String text, int end) {
    int at = end;
    while (".,;:!?".indexOf(text.charAt(at - 1)) >= 0) {
      at--;
    }
    return at;
  }

  private static boolean isAddress(char c) {
    return !Character.isWhitespace(c) && "()<>[]\"'\u201c\u201d\u00ab\u00bb".indexOf(c) < 0;
  }
}
