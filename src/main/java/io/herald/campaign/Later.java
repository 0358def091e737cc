package io.herald.campaign;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What of a push does not go now.
 *
 * @param quiet how many wait for the end of quiet hours
 * @param quietUntil when the last of them goes; none where there are none
 * @param digests how many wait for digests
 * @param digestsUntil when the last of those is due; none where there are none
 */
public record Later(
    long quiet, @Nullable Instant quietUntil, long digests, @Nullable Instant digestsUntil) {

  static final Later NOTHING = new Later(0, null, 0, null);

  /** How many there are. */
  public long number() {
    return quiet + digests;
  }

  /** This and that together. */
  public Later and(Later more) {
    return new Later(
        quiet + more.quiet,
        later(quietUntil, more.quietUntil),
        digests + more.digests,
        later(digestsUntil, more.digestsUntil));
  }

  private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isAfter(other) ? one : other;
  }
}
