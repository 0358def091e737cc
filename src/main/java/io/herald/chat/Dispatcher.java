package io.herald.chat;

import io.herald.outbox.Lane;
import io.herald.outbox.Nodes;
import io.herald.outbox.Outbox;
import io.herald.outbox.Work;
import io.herald.store.Database;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes work out of the outbox and has it done, several at once; what somebody waits for goes
 * before what goes to many. Whether and when a failure is tried again follows from its kind.
 */
final class Dispatcher implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
  private static final int AT_ONCE = 8;
  private static final Duration LOOK = Duration.ofMillis(200);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

  private final Database database;
  private final Outbox outbox;
  private final Nodes nodes;
  private final Map<String, Errand> errands;
  private final InstantSource clock;
  private final MeterRegistry meters;
  private final Semaphore bell = new Semaphore(0);
  private final Semaphore hands = new Semaphore(AT_ONCE);
  private final ExecutorService workers;
  private final Thread pump;
  private volatile boolean open = true;
  private volatile Instant bulkFrom = Instant.EPOCH;

  Dispatcher(
      Database database,
      Outbox outbox,
      Nodes nodes,
      Map<String, Errand> errands,
      InstantSource clock,
      MeterRegistry meters) {
    this.database = database;
    this.outbox = outbox;
    this.nodes = nodes;
    this.errands = Map.copyOf(errands);
    this.clock = clock;
    this.meters = meters;
    this.workers =
        Executors.newFixedThreadPool(
            AT_ONCE,
            task -> {
              var thread = new Thread(task, "herald-errand");
              thread.setDaemon(true);
              return thread;
            });
    this.pump = new Thread(this::pump, "herald-dispatcher");
    pump.setDaemon(true);
  }

  void start() {
    outbox.onWork(bell::release);
    pump.start();
  }

  private void pump() {
    while (open) {
      try {
        bell.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS);
        bell.drainPermits();
        while (open && round()) {
          // There may be more.
        }
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        LOG.error("The outbox could not be read; it is tried again", e);
        pause();
      }
    }
  }

  /** Hands out what fits into free hands; says whether anything was handed out. */
  private boolean round() throws InterruptedException {
    if (!nodes.isAlive()) {
      return false;
    }
    int free = hands.availablePermits();
    if (free == 0) {
      hands.acquire();
      hands.release();
      return true;
    }
    List<Work> claimed = outbox.claim(nodes.id(), Lane.INTERACTIVE, free);
    // One hand stays free for whoever waits.
    if (claimed.isEmpty() && free > 1 && !clock.instant().isBefore(bulkFrom)) {
      claimed = outbox.claim(nodes.id(), Lane.BULK, free - 1);
    }
    for (Work work : claimed) {
      hands.acquire();
      workers.execute(() -> carryOut(work));
    }
    return !claimed.isEmpty();
  }

  private void carryOut(Work work) {
    try {
      Errand.Result result = attempt(work);
      if (putDown(work, result)) {
        String outcome = result.again() == null ? "done" : "again";
        meters.counter("herald.errands", "kind", work.kind(), "outcome", outcome).increment();
      } else if (open) {
        putDown(work, Errand.Result.again(backoff(work)));
      }
    } finally {
      hands.release();
      bell.release();
    }
  }

  /**
   * What came of a call is known here alone, so it is written down however long the database is
   * away; what cannot be written down for another reason goes again.
   */
  private boolean putDown(Work work, Errand.Result result) {
    while (true) {
      try {
        store(work, result);
        return true;
      } catch (RuntimeException e) {
        if (!open) {
          return false;
        }
        if (database.isThere()) {
          LOG.error(
              "Work {} ({} {}) could not be put down", work.id(), work.kind(), work.subject(), e);
          return false;
        }
        LOG.warn("The database is away; what came of work {} waits: {}", work.id(), e.getMessage());
        pause();
      }
    }
  }

  private void store(Work work, Errand.Result result) {
    database.run(
        tx -> {
          result.store().accept(tx);
          if (result.again() == null) {
            outbox.done(tx, work);
          } else {
            outbox.again(tx, work, result.again());
          }
        });
  }

  private Errand.Result attempt(Work work) {
    Errand errand = errands.get(work.kind());
    if (errand == null) {
      LOG.error("Nobody does work of kind {}", work.kind());
      return Errand.Result.done();
    }
    try {
      return errand.run(work);
    } catch (PlatformFailure failure) {
      return failed(work, failure);
    } catch (RuntimeException e) {
      LOG.error("Work {} ({} {}) failed", work.id(), work.kind(), work.subject(), e);
      return Errand.Result.again(backoff(work));
    }
  }

  private Errand.Result failed(Work work, PlatformFailure failure) {
    LOG.info("{} {}: {}", work.kind(), work.subject(), failure.getMessage());
    return switch (failure.kind()) {
      case RATE_LIMITED -> {
        Duration wait =
            failure.retryAfter() == null ? Duration.ofSeconds(30) : failure.retryAfter();
        if (work.lane() == Lane.BULK.number()) {
          bulkFrom = clock.instant().plus(wait);
        }
        yield Errand.Result.again(wait);
      }
      case UNAUTHORISED, FORBIDDEN -> Errand.Result.again(Duration.ofMinutes(1));
      case UNAVAILABLE, AMBIGUOUS -> Errand.Result.again(backoff(work));
      case GONE, REFUSED, BAD_IMAGE -> Errand.Result.done();
    };
  }

  private static Duration backoff(Work work) {
    Duration wait = Duration.ofMillis(500L << Math.min(work.attempts(), 12));
    return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
  }

  private static void pause() {
    try {
      Thread.sleep(1_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Takes no more work and lets what is under way end, for ten seconds at most. Interrupts nobody:
   * H2 closes the whole database when a thread that reads or writes its file is interrupted.
   */
  @Override
  public void close() {
    open = false;
    bell.release();
    try {
      pump.join(TimeUnit.SECONDS.toMillis(10));
      workers.shutdown();
      workers.awaitTermination(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
