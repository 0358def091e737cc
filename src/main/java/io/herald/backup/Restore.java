package io.herald.backup;

import io.herald.settings.EncryptionKeys;
import io.herald.store.Database;
import io.herald.store.DatabaseProbe;
import io.herald.store.DatabaseProbe.Trouble;
import io.herald.store.H2;
import io.herald.store.Rows;
import io.herald.store.WholeDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the database anew from a backup, while no Herald runs. */
public final class Restore {
  private static final Logger log = LoggerFactory.getLogger(Restore.class);

  /**
   * Ids that were given out after the backup stand in links and cards that people still have; none
   * of them is to mean something else, so the restored database goes on far behind them.
   */
  private static final long GAP = 1_000_000;

  private final String url;
  private final EncryptionKeys keys;
  private final KeptBackups kept;
  private final InstantSource clock;
  private final SecureRandom random;
  private final Afterwards afterwards;

  /** What has to be done to a restored database before anybody sees it. */
  @FunctionalInterface
  public interface Afterwards {
    /**
     * Does it.
     *
     * @param madeAt when the backup was made
     */
    void restored(Database database, Instant madeAt);
  }

  public Restore(
      String url,
      EncryptionKeys keys,
      KeptBackups kept,
      InstantSource clock,
      SecureRandom random,
      Afterwards afterwards) {
    this.url = url;
    this.keys = keys;
    this.kept = kept;
    this.clock = clock;
    this.random = random;
    this.afterwards = afterwards;
  }

  /**
   * What came of it.
   *
   * @param madeAt when the backup was made: what happened later is gone
   * @param former where the database that was there before now lies; none where there was none that
   *     could be kept
   */
  public record Restored(Instant madeAt, Optional<Path> former) {}

  /** The database is in use, so it cannot be made anew. */
  public static final class InUse extends IOException {
    InUse() {
      super("A Herald works on this database. Stop every one of them, then restore.");
    }
  }

  /** What is in the database cannot be saved before it is replaced. */
  public static final class NotSaved extends IOException {
    public NotSaved(Exception why) {
      super("What is in the database now cannot be saved first: " + first(why).getMessage(), why);
    }

    /** What lies behind all else says it in the fewest words. */
    private static Throwable first(Throwable failure) {
      Throwable cause = failure.getCause();
      return cause == null ? failure : first(cause);
    }
  }

  /**
   * Puts what stands in a backup in the place of the database.
   *
   * @param evenUnsaved goes on where what is there now cannot be saved; it is lost then
   * @throws Unreadable when the backup is not whole; the database is as it was
   * @throws InUse when a Herald works on the database
   * @throws NotSaved when what is there now cannot be saved; the database is as it was
   */
  public Restored from(Path file, boolean evenUnsaved) throws IOException {
    if (DatabaseProbe.trouble(url).equals(Optional.of(Trouble.LOCKED))
        || WholeDatabase.inUse(url)) {
      throw new InUse();
    }
    BackupFile.read(file, keys, new Nowhere());
    Optional<Path> database = H2.path(url);
    return database.isPresent() ? intoFile(file, database.get()) : intoServer(file, evenUnsaved);
  }

  /** Beside the old file first, so that a restore that fails changes nothing. */
  private Restored intoFile(Path file, Path database) throws IOException {
    Path scratch = Files.createTempDirectory(database.toAbsolutePath().getParent(), "restoring-");
    try {
      Path fresh = scratch.resolve("herald");
      Instant madeAt = fill(file, H2.at(url, fresh));
      Path target = H2.file(database, ".mv.db");
      Optional<Path> former = Optional.empty();
      if (Files.exists(target)) {
        former = Optional.of(kept.beforeRestore(clock.instant(), ".mv.db"));
        Files.move(target, former.get());
      }
      Files.move(H2.file(fresh, ".mv.db"), target, StandardCopyOption.ATOMIC_MOVE);
      return new Restored(madeAt, former);
    } finally {
      Backups.removeAll(scratch);
    }
  }

  private Restored intoServer(Path file, boolean evenUnsaved) throws IOException {
    Optional<Path> former;
    try {
      former = Optional.of(savedFromServer());
    } catch (NotSaved wrecked) {
      if (!evenUnsaved) {
        throw wrecked;
      }
      log.warn("What was in the database is lost", wrecked);
      former = Optional.empty();
    }
    return new Restored(fill(file, url), former);
  }

  private Path savedFromServer() throws NotSaved {
    try (Database database = Database.open(url)) {
      Path former = kept.beforeRestore(clock.instant(), KeptBackups.ENDING);
      new Backups(database, keys, clock, random).make(former);
      return former;
    } catch (IOException | RuntimeException wrecked) {
      // A stranger's code says in any way it likes that a database is broken.
      throw new NotSaved(wrecked);
    }
  }

  private Instant fill(Path file, String target) throws IOException {
    Instant madeAt = Backups.fill(target, file, keys, GapAfter::new).madeAt();
    try (Database database = Database.open(target)) {
      afterwards.restored(database, madeAt);
    }
    return madeAt;
  }

  /** Rows as they are, with a gap before the next ones. */
  private record GapAfter(Rows rows) implements Rows {
    @Override
    public void table(String name, List<String> columns) {
      rows.table(name, columns);
    }

    @Override
    public void row(List<@Nullable Object> cells) {
      rows.row(cells);
    }

    @Override
    public void next(String column, long id) {
      rows.next(column, id + GAP);
    }
  }

  private static final class Nowhere implements Rows {
    @Override
    public void table(String name, List<String> columns) {}

    @Override
    public void row(List<@Nullable Object> cells) {}

    @Override
    public void next(String column, long id) {}
  }
}
