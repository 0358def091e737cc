package io.herald.settings;

import io.herald.store.H2;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Where Herald keeps what it knows.
 *
 * @param directory the data directory; in the sandbox one of its own inside {@code HERALD_DATA}
 * @param databaseUrl JDBC address of H2 or PostgreSQL, which may hold a password; empty for the H2
 *     file of the data directory
 * @param keys the keys of {@code HERALD_ENCRYPTION_KEY}; empty for the key file of the data
 *     directory, see {@link DataDirectory#keys}
 * @param keepBackups how long the backups of the nights stay; zero: none are made
 */
public record StorageSettings(
    Path directory,
    Optional<Secret> databaseUrl,
    Optional<EncryptionKeys> keys,
    Duration keepBackups) {

  /** The JDBC address of the database. */
  public String url() {
    return databaseUrl.map(Secret::reveal).orElseGet(() -> H2.file(databaseFile()));
  }

  /** The H2 file that stands for the database where no address is given, without its ending. */
  public Path databaseFile() {
    return directory.resolve(DataDirectory.DATABASE);
  }
}
