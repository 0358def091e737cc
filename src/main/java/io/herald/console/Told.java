package io.herald.console;

/** Whoever gave an order and hears how it goes, line by line. */
public interface Told {
  /** For standard output: what was asked for. */
  void say(String line);

  /** For standard error: progress, and what went wrong. */
  void complain(String line);
}
