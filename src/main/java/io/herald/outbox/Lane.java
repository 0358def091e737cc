package io.herald.outbox;

/** Which work goes first. */
public enum Lane {
  /** Somebody waits for it. */
  INTERACTIVE(0),
  /** Many of a kind; it goes when nobody waits. */
  BULK(1);

  private final int number;

  Lane(int number) {
    this.number = number;
  }

  /** How the database writes it. */
  public int number() {
    return number;
  }
}
