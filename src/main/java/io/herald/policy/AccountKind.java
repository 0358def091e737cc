package io.herald.policy;

/** What a member uses an account of theirs for, as they say themselves. It sets defaults. */
public enum AccountKind {
  /** For work alone; who they work for stands on it. */
  PROFESSIONAL,
  /** For work and for everything else. */
  HYBRID
}
