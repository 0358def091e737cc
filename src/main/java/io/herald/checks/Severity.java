package io.herald.checks;

/** How much a finding matters, from the least. Which severities block is for the organisation. */
public enum Severity {
  ADVICE,
  WARNING,
  /** Blocks unless the organisation chose to let everything through. */
  BLOCKING
}
