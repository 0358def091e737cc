package io.herald.records.proof;

import java.io.IOException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A file whose lines belong to entries, in their order, read while the chain is walked along. */
final class Beside<T> {
  private final String name;
  private final Lines lines;
  private final Function<byte[], T> reading;
  private final Function<T, Long> number;
  private @Nullable T next;

  Beside(String name, Lines lines, Function<byte[], T> reading, Function<T, Long> number)
      throws IOException {
    this.name = name;
    this.lines = lines;
    this.reading = reading;
    this.number = number;
    advance();
  }

  /** The line that belongs to an entry; none where there is none. */
  @Nullable T at(long entry) throws IOException {
    T found = next;
    if (found == null || number.apply(found) != entry) {
      return null;
    }
    advance();
    return found;
  }

  /** Holds that no line is left. */
  void end() {
    if (next != null) {
      throw new IllegalArgumentException(
          name + " has a line for " + number.apply(next) + ", where there is no such entry");
    }
  }

  private void advance() throws IOException {
    byte[] line = lines.next();
    next = line == null ? null : reading.apply(line);
  }
}
