package io.herald.checks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** International bank account numbers, by each country's length and the checksum of ISO 13616. */
final class Ibans {
  /** Country and length, from the IBAN registry of SWIFT, release 99. */
  private static final String REGISTRY =
      "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27"
          + " DK18 DO28 EE20 EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28"
          + " IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24"
          + " ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22"
          + " RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24"
          + " XK20";

  private static final Map<String, Integer> LENGTHS = lengths();

  private Ibans() {}

  private static Map<String, Integer> lengths() {
    Map<String, Integer> lengths = new HashMap<>();
    for (String entry : REGISTRY.split(" ", -1)) {
      lengths.put(entry.substring(0, 2), Integer.parseInt(entry.substring(2)));
    }
    return lengths;
  }

  static List<Span> in(String text) {
    var found = new ArrayList<Span>();
    for (int at = 0; at + 15 <= text.length(); at++) {
      boolean begins = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
      if (begins && isLetter(text.charAt(at)) && isLetter(text.charAt(at + 1)) && keyed(text, at)) {
        int end = end(text, at);
        if (end > 0) {
          found.add(new Span(at, end));
          at = end;
        }
      }
    }
    return found;
  }

  /** Whether the two digits of the checksum stand behind a country. */
  private static boolean keyed(String text, int country) {
    return NumberRuns.isDigit(text.charAt(country + 2))
        && NumberRuns.isDigit(text.charAt(country + 3));
  }

  /** Where an account number ends that begins here, or -1. */
  private static int end(String text, int from) {
    Integer length = LENGTHS.get(text.substring(from, from + 2).toUpperCase(Locale.ROOT));
    if (length == null) {
      return -1;
    }
    var number = new StringBuilder();
    int at = from;
    while (at < text.length() && number.length() < length) {
      char c = text.charAt(at);
      if (isLetter(c) || NumberRuns.isDigit(c)) {
        number.append(Character.toUpperCase(c));
      } else if (!(NumberRuns.isSpace(c) || c == '-') || NumberRuns.isSpace(text.charAt(at - 1))) {
        return -1;
      }
      at++;
    }
    boolean whole = number.length() == length;
    boolean ends = at == text.length() || !Character.isLetterOrDigit(text.charAt(at));
    return whole && ends && checks(number) ? at : -1;
  }

  private static boolean checks(CharSequence number) {
    int remainder = 0;
    for (int i = 0; i < number.length(); i++) {
      int value = Character.digit(number.charAt((i + 4) % number.length()), 36);
      remainder = (value > 9 ? remainder * 100 + value : remainder * 10 + value) % 97;
    }
    return remainder == 1;
  }

  private static boolean isLetter(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }
}
