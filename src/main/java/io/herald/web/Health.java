package io.herald.web;

import java.util.Optional;

/**
 * One thing that should work.
 *
 * @param name as operators see it: {@code database}, {@code outbox}
 * @param vital whether Herald is of no use without it, so that it is not ready; a chat platform
 *     that is away is not vital, for everything waits for it safely
 */
public record Health(String name, boolean vital, Check check) {

  /** Looks whether it works. */
  @FunctionalInterface
  public interface Check {
    /** What is wrong, in plain words for an operator; empty when all is well. */
    Optional<String> trouble();
  }

  public static Health vital(String name, Check check) {
    return new Health(name, true, check);
  }

  public static Health informative(String name, Check check) {
    return new Health(name, false, check);
  }
}
