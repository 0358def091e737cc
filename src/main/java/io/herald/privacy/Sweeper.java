package io.herald.privacy;

import io.herald.backup.KeptBackups;
import io.herald.records.Entry;
import io.herald.records.Records;
import io.herald.records.Retention;
import io.herald.store.Database;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that what is over goes: content whose retention has ended, wishes that a hold kept
 * waiting, and what was erased from the file of the database (which has to be made small for that,
 * at night) and, as they grow old, from the backups.
 */
public final class Sweeper implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Sweeper.class);
  private static final Duration EVERY = Duration.ofMinutes(1);

  /** Requests are remembered so long, with the answers that they got. */
  private static final Duration REMEMBERED = Duration.ofDays(2);

  private static final LocalTime NIGHT_FROM = LocalTime.of(3, 0);
  private static final LocalTime NIGHT_TO = LocalTime.of(5, 0);

  private final Database database;
  private final Erasures erasures;
  private final ErasureList list;
  private final Retention retention;
  private final Records records;
  private final KeptBackups kept;
  private final ZoneId zone;
  private final ScheduledExecutorService hand =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            var thread = new Thread(work, "sweeper");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * @param zone of the machine: it is night there between three and five
   */
  public Sweeper(
      Database database,
      Erasures erasures,
      ErasureList list,
      Retention retention,
      Records records,
      KeptBackups kept,
      ZoneId zone) {
    this.database = database;
    this.erasures = erasures;
    this.list = list;
    this.retention = retention;
    this.records = records;
    this.kept = kept;
    this.zone = zone;
  }

  public void start() {
    erasures.onErased(() -> hand.execute(this::tick));
    var unused =
        hand.scheduleWithFixedDelay(
            this::tick, EVERY.toSeconds(), EVERY.toSeconds(), TimeUnit.SECONDS);
  }

  private void tick() {
    try {
      sweep();
    } catch (IOException | RuntimeException e) {
      // The edge of this thread: what failed is tried again in a minute.
      log.error("What is over could not be taken away", e);
    }
  }

  /** Takes away what is over now. */
  void sweep() throws IOException {
    int deleted = database.inTransaction(retention::deleteWhatIsOver);
    int erased = database.inTransaction(erasures::carryOutWaiting);
    if (deleted + erased > 0) {
      log.info("Deleted the content of {} entries, erased {} people", deleted, erased);
    }
    note();
    Instant now = erasures.now();
    List<Erasure> unfinished = database.inTransaction(tx -> tx.sql(ErasureSql.class).unfinished());
    if (isNight(now) && unfinished.stream().anyMatch(e -> e.compactedAt() == null)) {
      database.compact();
      database.run(tx -> tx.sql(ErasureSql.class).compacted(now));
      log.info("The database was made small, so that what was erased is in it no more");
    }
    for (Erasure erasure : unfinished) {
      if (isGone(erasure, now)) {
        database.run(tx -> finish(tx, erasure, now));
      }
    }
  }

  private void finish(io.herald.store.Tx tx, Erasure erasure, Instant now) {
    if (tx.sql(ErasureSql.class).finished(erasure.id(), now) > 0) {
      records.append(tx, Entry.of("erasure_finished", null, "erasure/" + erasure.id()));
    }
  }

  private boolean isGone(Erasure erasure, Instant now) throws IOException {
    Instant compacted = erasure.compactedAt();
    return compacted != null
        && !now.isBefore(kept.goneAfter(compacted))
        && !now.isBefore(compacted.plus(REMEMBERED))
        && kept.noneFromBefore(compacted);
  }

  /** Writes who was erased beside the database, on every node. */
  void note() {
    list.add(
        database.inTransaction(
            tx ->
                erasures.done(tx).stream()
                    .map(
                        e ->
                            new ErasureList.Erased(
                                e.member(),
                                java.util.Objects.requireNonNull(e.doneAt()),
                                e.rest() == Erasure.Rest.ERASED))
                    .toList()));
  }

  /**
   * Forgets in a restored database whom the list names and the backup still knew.
   *
   * @param madeAt when the backup was made
   */
  public static int applyAfterRestore(
      Database database, Erasures erasures, ErasureList list, Instant madeAt) {
    int applied = 0;
    for (ErasureList.Erased erased : list.all()) {
      if (erased.at().isAfter(madeAt)) {
        boolean done =
            database.inTransaction(tx -> erasures.again(tx, erased.member(), erased.all()));
        applied += done ? 1 : 0;
      }
    }
    return applied;
  }

  private boolean isNight(Instant now) {
    LocalTime time = now.atZone(zone).toLocalTime();
    return !time.isBefore(NIGHT_FROM) && time.isBefore(NIGHT_TO);
  }

  /**
   * Lets what is being taken away go first, for half a minute at most. Interrupts nobody, for H2
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
