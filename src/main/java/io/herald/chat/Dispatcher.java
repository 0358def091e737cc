package io.herald.chat;

import io.herald.outbox.Lane;
import io.herald.outbox.Nodes;
import io.herald.outbox.Outbox;
import io.herald.outbox.Work;
import io.herald.store.Database;
import io.herald.store.GroupCommit;
import io.herald.store.Tx;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes work out of the outbox and has it done, several at once: what somebody waits for by hands
 * of its own, at once, and bulk by others, at the pace of the platform. Whether and when a failure
 * is tried again follows from its kind.
 */
final class Dispatcher implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
  private static final int HANDS = 8;

  /** At 100 calls a second, each of which takes half a second, begun and put down with others. */
  private static final int BULK_HANDS = 64;

  /** Fewer free hands wait for more, so that what is claimed together begins together. */
  private static final int WORTH_A_CLAIM = 8;

  /** What is called within so long begins at the same moment, and so together. */
  private static final Duration BEGINS_TOGETHER = Duration.ofMillis(60);

  /** What came of bulk work waits so long for what comes of other. */
  private static final Duration PUT_DOWN_TOGETHER = Duration.ofMillis(50);

  private static final Duration LOOK = Duration.ofMillis(200);
  private static final Duration AWAY = Duration.ofSeconds(1);

  private final Database database;
  private final GroupCommit together;
  private final Outbox outbox;
  private final Nodes nodes;
  private final Map<String, Errand> errands;
  private final BulkRoutes routes;
  private final MeterRegistry meters;
  private final Semaphore bell = new Semaphore(0);
  private final Semaphore hands = new Semaphore(HANDS);
  private final Semaphore bulkHands = new Semaphore(BULK_HANDS);
  private final ScheduledThreadPoolExecutor workers = workers("herald-errand", HANDS);
  private final ScheduledThreadPoolExecutor bulkWorkers = workers("herald-bulk", BULK_HANDS);

  /** Which work each carrying out is about: the same may be claimed again before one is over. */
  private final Map<Object, Long> inHand = new ConcurrentHashMap<>();

  private final Thread pump;
  private boolean doubtful;
  private volatile boolean open = true;

  Dispatcher(
      Database database,
      Outbox outbox,
      Nodes nodes,
      Map<String, Errand> errands,
      BulkRoutes routes,
      MeterRegistry meters) {
    this.database = database;
    this.together = new GroupCommit(database, BULK_HANDS, PUT_DOWN_TOGETHER);
    this.outbox = outbox;
    this.nodes = nodes;
    this.errands = Map.copyOf(errands);
    this.routes = routes;
    this.meters = meters;
    this.pump = new Thread(this::pump, "herald-dispatcher");
    pump.setDaemon(true);
  }

  private static ScheduledThreadPoolExecutor workers(String name, int most) {
    return new ScheduledThreadPoolExecutor(
        most,
        task -> {
          var thread = new Thread(task, name);
          thread.setDaemon(true);
          return thread;
        });
  }

  void start() {
    outbox.onWork(bell::release);
    pump.start();
  }

  private void pump() {
    Duration wait = LOOK;
    while (open) {
      try {
        bell.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS);
        bell.drainPermits();
        wait = LOOK;
        if (doubtful && nodes.isAlive()) {
          giveBack();
        }
        while (open && nodes.isAlive() && interactive()) {
          // There may be more.
        }
        if (open && nodes.isAlive()) {
          wait = bulk();
        }
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        LOG.error("The outbox could not be read; it is tried again", e);
        doubtful = true;
        pause(AWAY);
      }
    }
  }

  /**
   * A claim whose answer was lost may stand all the same, and nobody would do what it took as long
   * as this node lives.
   */
  private void giveBack() {
    int given = database.inTransaction(tx -> outbox.releaseBut(tx, nodes.id(), inHand.values()));
    if (given > 0) {
      LOG.warn("{} pieces of work were claimed by nobody who knew; they go again", given);
    }
    doubtful = false;
  }

  /** Hands out what somebody waits for; says whether there may be more for free hands. */
  private boolean interactive() {
    int free = hands.availablePermits();
    if (free == 0) {
      return false;
    }
    List<Work> claimed = outbox.claim(nodes.id(), Lane.INTERACTIVE, free);
    claimed.forEach(work -> handOut(work, hands, workers, Duration.ZERO, Duration.ZERO));
    return claimed.size() == free;
  }

  /** Hands out bulk work as far as it is permitted; says when to look again, at the latest. */
  private Duration bulk() {
    Duration wait = LOOK;
    int free = bulkHands.availablePermits();
    while (free >= WORTH_A_CLAIM) {
      BulkRoutes.Batch batch = routes.next(nodes.id(), free);
      Duration begins = Duration.ZERO;
      Duration at = Duration.ZERO;
      for (Work work : batch.work()) {
        if (at.minus(begins).compareTo(BEGINS_TOGETHER) > 0) {
          begins = at;
        }
        handOut(work, bulkHands, bulkWorkers, begins, at.minus(begins));
        at = at.plus(batch.apart());
      }
      if (batch.work().isEmpty()) {
        return batch.look().compareTo(wait) < 0 ? batch.look() : wait;
      }
      free = bulkHands.availablePermits();
    }
    // Each hand that gets free rings.
    return wait;
  }

  private void handOut(
      Work work, Semaphore free, ScheduledThreadPoolExecutor pool, Duration begins, Duration call) {
    free.acquireUninterruptibly();
    var carrying = new Object();
    inHand.put(carrying, work.id());
    // Whatever fails in it is logged in it.
    var unused =
        pool.schedule(
            () -> carryOut(work, free, carrying, call), begins.toNanos(), TimeUnit.NANOSECONDS);
  }

  private void carryOut(Work work, Semaphore hand, Object carrying, Duration call) {
    try {
      Errand.Result result = attempt(work, call);
      if (putDown(work, result)) {
        String outcome = result.again() == null ? "done" : "again";
        meters.counter("herald.errands", "kind", work.kind(), "outcome", outcome).increment();
      } else if (open) {
        putDown(work, Errand.Result.again(Retries.backoff(work)));
      }
    } finally {
      inHand.remove(carrying);
      hand.release();
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
        if (!Database.wasAway(e)) {
          LOG.error(
              "Work {} ({} {}) could not be put down", work.id(), work.kind(), work.subject(), e);
          return false;
        }
        LOG.warn("The database is away; what came of work {} waits: {}", work.id(), e.getMessage());
        pause(AWAY);
      }
    }
  }

  /** What goes to many ends with others of its kind; what somebody waits for waits for nobody. */
  private void store(Work work, Errand.Result result) {
    if (work.isBulk()) {
      together.run(tx -> ahead(tx, work), tx -> store(tx, work, result));
    } else {
      database.run(tx -> store(tx, work, result));
    }
  }

  private void ahead(Tx tx, Work work) {
    @Nullable Errand errand = errands.get(work.kind());
    if (errand != null) {
      errand.ahead(tx, work);
    }
  }

  private void store(Tx tx, Work work, Errand.Result result) {
    result.store().accept(tx);
    if (result.again() == null) {
      outbox.done(tx, work);
    } else if (result.tried()) {
      outbox.again(tx, work, result.again());
    } else {
      outbox.later(tx, work, result.again());
    }
  }

  /**
   * @param untilCall how long after its beginning it is to be called
   */
  private Errand.Result attempt(Work work, Duration untilCall) {
    Errand errand = errands.get(work.kind());
    if (errand == null) {
      LOG.error("Nobody does work of kind {}", work.kind());
      return Errand.Result.done();
    }
    try {
      Supplier<Errand.Result> call = errand.begin(work);
      pause(untilCall);
      return call.get();
    } catch (PlatformFailure failure) {
      LOG.info("{} {}: {}", work.kind(), work.subject(), failure.getMessage());
      return Retries.of(work, failure);
    } catch (RuntimeException e) {
      if (Database.wasAway(e)) {
        LOG.warn("The database is away; work {} goes again: {}", work.id(), e.getMessage());
      } else {
        LOG.error("Work {} ({} {}) failed", work.id(), work.kind(), work.subject(), e);
      }
      return Errand.Result.again(Retries.backoff(work));
    }
  }

  private static void pause(Duration time) {
    try {
      TimeUnit.NANOSECONDS.sleep(time.toNanos());
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
      bulkWorkers.shutdown();
      workers.awaitTermination(10, TimeUnit.SECONDS);
      bulkWorkers.awaitTermination(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
