package io.herald.records;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the chain growing while Herald runs: an entry has its place at most a second after its
 * commit.
 */
public final class Sealing implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Sealing.class);
  private static final long TICK_MILLIS = 250;

  private final Sealer sealer;
  private final ScheduledExecutorService clockwork =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            var thread = new Thread(task, "herald-sealing");
            thread.setDaemon(true);
            return thread;
          });

  public Sealing(Sealer sealer) {
    this.sealer = sealer;
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
    } catch (RuntimeException e) {
      LOG.error("Entries could not be sealed; it is tried again", e);
    }
  }

  /** Ends in order: what was committed has its place. */
  @Override
  public void close() {
    clockwork.shutdown();
    try {
      clockwork.awaitTermination(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    tick();
  }
}
