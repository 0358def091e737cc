package io.herald.checks;

import java.util.ArrayList;
import java.util.List;

/** Finds digits in groups, in one pass over a text. */
final class NumberRuns {
  /** What may stand between two groups of one number; longer gaps tell two numbers apart. */
  private static final int WIDEST_GAP = 3;

  private final String text;
  private int at;

  private NumberRuns(String text) {
    this.text = text;
  }

  /** Every run of a text; one that is part of a word, as in {@code INC0012}, is left out. */
  static List<NumberRun> in(String text) {
    var runs = new ArrayList<NumberRun>();
    var scan = new NumberRuns(text);
    while (scan.at < text.length()) {
      if (isDigit(text.charAt(scan.at))) {
        NumberRun run = scan.run();
        if (!scan.withinWord(run)) {
          runs.add(run);
        }
      } else {
        scan.at++;
      }
    }
    return runs;
  }

  private NumberRun run() {
    int from = opening(at);
    boolean plus = from < at && text.charAt(from) == '+';
    var groups = new ArrayList<Span>();
    var gaps = new ArrayList<String>();
    var digits = new StringBuilder();
    while (true) {
      int begin = at;
      while (at < text.length() && isDigit(text.charAt(at))) {
        at++;
      }
      groups.add(new Span(begin, at));
      digits.append(text, begin, at);
      int next = nextGroup();
      if (next < 0) {
        break;
      }
      gaps.add(text.substring(at, next));
      at = next;
    }
    return new NumberRun(from, at, digits.toString(), groups, gaps, plus);
  }

  /** Where a number begins that has its first digit here: at its plus sign or bracket. */
  private int opening(int digit) {
    int from = digit;
    if (from > 0 && text.charAt(from - 1) == '(') {
      from--;
    }
    return from > 0 && text.charAt(from - 1) == '+' ? from - 1 : from;
  }

  /** Where the next group of the same number begins, or -1. */
  private int nextGroup() {
    int next = at;
    while (next < text.length() && next - at <= WIDEST_GAP && isGap(text.charAt(next))) {
      next++;
    }
    boolean joined = next > at && next - at <= WIDEST_GAP && next < text.length();
    return joined && isDigit(text.charAt(next)) ? next : -1;
  }

  private boolean withinWord(NumberRun run) {
    char before = run.from() == 0 ? ' ' : text.charAt(run.from() - 1);
    return Character.isLetter(before) || before == '_' || before == '#' || before == '@';
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isGap(char c) {
    return isSpace(c) || ".-/()\u2010\u2011\u2013".indexOf(c) >= 0;
  }

  static boolean isSpace(char c) {
    return c == ' ' || c == '\u00a0' || c == '\u202f' || c == '\u2009';
  }
}
