package io.herald.backup;

import io.herald.outbox.Chores;
import io.herald.store.Database;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a backup every night, by one node for all, and lets go of old ones. A night that was missed
 * is made up for at the next start; what fails is tried again in an hour.
 */
public final class Nightly implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Nightly.class);
  private static final LocalTime AT = LocalTime.of(2, 0);
  private static final Duration TRY_AGAIN = Duration.ofHours(1);
  private static final Duration LATE = Duration.ofHours(26);

  private final Database database;
  private final Chores chores;
  private final Backups backups;
  private final KeptBackups kept;
  private final InstantSource clock;
  private final ZoneId zone;
  private final Instant startedAt;
  private final ScheduledExecutorService hand =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            var thread = new Thread(work, "nightly-backup");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * @param zone of the machine: it is night there at two
   */
  public Nightly(
      Database database,
      Chores chores,
      Backups backups,
      KeptBackups kept,
      InstantSource clock,
      ZoneId zone) {
    this.database = database;
    this.chores = chores;
    this.backups = backups;
    this.kept = kept;
    this.clock = clock;
    this.zone = zone;
    this.startedAt = clock.instant();
  }

  public void start() {
    var unused = hand.scheduleWithFixedDelay(this::tick, 1, 1, TimeUnit.MINUTES);
  }

  /** Does what is due. */
  public void tick() {
    try {
      Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
      kept.rotate(now);
      if (due(now) && database.inTransaction(tx -> chores.take(tx, "backup", TRY_AGAIN))) {
        make(now);
      }
    } catch (IOException | RuntimeException e) {
      // The edge of this thread: a night that fails must not be the last one.
      log.error("The nightly backup failed; it is tried again in an hour", e);
    }
  }

  private void make(Instant now) throws IOException {
    Backups.Made made = backups.make(kept.nightly(now));
    database.run(
        tx -> {
          var sql = tx.sql(BackupSql.class);
          sql.forget(now.minus(LATE.multipliedBy(14)));
          sql.made(now, made.file().toString(), made.bytes(), made.rows());
        });
    log.info("A backup was made and verified: {}, {} bytes", made.file(), made.bytes());
  }

  private boolean due(Instant now) {
    ZonedDateTime since = newest().orElse(startedAt).atZone(zone);
    ZonedDateTime next = since.with(AT);
    return !now.isBefore((next.isAfter(since) ? next : next.plusDays(1)).toInstant());
  }

  private Optional<Instant> newest() {
    return database.inTransaction(tx -> tx.sql(BackupSql.class).newest());
  }

  /** Shows how old the newest backup is, in seconds; not a number as long as there is none. */
  public void meter(MeterRegistry meters) {
    Gauge.builder("herald.backup.age.seconds", this, Nightly::ageSeconds).register(meters);
  }

  private double ageSeconds() {
    return newest()
        .map(at -> Duration.between(at, clock.instant()).toMillis() / 1000.0)
        .orElse(Double.NaN);
  }

  /** What is wrong with the nightly backups, in plain words; nothing when all is well. */
  public Optional<String> trouble() {
    Optional<Instant> newest = newest();
    Duration old = Duration.between(newest.orElse(startedAt), clock.instant());
    if (old.compareTo(LATE) < 0) {
      return Optional.empty();
    }
    return Optional.of(
        newest
            .map(at -> "The newest backup is " + old.toHours() + " hours old; the log says why.")
            .orElse("No backup was made yet; the log says why."));
  }

  /**
   * Lets a backup that is being made end, for half a minute at most. Interrupts nobody, for H2
   * closes the whole database when a thread that reads its file is interrupted.
   */
  @Override
  public void close() {
    hand.shutdown();
    try {
      hand.awaitTermination(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
