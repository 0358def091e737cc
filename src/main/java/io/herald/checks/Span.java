package io.herald.checks;

/**
 * A stretch of a text, counted as {@link String#length} does.
 *
 * @param to the first position behind it
 */
public record Span(int from, int to) implements Comparable<Span> {
  /** For what is not there, and so has no place. */
  public static final Span NOWHERE = new Span(0, 0);

  /** The words of a text that stand here. */
  public String of(String text) {
    return text.substring(from, to);
  }

  boolean overlaps(Span other) {
    return from < other.to && other.from < to;
  }

  @Override
  public int compareTo(Span other) {
    return from == other.from ? Integer.compare(to, other.to) : Integer.compare(from, other.from);
  }
}
