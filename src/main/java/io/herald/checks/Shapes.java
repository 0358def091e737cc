package io.herald.checks;

import java.util.Locale;

/**
 * How numbers are written: which shapes say that one is a telephone number, which that it is not.
 */
final class Shapes {
  private Shapes() {}

  /** Whether a run is surely something else: a date, a time, thousands, an address of a machine. */
  static boolean isOther(NumberRun run, String text) {
    return !run.plus()
        && (isDate(run)
            || isThousands(run)
            || isDotted(run)
            || isYears(run)
            || isDecimal(run, text));
  }

  /** Four groups of four, as those of a card: also where the checksum is wrong. */
  static boolean isCardLike(NumberRun run) {
    return run.shape().startsWith("4-4-4-4");
  }

  /** Three groups as 27.11.2026, 2026-11-27 or 1/5/2026. */
  private static boolean isDate(NumberRun run) {
    String shape = run.shape();
    boolean day = shape.equals("2-2-4") || shape.equals("1-2-4") || shape.equals("2-1-4");
    boolean iso = shape.equals("4-2-2");
    return (day || iso)
        && (run.gapsOnly("./") || run.gapsOnly("-") || run.gapsOnly(" "))
        && plausible(run, iso);
  }

  private static boolean plausible(NumberRun run, boolean iso) {
    int year = iso ? number(run, 0) : number(run, 2);
    int one = iso ? number(run, 1) : number(run, 0);
    int two = iso ? number(run, 2) : number(run, 1);
    return year >= 1800 && year < 2200 && one >= 1 && two >= 1 && one <= 31 && two <= 31;
  }

  /** Groups of three behind a shorter one, as 1.234.567 or 1 234 567, which do not begin with 0. */
  private static boolean isThousands(NumberRun run) {
    if (run.groups().size() < 2 || run.digits().charAt(0) == '0' || run.size(0) > 3) {
      return false;
    }
    for (int i = 1; i < run.groups().size(); i++) {
      if (run.size(i) != 3) {
        return false;
      }
    }
    // Spain groups telephone numbers in threes as well.
    return run.gapsOnly(".") || (run.gapsOnly(" \u00a0\u202f") && run.length() != 9);
  }

  /** Four dotted groups of at most three, or a version. */
  private static boolean isDotted(NumberRun run) {
    if (!run.gapsOnly(".") || run.groups().size() < 3) {
      return false;
    }
    for (int i = 0; i < run.groups().size(); i++) {
      if (run.size(i) == 1
          || (run.groups().size() == 4 && number(run, i) < 256 && run.size(i) == 3)) {
        return true;
      }
    }
    return false;
  }

  /** Two years, as 2019-2022. */
  private static boolean isYears(NumberRun run) {
    return run.shape().equals("4-4") && year(number(run, 0)) && year(number(run, 1));
  }

  private static boolean year(int number) {
    return number >= 1800 && number < 2200;
  }

  /** A decimal point, or a comma before or behind the run. */
  private static boolean isDecimal(NumberRun run, String text) {
    boolean point =
        run.groups().size() == 2
            && run.gapsOnly(".")
            && run.size(0) <= 3
            && !(run.size(0) == 3 && run.size(1) == 4);
    boolean left =
        run.from() > 1
            && isComma(text.charAt(run.from() - 1))
            && NumberRuns.isDigit(text.charAt(run.from() - 2));
    boolean right =
        run.to() + 1 < text.length()
            && isComma(text.charAt(run.to()))
            && NumberRuns.isDigit(text.charAt(run.to() + 1));
    return point || left || right;
  }

  private static boolean isComma(char c) {
    return c == ',' || c == ':';
  }

  /** Whether a run is grouped as telephone numbers are in a country, so that it needs no cue. */
  static boolean isWrittenAsPhone(NumberRun run, String region, Passage passage) {
    String shape = run.shape();
    boolean trunk = run.digits().charAt(0) == '0';
    return switch (region.toUpperCase(Locale.ROOT)) {
      case "US" -> (shape.equals("3-3-4") || shape.equals("1-3-3-4")) && !run.gapsOnly("/");
      case "FR" ->
          trunk
              && (shape.equals("2-2-2-2-2")
                  || shape.equals("1-3-2-2-2")
                  || shape.equals("4-2-2-2")
                  || shape.equals("4-3-3")
                  || shape.equals("1-3-3-3")
                  || (shape.equals("10") && "67".indexOf(run.digits().charAt(1)) >= 0));
      case "ES" ->
          "6789".indexOf(run.digits().charAt(0)) >= 0
              && (shape.equals("3-2-2-2") || (shape.equals("3-3-3") && !isCounted(run, passage)));
      case "GB", "DE", "AT", "CH" ->
          trunk
              && (run.groups().size() > 1
                  ? run.size(0) >= 3 && run.length() >= 9
                  : run.digits().startsWith(region.equals("GB") ? "07" : "01")
                      && run.length() >= 10);
      default -> false;
    };
  }

  /** Whether a noun follows at once, so that the number says how many there are. */
  private static boolean isCounted(NumberRun run, Passage passage) {
    String text = passage.text();
    int at = run.to();
    while (at < text.length() && NumberRuns.isSpace(text.charAt(at))) {
      at++;
    }
    return at > run.to()
        && at < text.length()
        && (Character.isLowerCase(text.charAt(at)) || "€$£%".indexOf(text.charAt(at)) >= 0);
  }

  private static int number(NumberRun run, int group) {
    int size = run.size(group);
    if (size > 4) {
      return Integer.MAX_VALUE;
    }
    int before = 0;
    for (int i = 0; i < group; i++) {
      before += run.size(i);
    }
    return Integer.parseInt(run.digits().substring(before, before + size));
  }
}
