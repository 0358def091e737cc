package io.herald.command;

import io.herald.settings.Settings;

/** Makes a Herald and lets it serve. */
@FunctionalInterface
public interface Start {
  /**
   * Returns when it is ready.
   *
   * @throws RuntimeException when it cannot start; what was begun is undone
   */
  Running start(Settings settings);
}
