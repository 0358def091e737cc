package io.herald.bench;

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

/** Where a benchmark keeps its data: as durable as Herald's own, unlike the databases of tests. */
enum Store {
  H2_FILE("H2") {
    @Override
    String url() {
      try {
        return H2.file(Files.createTempDirectory(Path.of("target"), "bench-").resolve("herald"));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  },
  POSTGRESQL("PostgreSQL") {
    @Override
    String url() {
      String name = "bench_" + NUMBER.incrementAndGet();
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

  final String label;

  Store(String label) {
    this.label = label;
  }

  /** The address of a new, empty database. */
  abstract String url();

  /** The process of the PostgreSQL server, whose CPU belongs to whoever uses it. */
  static long serverPid() {
    return ProcessHandle.current()
        .children()
        .filter(child -> child.info().command().orElse("").endsWith("postgres"))
        .mapToLong(ProcessHandle::pid)
        .findFirst()
        .orElse(-1);
  }

  /** Embedded PostgreSQL does without durability unless told otherwise. */
  private static final class Server {
    static final EmbeddedPostgres STARTED = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder()
            .setServerConfig("fsync", "on")
            .setServerConfig("full_page_writes", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("max_connections", "100")
            .start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
