package io.herald.testkit;

import io.herald.store.Database;
import io.herald.store.H2;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** The two databases that every store is tested on: each call opens a new, empty one. */
public enum TestDatabase {
  H2_FILE {
    @Override
    public String url() {
      try {
        return H2.file(Files.createTempDirectory(Path.of("target"), "h2-").resolve("herald"));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  },
  POSTGRESQL {
    @Override
    public String url() {
      String name = "test_" + NUMBER.incrementAndGet();
      Server.execute("CREATE DATABASE " + name + " TEMPLATE " + Server.MIGRATED);
      return Server.url(name);
    }
  };

  private static final AtomicInteger NUMBER = new AtomicInteger();

  /** The address of a new, empty database. */
  public abstract String url();

  public Database open() {
    return Database.open(url());
  }

  /**
   * A new, empty H2 that leaves no file: the quickest, where the database is not what is tested.
   */
  public static Database inMemory() {
    return Database.open("jdbc:h2:mem:test_" + NUMBER.incrementAndGet());
  }

  /**
   * One PostgreSQL for all tests of a run; it stops with the JVM. Its databases are copies of one
   * that was migrated.
   */
  private static final class Server {
    static final EmbeddedPostgres STARTED = start();
    static final String MIGRATED = migrated();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder()
            .setServerConfig("max_connections", "200")
            .setServerConfig("fsync", "off")
            .start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static String migrated() {
      execute("CREATE DATABASE migrated");
      Database.open(url("migrated")).close();
      return "migrated";
    }

    static String url(String name) {
      return STARTED.getJdbcUrl("postgres", name);
    }

    static void execute(String sql) {
      try (Connection connection = STARTED.getPostgresDatabase().getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute(sql);
      } catch (SQLException e) {
        throw new IllegalStateException(sql, e);
      }
    }
  }
}
