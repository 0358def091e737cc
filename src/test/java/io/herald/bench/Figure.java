package io.herald.bench;

import java.util.List;
import java.util.Locale;

/**
 * Something measured, beside what it is measured against.
 *
 * @param goal in words, as the table shows it
 * @param met whether the goal was reached; true where there is none
 */
record Figure(
    String what, String measured, String baseline, String ratio, String goal, boolean met) {

  /** A figure whose ratio to its baseline must not be over a limit. */
  static Figure atMost(
      String what, String measured, String baseline, double ratio, double most, String goal) {
    return new Figure(what, measured, baseline, number(ratio), goal, ratio <= most);
  }

  /** A figure whose ratio to its baseline must not be under a limit. */
  static Figure atLeast(
      String what, String measured, String baseline, double ratio, double least, String goal) {
    return new Figure(what, measured, baseline, number(ratio), goal, ratio >= least);
  }

  /** A figure that is told and judged by nobody. */
  static Figure told(String what, String measured) {
    return new Figure(what, measured, "", "", "reported", true);
  }

  private static String number(double ratio) {
    return String.format(Locale.ROOT, "%.2f", ratio);
  }

  /** All figures as a table that a page can hold. */
  static String table(List<Figure> figures) {
    var table = new StringBuilder("| what | measured | baseline | ratio | goal | |\n");
    table.append("|---|---|---|---|---|---|\n");
    for (Figure f : figures) {
      table.append(
          String.format(
              "| %s | %s | %s | %s | %s | %s |%n",
              f.what, f.measured, f.baseline, f.ratio, f.goal, f.met ? "met" : "**missed**"));
    }
    return table.toString();
  }
}
