package io.herald.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;

/**
 * The room in H2's file. Each commit appends the pages that it changed, and a stretch of the file
 * is written anew once nothing in it is in force and it is sure that the disk does not go back to a
 * state in which something was. What still is in force H2 moves out of the way in its background
 * thread, which it has only where commits may wait ({@code WRITE_DELAY}): without it 100,000
 * submitted drafts took 6.8 GB for 0.14 GB of data.
 */
final class H2Room {
  /** What H2 waits by itself for the disk: longer than a system keeps anything in memory. */
  private static final Duration UNSURE = Duration.ofSeconds(45);

  /**
   * How old what is written anew is at least, where the disk is made sure of each second. A busy
   * file is large by twice of what is written in this time.
   */
  private static final Duration SURE = Duration.ofSeconds(3);

  /** Per cent of what lies in older stretches that is to be in force: more costs more writes. */
  private static final int IN_FORCE = 50;

  /** What is moved at once, in bytes; commits wait for it. */
  private static final int MOVED_AT_ONCE = 512 * 1024;

  private static final String OLDER_IN_FORCE =
      """
      SELECT setting_value FROM information_schema.settings
      WHERE setting_name = 'info.CHUNKS_FILL_RATE_RW'
      """;

  private H2Room() {}

  /** Forces what was committed to the disk itself; what is older may then be written anew. */
  static void sync(Connection connection) throws SQLException {
    MVStore store = store(connection);
    store.setRetentionTime((int) UNSURE.toMillis());
    try (Statement statement = connection.createStatement()) {
      statement.execute("CHECKPOINT SYNC");
    }
    store.setRetentionTime((int) SURE.toMillis());
  }

  /**
   * Moves what is in force out of older stretches of which most is not; does nothing where there is
   * room enough.
   *
   * @param atMost how long it goes on, up to a moment more
   */
  static void make(Connection connection, Duration atMost) throws SQLException {
    MVStore store = store(connection);
    long end = System.nanoTime() + atMost.toNanos();
    try (Statement statement = connection.createStatement()) {
      do {
        if (olderInForce(statement) >= IN_FORCE || !store.compact(100, MOVED_AT_ONCE)) {
          return;
        }
      } while (System.nanoTime() < end);
    }
  }

  private static int olderInForce(Statement statement) throws SQLException {
    try (ResultSet rate = statement.executeQuery(OLDER_IN_FORCE)) {
      return rate.next() ? Integer.parseInt(rate.getString(1)) : 100;
    }
  }

  private static MVStore store(Connection connection) throws SQLException {
    var session = (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
    return session.getDatabase().getStore().getMvStore();
  }
}
