package io.herald.command.check;

import java.util.List;
import java.util.Optional;

/**
 * What a check came to.
 *
 * @param findings what is to be mended; none when all is well
 * @param unknown why nothing could be found out, where that is so
 */
public record Outcome(List<Finding> findings, Optional<String> unknown) {
  private static final Outcome FINE = new Outcome(List.of(), Optional.empty());

  static Outcome fine() {
    return FINE;
  }

  static Outcome mend(String wrong, String remedy) {
    return of(List.of(new Finding(wrong, remedy)));
  }

  static Outcome of(List<Finding> findings) {
    return new Outcome(List.copyOf(findings), Optional.empty());
  }

  static Outcome unknown(String why) {
    return new Outcome(List.of(), Optional.of(why));
  }
}
