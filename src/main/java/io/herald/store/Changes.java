package io.herald.store;

import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/**
 * A number that grows with every change that other nodes must notice within a second: withdrawn
 * posts, roles, settings. A node that sees it grow forgets what it remembers.
 */
public final class Changes {
  private Changes() {}

  /** Tells this node at once and the others within a second, when the transaction is durable. */
  public static void happened(Tx tx) {
    tx.sql(ChangesSql.class).increase();
    tx.changed();
  }

  public static long number(Tx tx) {
    return tx.sql(ChangesSql.class).number();
  }

  interface ChangesSql {
    @SqlUpdate("UPDATE change_counter SET number = number + 1 WHERE organisation = 1")
    void increase();

    @SqlQuery("SELECT number FROM change_counter WHERE organisation = 1")
    long number();
  }
}
