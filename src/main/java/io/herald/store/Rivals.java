package io.herald.store;

/**
 * Tells that two transactions stood in each other's way and the database ended one of them. The
 * same work may succeed when it is done anew.
 */
final class Rivals {
  /** SQL's class for transactions that were rolled back: deadlocks, and orders that cannot be. */
  private static final String ROLLED_BACK = "40";

  private Rivals() {}

  static boolean areBehind(Throwable fault) {
    return Causes.of(fault)
        .anyMatch(said -> said.getSQLState() != null && said.getSQLState().startsWith(ROLLED_BACK));
  }
}
