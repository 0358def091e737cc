package io.herald.outbox;

import java.time.Duration;

/**
 * How long a node is believed to live without a sign of life.
 *
 * @param length a node that could not renew its lease for so long stops; one of which the others
 *     saw no sign for so long is taken over
 * @param beat how often a node renews its lease, and looks at those of the others
 */
public record Lease(Duration length, Duration beat) {
  /** Taken over within 20 seconds, and not for a short trouble with the database. */
  public static final Lease USUAL = new Lease(Duration.ofSeconds(15), Duration.ofSeconds(3));

  public Lease {
    if (beat.multipliedBy(3).compareTo(length) > 0) {
      throw new IllegalArgumentException("A lease must outlast two beats that fail");
    }
  }
}
