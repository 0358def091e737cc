package io.herald.outbox;

import io.herald.store.Tx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/**
 * What is done every so often, or at a time, by one node for all. When it is due stands in the
 * database, so that a restart neither forgets it nor does it twice.
 */
public final class Chores {
  private final InstantSource clock;

  public Chores(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * Whether a chore is due and this transaction is the one that does it; it is due again after
   * {@code every}, the first time at once. Where the transaction fails, it stays due for whoever
   * asks next.
   */
  public boolean take(Tx tx, String name, Duration every) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var sql = tx.sql(ChoreSql.class);
    return sql.take(name, now, now.plus(every)) == 1 || sql.enter(name, now.plus(every)) == 1;
  }

  /**
   * As {@link #take}, for what has its time: the first time it is only noted for {@code next},
   * which is also when it is due after this one.
   */
  public boolean takeAt(Tx tx, String name, Instant next) {
    var sql = tx.sql(ChoreSql.class);
    if (sql.take(name, clock.instant().truncatedTo(ChronoUnit.MILLIS), next) == 1) {
      return true;
    }
    sql.enter(name, next);
    return false;
  }
}
