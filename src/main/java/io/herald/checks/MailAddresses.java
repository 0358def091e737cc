package io.herald.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** E-mail addresses, also those written as {@code name (at) example (dot) org}. */
final class MailAddresses {
  /** The longest name and domain that RFC 5321 allows. */
  private static final int LONGEST_NAME = 64;

  private static final int LONGEST_DOMAIN = 255;

  /** Names of desks rather than of people, in the four languages. */
  private static final Set<String> DESKS =
      Set.of(
          "info",
          "hello",
          "hi",
          "contact",
          "press",
          "media",
          "jobs",
          "careers",
          "career",
          "hr",
          "recruiting",
          "recruitment",
          "support",
          "help",
          "service",
          "sales",
          "office",
          "team",
          "events",
          "news",
          "newsletter",
          "privacy",
          "security",
          "abuse",
          "feedback",
          "marketing",
          "communications",
          "comms",
          "apply",
          "talent",
          "investors",
          "ir",
          "partners",
          "kontakt",
          "presse",
          "bewerbung",
          "karriere",
          "datenschutz",
          "vertrieb",
          "veranstaltungen",
          "hallo",
          "personal",
          "ausbildung",
          "recrutement",
          "candidature",
          "carriere",
          "bonjour",
          "accueil",
          "evenements",
          "rh",
          "contacto",
          "prensa",
          "empleo",
          "rrhh",
          "ventas",
          "hola",
          "eventos",
          "atencion",
          "comunicacion",
          "soporte",
          "no-reply",
          "noreply");

  private static final List<String> AT = List.of(" (at) ", "(at)", " [at] ", "[at]");
  private static final List<String> DOT = List.of(" (dot) ", "(dot)", " [dot] ", "[dot]", " dot ");

  private MailAddresses() {}

  /**
   * One address.
   *
   * @param shared whether it belongs to a desk rather than a person
   */
  record Address(Span span, boolean shared) {}

  static List<Address> in(String text) {
    var found = new ArrayList<Address>();
    int behind = 0;
    for (int at = 0; at < text.length(); at++) {
      int sign = signAt(text, at);
      if (sign == 0) {
        continue;
      }
      int from = nameBefore(text, at, behind);
      int to = domainAfter(text, at + sign);
      if (from < at && to > 0 && !isHandle(text, from) && !isRepository(text, to)) {
        String name = text.substring(from, at).toLowerCase(Locale.ROOT);
        found.add(new Address(new Span(from, to), DESKS.contains(name)));
        behind = to;
        at = to - 1;
      }
    }
    return found;
  }

  /** The length of what is read as an at sign here, 0 for none. */
  private static int signAt(String text, int at) {
    char c = text.charAt(at);
    if (c == '@') {
      return 1;
    }
    return c == ' ' || c == '(' || c == '[' ? lengthOf(AT, text, at) : 0;
  }

  private static int lengthOf(List<String> words, String text, int at) {
    for (String word : words) {
      if (text.regionMatches(true, at, word, 0, word.length())) {
        return word.length();
      }
    }
    return 0;
  }

  private static int nameBefore(String text, int at, int behind) {
    int from = at;
    while (from > behind && at - from < LONGEST_NAME && isName(text.charAt(from - 1))) {
      from--;
    }
    while (from < at && !Character.isLetterOrDigit(text.charAt(from))) {
      from++;
    }
    return from;
  }

  /** Where the domain ends that begins here, or -1 where there is none. */
  private static int domainAfter(String text, int from) {
    int at = from;
    int label = from;
    int end = -1;
    while (at < text.length() && at - from < LONGEST_DOMAIN) {
      char c = text.charAt(at);
      if (Character.isLetterOrDigit(c) || (c == '-' && at > label)) {
        at++;
        continue;
      }
      int dot = c == '.' ? 1 : lengthOf(DOT, text, at);
      if (dot == 0 || at == label) {
        break;
      }
      at += dot;
      label = at;
      end = endOfTop(text, label, end);
    }
    return end;
  }

  /** The end of a domain whose last part begins here: at least two letters. */
  private static int endOfTop(String text, int label, int before) {
    int at = label;
    while (at < text.length() && Character.isLetter(text.charAt(at))) {
      at++;
    }
    boolean longer =
        at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '-');
    return at - label >= 2 && !longer ? at : before;
  }

  /** A name of the fediverse, as {@code @name@example.org}. */
  private static boolean isHandle(String text, int from) {
    return from > 0 && text.charAt(from - 1) == '@';
  }

  /** An address of a repository, as {@code git@example.org:team/house}. */
  private static boolean isRepository(String text, int to) {
    return to + 1 < text.length()
        && text.charAt(to) == ':'
        && Character.isLetter(text.charAt(to + 1));
  }

  private static boolean isName(char c) {
    return Character.isLetterOrDigit(c) || "._%+-'".indexOf(c) >= 0;
  }
}
