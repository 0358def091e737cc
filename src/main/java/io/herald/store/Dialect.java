package io.herald.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
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
    void syncToDisk(Jdbi jdbi) {
      jdbi.useHandle(handle -> handle.execute("CHECKPOINT SYNC"));
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
    @Override
    String hardened(String url) {
      return url;
    }

    @Override
    int poolSize() {
      return 12;
    }
  };

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

  void syncToDisk(Jdbi jdbi) {}

  /**
   * The pool is closed.
   *
   * @param url hardened
   */
  void closed(String url) {}
}
