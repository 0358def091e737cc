package io.herald.checks;

import java.util.List;

/** A pack that cannot be taken, with everything that is wrong, each with its line. */
public final class WrongPack extends RuntimeException {
  private final transient List<Mistake> mistakes;

  /**
   * One thing that is wrong.
   *
   * @param line counted from 1
   */
  public record Mistake(int line, String what) implements Comparable<Mistake> {
    @Override
    public int compareTo(Mistake other) {
      return line == other.line ? what.compareTo(other.what) : Integer.compare(line, other.line);
    }

    @Override
    public String toString() {
      return "line " + line + ": " + what;
    }
  }

  WrongPack(List<Mistake> mistakes) {
    super(
        String.join("\n", mistakes.stream().sorted().map(Mistake::toString).toList()),
        null,
        false,
        false);
    this.mistakes = mistakes.stream().sorted().toList();
  }

  public List<Mistake> mistakes() {
    return mistakes;
  }
}
