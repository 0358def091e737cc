package io.herald.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Numbers that a state gives to a person, each by its own form and checksum. */
final class NationalIds {
  private static final String DNI_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE";
  private static final Set<String> NO_NINO = Set.of("BG", "GB", "NK", "KN", "TN", "NT", "ZZ");

  private NationalIds() {}

  /**
   * Three, two and four digits with hyphens; no area 000, 666 or 9xx, no group 00, no serial 0000.
   */
  static List<Span> usSsn(Passage passage) {
    var found = new ArrayList<Span>();
    for (NumberRun run : passage.numbers()) {
      String d = run.digits();
      boolean form = run.shape().equals("3-2-4") && run.gapsOnly("-\u2010\u2011");
      if (form
          && !run.plus()
          && !passage.wordAt(run.to())
          && !d.startsWith("000")
          && !d.startsWith("666")
          && d.charAt(0) != '9'
          && !d.startsWith("00", 3)
          && !d.endsWith("0000")) {
        found.add(run.span());
      }
    }
    return found;
  }

  /** Two letters, six digits and a letter from A to D, with single spaces or none. */
  static List<Span> gbNino(String text) {
    var found = new ArrayList<Span>();
    for (int at = 0; at + 9 <= text.length(); at++) {
      if (begins(text, at)) {
        int end = ninoEnd(text, at);
        if (end > 0) {
          found.add(new Span(at, end));
        }
      }
    }
    return found;
  }

  private static int ninoEnd(String text, int from) {
    String prefix = text.substring(from, from + 2);
    if (!isOneOf(prefix.charAt(0), "ABCEGHJKLMNOPRSTWXYZ")
        || !isOneOf(prefix.charAt(1), "ABCEGHJKLMNPRSTWXYZ")
        || NO_NINO.contains(prefix)) {
      return -1;
    }
    int at = from + 2;
    for (int digits = 0; digits < 6; digits++) {
      at = digits % 2 == 0 ? behindSpace(text, at) : at;
      if (at >= text.length() || !NumberRuns.isDigit(text.charAt(at))) {
        return -1;
      }
      at++;
    }
    at = behindSpace(text, at);
    boolean suffix = at < text.length() && isOneOf(text.charAt(at), "ABCD");
    return suffix && ends(text, at + 1) ? at + 1 : -1;
  }

  /** Thirteen digits that say sex, year, month and place of birth, and a key of two. */
  static List<Span> frNir(Passage passage) {
    var found = new ArrayList<Span>();
    for (NumberRun run : passage.numbers()) {
      String d = run.digits();
      if (d.length() == 15
          && !passage.wordAt(run.to())
          && (d.charAt(0) == '1' || d.charAt(0) == '2')) {
        long number = Long.parseLong(d.substring(0, 13));
        int month = Integer.parseInt(d.substring(3, 5));
        boolean keyed = 97 - number % 97 == Long.parseLong(d.substring(13));
        if (keyed && ((month >= 1 && month <= 12) || month >= 20)) {
          found.add(run.span());
        }
      }
    }
    return found;
  }

  /**
   * Eleven digits by ISO 7064 (mod 11, 10), of whose first ten one or two stand there repeatedly.
   */
  static List<Span> deTaxId(Passage passage) {
    var found = new ArrayList<Span>();
    for (NumberRun run : passage.numbers()) {
      String d = run.digits();
      boolean form =
          d.length() == 11
              && !run.plus()
              && (run.shape().equals("11") || run.shape().equals("2-3-3-3"))
              && run.gapsOnly(" \u00a0")
              && !passage.wordAt(run.to());
      boolean counted =
          form
              && run.shape().equals("11")
              && Cues.before(passage.text(), run.from()) == Cues.Cue.CALL;
      if (form && !counted && d.charAt(0) != '0' && repeats(d) && taxKey(d)) {
        found.add(run.span());
      }
    }
    return found;
  }

  private static boolean repeats(String digits) {
    var count = new int[10];
    for (int i = 0; i < 10; i++) {
      count[digits.charAt(i) - '0']++;
    }
    int repeated = 0;
    for (int times : count) {
      if (times > 3) {
        return false;
      }
      repeated += times > 1 ? 1 : 0;
    }
    return repeated == 1;
  }

  private static boolean taxKey(String digits) {
    int product = 10;
    for (int i = 0; i < 10; i++) {
      int sum = (digits.charAt(i) - '0' + product) % 10;
      product = (sum == 0 ? 10 : sum) * 2 % 11;
    }
    return (11 - product) % 10 == digits.charAt(10) - '0';
  }

  /**
   * Eight digits and a letter, or X, Y or Z, seven digits and a letter; the letter is a checksum.
   */
  static List<Span> esDni(String text) {
    var found = new ArrayList<Span>();
    for (int at = 0; at + 9 <= text.length(); at++) {
      if (begins(text, at)) {
        int end = dniEnd(text, at);
        if (end > 0) {
          found.add(new Span(at, end));
        }
      }
    }
    return found;
  }

  private static int dniEnd(String text, int from) {
    int foreigner = "XYZ".indexOf(Character.toUpperCase(text.charAt(from)));
    int number = Math.max(0, foreigner);
    int at = foreigner >= 0 ? behindHyphen(text, from + 1) : from;
    for (int digits = foreigner >= 0 ? 1 : 0; digits < 8; digits++) {
      if (at >= text.length() || !NumberRuns.isDigit(text.charAt(at))) {
        return -1;
      }
      number = number * 10 + (text.charAt(at) - '0');
      at++;
    }
    at = behindHyphen(text, at);
    if (at >= text.length() || !ends(text, at + 1)) {
      return -1;
    }
    String letter = text.substring(at, at + 1).toUpperCase(Locale.ROOT);
    return letter.charAt(0) == DNI_LETTERS.charAt(number % 23) ? at + 1 : -1;
  }

  private static int behindSpace(String text, int at) {
    return at < text.length() && NumberRuns.isSpace(text.charAt(at)) ? at + 1 : at;
  }

  private static int behindHyphen(String text, int at) {
    return at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == ' ') ? at + 1 : at;
  }

  private static boolean begins(String text, int at) {
    return at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
  }

  private static boolean ends(String text, int at) {
    return at >= text.length() || !Character.isLetterOrDigit(text.charAt(at));
  }

  private static boolean isOneOf(char c, String characters) {
    return characters.indexOf(Character.toUpperCase(c)) >= 0;
  }
}
