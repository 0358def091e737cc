package io.herald.records;

import io.herald.outbox.Chores;
import io.herald.store.Database;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the chain growing while Herald runs: an entry has its place at most a second after its
 * commit, and where the chain ends is signed every hour, by one node for all, and at the end.
 */
public final class Sealing implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Sealing.class);
  private static final long TICK_MILLIS = 250;
  private static final int TICKS_TO_LOOK = 20;
  private static final Duration EVERY = Duration.ofHours(1);

  private final Database database;
  private final Sealer sealer;
  private final Checkpoints checkpoints;
  private final Chores chores;
  private final ScheduledExecutorService clockwork =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            var thread = new Thread(task, "herald-sealing");
            thread.setDaemon(true);
            return thread;
          });

  private int ticks;

  public Sealing(Database database, Sealer sealer, Checkpoints checkpoints, Chores chores) {
    this.database = database;
    this.sealer = sealer;
    this.checkpoints = checkpoints;
    this.chores = chores;
  }

  public void start() {
    // The tick itself logs whatever fails in it.
    var unused =
        clockwork.scheduleWithFixedDelay(this::tick, 0, TICK_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void tick() {
    try {
      while (sealer.seal() == Sealer.BATCH) {
        // There may be more.
      }
      boolean look = ticks++ % TICKS_TO_LOOK == 0;
      if (look && database.inTransaction(tx -> chores.take(tx, "checkpoint", EVERY))) {
        checkpoints.make();
      }
    } catch (RuntimeException e) {
      LOG.error("Entries could not be sealed; it is tried again", e);
    }
  }

  /** Ends in order: what was committed has its place, and that is signed. */
  @Override
  public void close() {
    clockwork.shutdown();
    try {
      clockwork.awaitTermination(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    try {
      checkpoints.make();
    } catch (RuntimeException e) {
      LOG.error("The end of the chain could not be signed; the next start does it", e);
    }
  }
}
