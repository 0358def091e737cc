package io.herald.settings;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where Herald keeps what it knows.
 *
 * @param directory the data directory; in the sandbox one of its own inside {@code HERALD_DATA}
 * @param databaseUrl JDBC address of H2 or PostgreSQL, which may hold a password; empty for the H2
 *     file of the data directory
 * @param keys the keys of {@code HERALD_ENCRYPTION_KEY}; empty for the key file of the data
 *     directory, see {@link DataDirectory#keys}
 */
public record StorageSettings(
    Path directory, Optional<Secret> databaseUrl, Optional<EncryptionKeys> keys) {

  /** The H2 file that stands for the database where no address is given, without its ending. */
  public Path databaseFile() {
    return directory.resolve(DataDirectory.DATABASE);
  }
}
