package io.herald.campaign;

import java.util.Arrays;

/** How far a delivery came. */
public enum DeliveryState {
  /** No push: feed or Home showed the post first. */
  FOUND(0),
  /** It waits for its time, or for its turn. */
  WAITING(1),
  /** It stands in the outbox. */
  QUEUED(2),
  DELIVERED(3),
  /** The platform refused it for good. */
  FAILED(4),
  /** There was nothing to send, or nobody to send it to. */
  SKIPPED(5),
  /** It may have arrived, and nobody can tell. */
  UNKNOWN(6),
  /** It was delivered, and says by now that the post was withdrawn. */
  RECALLED(7),
  /** It waits for the member's digest. */
  GATHERED(8);

  private final int number;

  DeliveryState(int number) {
    this.number = number;
  }

  /** Whether it went as far as it ever goes, and is counted so. */
  boolean over() {
    return switch (this) {
      case DELIVERED, FAILED, SKIPPED, UNKNOWN, RECALLED -> true;
      case FOUND, WAITING, QUEUED, GATHERED -> false;
    };
  }

  /** How the database writes it. */
  int number() {
    return number;
  }

  static DeliveryState of(int number) {
    return Arrays.stream(values()).filter(s -> s.number == number).findFirst().orElseThrow();
  }
}
