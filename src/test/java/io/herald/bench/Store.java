package io.herald.bench;

import io.herald.store.H2;
import io.herald.testkit.DurablePostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

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
      return Server.STARTED.url();
    }
  };

  final String label;

  Store(String label) {
    this.label = label;
  }

  /** The address of a new, empty database. */
  abstract String url();

  /** The process of the PostgreSQL server, whose CPU belongs to whoever uses it. */
  static long serverPid() {
    return Server.STARTED.pid();
  }

  private static final class Server {
    static final DurablePostgres STARTED = DurablePostgres.start();
  }
}
