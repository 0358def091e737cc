package io.herald.backup;

import io.herald.settings.EncryptionKeys;
import io.herald.store.Database;
import io.herald.store.H2;
import io.herald.store.Rows;
import io.herald.store.WholeDatabase;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes backups of a database that is in use, and opens them to see that they are whole. */
public final class Backups {
  private final Database database;
  private final EncryptionKeys keys;
  private final InstantSource clock;
  private final SecureRandom random;

  public Backups(Database database, EncryptionKeys keys, InstantSource clock, SecureRandom random) {
    this.database = database;
    this.keys = keys;
    this.clock = clock;
    this.random = random;
  }

  /**
   * A backup that was made.
   *
   * @param rows how many rows it has in all
   */
  public record Made(Path file, long bytes, long rows) {}

  /**
   * Writes a backup (mode 0600) and opens it to verify; the file is there only when it is whole.
   * Everybody works on meanwhile.
   *
   * @throws FileAlreadyExistsException when there is such a file already
   */
  public Made make(Path file) throws IOException {
    if (Files.exists(file)) {
      throw new FileAlreadyExistsException(file.toString());
    }
    Path draft = file.resolveSibling(file.getFileName() + ".part");
    try {
      BackupFile.Contents contents = write(draft);
      verify(draft, contents.rows());
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
      return new Made(file, Files.size(file), contents.all());
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private BackupFile.Contents write(Path draft) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            draft,
            Set.of(
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
      var head =
          new BackupFile.Head(
              database.schemaVersion(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
      var out = new BufferedOutputStream(Channels.newOutputStream(channel), 64 * 1024);
      return BackupFile.write(new Lasting(out, channel), keys, random, head, database::readWhole);
    }
  }

  /** Makes a database of a backup beside it, opens it, counts its rows and throws it away. */
  private void verify(Path file, Map<String, Long> expected) throws IOException {
    Path scratch = Files.createTempDirectory(file.toAbsolutePath().getParent(), "verifying-");
    try {
      String url = H2.file(scratch.resolve("herald"));
      fill(url, file, keys, rows -> rows);
      try (Database restored = Database.open(url)) {
        var counting = new Counting();
        restored.readWhole(counting);
        for (Map.Entry<String, Long> table : expected.entrySet()) {
          if (!table.getValue().equals(counting.rows.get(table.getKey()))) {
            throw new Unreadable("The backup came out wrong: rows of " + table.getKey());
          }
        }
      }
    } finally {
      removeAll(scratch);
    }
  }

  /** What is done to rows on their way from a backup. */
  interface OnTheWay {
    Rows to(Rows rows);
  }

  /** Fills a new database from a backup; says what the backup is. */
  static BackupFile.Head fill(String url, Path file, EncryptionKeys keys, OnTheWay way)
      throws IOException {
    BackupFile.Head head = BackupFile.head(file, keys);
    try {
      WholeDatabase.load(
          url,
          head.schema(),
          rows -> {
            try {
              BackupFile.read(file, keys, way.to(rows));
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return head;
  }

  static void removeAll(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static final class Counting implements Rows {
    private final Map<String, Long> rows = new TreeMap<>();
    private String table = "";

    @Override
    public void table(String name, List<String> columns) {
      table = name;
      rows.put(name, 0L);
    }

    @Override
    public void row(List<@Nullable Object> cells) {
      rows.merge(table, 1L, Long::sum);
    }

    @Override
    public void next(String column, long id) {}
  }
}
