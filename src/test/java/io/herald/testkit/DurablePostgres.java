package io.herald.testkit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A PostgreSQL of its own that forgets nothing it has acknowledged, unlike that of the tests, and
 * that can be ended as by a power cut and started again.
 */
public final class DurablePostgres implements AutoCloseable {
  private final AtomicInteger number = new AtomicInteger();
  private final Path data;
  private EmbeddedPostgres server;

  private DurablePostgres(Path data) {
    this.data = data;
    this.server = start(0);
  }

  /** Starts one on loopback, with its files in a new directory under {@code target}. */
  public static DurablePostgres start() {
    try {
      return new DurablePostgres(Files.createTempDirectory(Path.of("target"), "postgres-"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private EmbeddedPostgres start(int port) {
    try {
      return EmbeddedPostgres.builder()
          .setDataDirectory(data.toAbsolutePath())
          .setCleanDataDirectory(false)
          .setPort(port)
          .setPGStartupWait(Duration.ofMinutes(1))
          .setServerConfig("fsync", "on")
          .setServerConfig("full_page_writes", "on")
          .setServerConfig("synchronous_commit", "on")
          .setServerConfig("max_connections", "100")
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The address of a new, empty database. */
  public String url() {
    String name = "herald_" + number.incrementAndGet();
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return server.getJdbcUrl("postgres", name);
  }

  /** The process of the server, the parent of all that it does. */
  public long pid() {
    try {
      return Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends it at once, cleaning nothing up, and starts it again at the same address. */
  public void restart() {
    ProcessHandle postmaster = ProcessHandle.of(pid()).orElseThrow();
    try {
      // SIGQUIT is PostgreSQL's "immediate": every connection breaks, recovery follows.
      new ProcessBuilder("kill", "-QUIT", Long.toString(postmaster.pid())).start().waitFor();
      postmaster.onExit().get();
      int port = server.getPort();
      server.close();
      server = start(port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
