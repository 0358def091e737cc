package io.herald.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Payment cards, by their issuers' prefixes, how they are grouped, and Luhn's checksum. */
final class Cards {
  /** How cards are printed and typed; the last group of a 19-digit number has three. */
  private static final Set<String> SHAPES =
      Set.of("16", "15", "14", "19", "4-4-4-4", "4-6-5", "4-6-4", "4-4-4-4-3");

  private static final int MOST_GROUPS = 5;
  private static final int SMALLEST_GROUP = 4;

  private Cards() {}

  static List<Span> in(Passage passage) {
    var found = new ArrayList<Span>();
    for (NumberRun run : passage.numbers()) {
      for (int first = 0; first < run.groups().size(); first++) {
        int last = run.size(first) < SMALLEST_GROUP ? -1 : cardFrom(run, first, passage);
        if (last >= 0) {
          found.add(run.part(first, last, passage.text()).span());
          first = last;
        }
      }
    }
    return found;
  }

  /** The last group of a card that begins with a group, or -1. */
  private static int cardFrom(NumberRun run, int first, Passage passage) {
    int end = Math.min(run.groups().size(), first + MOST_GROUPS);
    for (int last = end - 1; last >= first; last--) {
      NumberRun part = run.part(first, last, passage.text());
      boolean typed = part.gapsOnly(" -\u00a0\u202f") && SHAPES.contains(part.shape());
      if (typed && isCard(part.digits()) && !passage.wordAt(part.to())) {
        boolean counted = Cues.before(passage.text(), part.from()) == Cues.Cue.COUNT;
        return counted ? -1 : last;
      }
    }
    return -1;
  }

  static boolean isCard(String digits) {
    return issued(digits) && luhn(digits);
  }

  /** Whether an issuer has numbers with this beginning and length: ISO/IEC 7812 ranges in use. */
  private static boolean issued(String digits) {
    int four = Integer.parseInt(digits.substring(0, 4));
    int two = four / 100;
    return switch (digits.length()) {
      case 14 -> two == 36 || two == 38 || (four >= 3000 && four <= 3059);
      case 15 -> two == 34 || two == 37;
      case 16 ->
          two / 10 == 4
              || (two >= 51 && two <= 55)
              || (four >= 2221 && four <= 2720)
              || four == 6011
              || two == 65
              || (four >= 6440 && four <= 6499)
              || (four >= 3528 && four <= 3589);
      case 19 -> two / 10 == 4;
      default -> false;
    };
  }

  static boolean luhn(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int weighed = i % 2 == 0 ? digit : digit * 2;
      sum += weighed > 9 ? weighed - 9 : weighed;
    }
    return sum % 10 == 0;
  }
}
