package io.herald.store;

import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Stream;

/** What a database said, behind whatever was thrown for it. */
final class Causes {
  private Causes() {}

  static Stream<SQLException> of(Throwable fault) {
    return Stream.iterate(fault, Objects::nonNull, Throwable::getCause)
        .filter(SQLException.class::isInstance)
        .map(SQLException.class::cast);
  }
}
