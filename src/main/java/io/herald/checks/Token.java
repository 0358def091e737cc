package io.herald.checks;

/** A word of a text: where it stands, and what it is compared by. */
record Token(Span span, String word) {

  /** Whether it is a number, as {@code 12}, {@code 1,250.50} or {@code 3rd}. */
  boolean isNumber() {
    return !word.isEmpty() && NumberRuns.isDigit(word.charAt(0));
  }
}
