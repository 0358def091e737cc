package io.herald.store;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.jdbi.v3.core.Jdbi;

/** What H2 and PostgreSQL do differently; everything else is SQL that both run. */
enum Dialect {
  H2 {
    @Override
    String hardened(String url) {
      return io.herald.store.H2.hardened(url);
    }

    @Override
    int poolSize() {
      return 8;
    }

    @Override
    boolean letsOneIn() {
      return true;
    }

    @Override
    void syncToDisk(Jdbi jdbi) throws SQLException {
      jdbi.useHandle(
          handle -> {
            H2Room.sync(handle.getConnection());
            H2Room.make(handle.getConnection(), Duration.ofMillis(100));
          });
    }

    @Override
    void holdStill(Connection connection) throws SQLException {
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        // Of the levels only this one takes its snapshot of all tables at once.
        statement.execute(
            "SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL SERIALIZABLE");
        // Rows are read as they are asked for, not gathered first.
        statement.execute("SET LAZY_QUERY_EXECUTION TRUE");
      }
    }

    @Override
    long nextId(Connection connection, String table, String column) throws SQLException {
      return number(
          connection,
          """
          SELECT identity_base FROM information_schema.columns
          WHERE table_schema = CURRENT_SCHEMA AND table_name = ? AND column_name = ?
          """,
          table,
          column);
    }

    /**
     * Nobody has a connection while it lasts. A database in memory has no file, and would be gone.
     */
    @Override
    void compact(HikariDataSource pool, Jdbi jdbi) {
      String url = pool.getJdbcUrl();
      if (url.startsWith("jdbc:h2:mem:")) {
        return;
      }
      HikariPoolMXBean connections = pool.getHikariPoolMXBean();
      connections.suspendPool();
      try {
        connections.softEvictConnections();
        for (int tries = 0; connections.getTotalConnections() > 0; tries++) {
          if (tries == 300) {
            throw new IllegalStateException("The database is busy; it is made small another time");
          }
          Thread.sleep(100);
        }
        closed(url);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } finally {
        connections.resumePool();
      }
    }

    /**
     * Single commits leave the file many times its data (measured: 330 MiB for 2 MiB); this mends
     * it. On a connection of its own: the pool takes a connection that shut down for a broken one.
     */
    @Override
    void closed(String url) {
      try (Connection connection = DriverManager.getConnection(url);
          Statement statement = connection.createStatement()) {
        statement.execute("SHUTDOWN COMPACT");
      } catch (SQLException e) {
        throw new IllegalStateException("The database could not be made small", e);
      }
    }
  },
  POSTGRESQL {
    /** By its name a Herald sees whether another one is in the database. */
    @Override
    String hardened(String url) {
      return url.contains("ApplicationName=")
          ? url
          : url + (url.contains("?") ? "&" : "?") + "ApplicationName=" + NAME;
    }

    @Override
    boolean inUse(Connection connection) throws SQLException {
      return number(
              connection,
              """
              SELECT COUNT(*) FROM pg_stat_activity
              WHERE datname = current_database() AND pid <> pg_backend_pid()
                AND application_name = ?
              """,
              NAME)
          > 0;
    }

    @Override
    int poolSize() {
      return 12;
    }

    @Override
    void compact(HikariDataSource pool, Jdbi jdbi) {
      jdbi.useHandle(handle -> handle.execute("VACUUM"));
    }

    @Override
    void holdStill(Connection connection) throws SQLException {
      connection.setReadOnly(true);
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    }

    @Override
    long nextId(Connection connection, String table, String column) throws SQLException {
      // Beside its table; what was given out and undone is given out no more.
      return number(
          connection,
          """
          SELECT COALESCE(last_value + increment_by, start_value) FROM pg_sequences
          WHERE to_regclass(format('%I.%I', schemaname, sequencename))
            = to_regclass(pg_get_serial_sequence(?, ?))
          """,
          table,
          column);
    }
  };

  private static final String NAME = "herald";

  static Dialect of(String url) {
    if (url.startsWith("jdbc:h2:")) {
      return H2;
    }
    if (url.startsWith("jdbc:postgresql:")) {
      return POSTGRESQL;
    }
    throw new IllegalArgumentException(
        "The database address must begin with jdbc:h2: or jdbc:postgresql:");
  }

  abstract String hardened(String url);

  abstract int poolSize();

  /** Whether no second process can be in the database. */
  boolean letsOneIn() {
    return false;
  }

  void opened(Jdbi jdbi) {}

  void syncToDisk(Jdbi jdbi) throws SQLException {}

  /** Whether a Herald has connections to the database; H2 lets nobody in then. */
  boolean inUse(Connection connection) throws SQLException {
    return false;
  }

  /** Takes what was deleted out of the files. */
  abstract void compact(HikariDataSource pool, Jdbi jdbi);

  /** Makes all that a connection reads from now on that of one moment. */
  abstract void holdStill(Connection connection) throws SQLException;

  /** The number that a table gives to its next row. */
  abstract long nextId(Connection connection, String table, String column) throws SQLException;

  private static long number(Connection connection, String sql, String... words)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < words.length; i++) {
        statement.setString(i + 1, words[i]);
      }
      try (ResultSet found = statement.executeQuery()) {
        found.next();
        return found.getLong(1);
      }
    }
  }

  /**
   * The pool is closed.
   *
   * @param url hardened
   */
  void closed(String url) {}
}
