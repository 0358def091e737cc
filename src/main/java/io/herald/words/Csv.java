package io.herald.words;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A line of a file for a spreadsheet. No cell of it is taken for a formula, whatever people wrote:
 * one that could be begins with an apostrophe (owasp.org/www-community/attacks/CSV_Injection).
 */
public record Csv(String line) {
  private static final String BEGINS_A_FORMULA = "=+-@\t\r\n";

  public static Csv of(@Nullable Object... cells) {
    return new Csv(
        Arrays.stream(cells).map(Csv::cell).collect(Collectors.joining(",", "", "\r\n")));
  }

  private static String cell(@Nullable Object value) {
    String words = value == null ? "" : value.toString();
    boolean formula = !words.isEmpty() && BEGINS_A_FORMULA.indexOf(words.charAt(0)) >= 0;
    return '"'
        + (formula && !(value instanceof Number) ? "'" : "")
        + words.replace("\"", "\"\"")
        + '"';
  }
}
