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
        Path directory = Files.createTempDirectory("herald-h2-");
        directory.toFile().deleteOnExit();
        return H2.file(directory.resolve("herald"));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  },
  POSTGRESQL {
    @Override
    public String url() {
      String name = "test_" + NUMBER.incrementAndGet();
      try (Connection connection = Server.STARTED.getPostgresDatabase().getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("CREATE DATABASE " + name);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
      return Server.STARTED.getJdbcUrl("postgres", name);
    }
  };

  private static final AtomicInteger NUMBER = new AtomicInteger();

  /** The address of a new, empty database. */
  public abstract String url();

  public Database open() {
    return Database.open(url());
  }

  /** One PostgreSQL for all tests of a run; it stops with the JVM. */
  private static final class Server {
    static final EmbeddedPostgres STARTED = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder().setServerConfig("max_connections", "200").start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
