package io.herald.records;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why an entry is kept, which says for how long: its retention class. */
public enum KeptAs {
  /** What was written for the organisation: revisions, campaigns, broadcasts, withdrawals. */
  POSTS,
  /** Who decided what, and why. */
  DECISIONS,
  /** Who read which version of the policy. */
  ACKNOWLEDGEMENTS,
  /** Roles, settings, exports, and whatever has no other class. */
  ADMINISTRATION,
  /**
   * What members did for themselves: joining, following, choosing, sharing, own words. The one
   * class of which nothing has to stay when a person wants to be forgotten.
   */
  PARTICIPATION;

  /** As people write it, and as it stands in entries. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<KeptAs> of(String word) {
    return Arrays.stream(values()).filter(c -> c.word().equalsIgnoreCase(word)).findFirst();
  }

  /** Whether an erasure ends it at once, rather than at the end of its retention. */
  public boolean mayGo() {
    return this == PARTICIPATION;
  }
}
