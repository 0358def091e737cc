package io.herald.checks;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Rules that come together.
 *
 * @param id as {@code finance}
 * @param name as people see it
 * @param version whatever its makers count by
 * @param about a sentence on whom it is for
 * @param text the YAML that it was read from
 */
public record Pack(
    String id, String name, String version, String about, List<Rule> rules, String text) {
  public Pack {
    rules = List.copyOf(rules);
  }

  /** How many rules it has. */
  public int size() {
    return rules.size();
  }

  /** When its rules begin and end, in no order. */
  Stream<Instant> turningPoints() {
    return rules.stream()
        .flatMap(rule -> Stream.of(rule.from(), rule.until()))
        .filter(Objects::nonNull);
  }
}
