package io.herald.store;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;

/** Tells a database that is not there from one that says no. */
final class Away {
  /** SQL's class for connections that failed. */
  private static final String CONNECTION = "08";

  /** PostgreSQL's class for what an operator did: it shuts down, crashed, or does not yet serve. */
  private static final String OPERATOR = "57P";

  private Away() {}

  static boolean isBehind(Throwable fault) {
    return Causes.of(fault).anyMatch(Away::isAway);
  }

  private static boolean isAway(SQLException failure) {
    String state = failure.getSQLState();
    return failure instanceof SQLTransientConnectionException
        || failure instanceof SQLNonTransientConnectionException
        || (state != null && (state.startsWith(CONNECTION) || state.startsWith(OPERATOR)));
  }
}
