package io.herald.policy;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How strictly the organisation takes its policy; admins choose one for all. */
public enum Strictness {
  /** Every share waits for the acknowledgement of the current version; two people approve. */
  STRICT,
  /** The first share waits for the acknowledgement; one person approves. */
  BALANCED,
  /** Nothing waits. */
  OPEN;

  /** As people write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Strictness> of(String word) {
    return Arrays.stream(values()).filter(s -> s.word().equalsIgnoreCase(word)).findFirst();
  }

  /** Whether an approval of one person is not enough. */
  public boolean needsSecondApproval() {
    return this == STRICT;
  }

  /**
   * Whether a member who has not acknowledged what is in force waits with sharing.
   *
   * @param shared whether they have shared before
   */
  public boolean waits(boolean shared) {
    return this == STRICT || (this == BALANCED && !shared);
  }
}
