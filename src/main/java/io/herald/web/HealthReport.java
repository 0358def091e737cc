package io.herald.web;

import java.util.Map;
import java.util.Optional;

/**
 * What all the checks said.
 *
 * @param ready whether everything vital works
 * @param troubles what each check found, in order; empty where all is well
 */
record HealthReport(boolean ready, Map<String, Optional<String>> troubles) {

  /** Whether nothing at all is wrong. */
  boolean well() {
    return troubles.values().stream().allMatch(Optional::isEmpty);
  }
}
