package io.herald.share;

import io.herald.store.Changes;
import io.herald.store.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How much this node's memory is worth. Its state moves at once with every change made here, and
 * within a second with every change made on another node; a node that could not look for five
 * seconds must not answer from memory.
 */
public final class Knowledge implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Knowledge.class);
  private static final Duration TRUSTED = Duration.ofSeconds(5);
  private static final long EVERY_MILLIS = 500;

  private final Database database;
  private final InstantSource clock;
  private final AtomicLong state = new AtomicLong();
  private final ScheduledExecutorService looking =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "changes");
            thread.setDaemon(true);
            return thread;
          });
  private volatile Instant lookedAt = Instant.EPOCH;
  private volatile boolean failing;
  private long number = -1;

  public Knowledge(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
    database.onChange(state::incrementAndGet);
  }

  /** Looks now, and from now on twice a second. */
  public void start() {
    look();
    var unused =
        looking.scheduleWithFixedDelay(
            this::lookOrSay, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** What is remembered from another state is to be read again. */
  long state() {
    return state.get();
  }

  /** Whether memory may be believed at all. */
  boolean fresh() {
    Instant now = clock.instant();
    return !now.isBefore(lookedAt) && !now.isAfter(lookedAt.plus(TRUSTED));
  }

  /** Looks whether another node changed something. */
  synchronized void look() {
    Instant began = clock.instant();
    long seen = database.inTransaction(Changes::number);
    if (seen != number) {
      number = seen;
      state.incrementAndGet();
    }
    lookedAt = began;
  }

  /** The edge of this thread: an outage must not end it, and is logged once. */
  private void lookOrSay() {
    try {
      look();
      failing = false;
    } catch (RuntimeException e) {
      if (!failing) {
        log.warn("Cannot look for changes; links are answered from the database meanwhile", e);
      }
      failing = true;
    }
  }

  /** Interrupts nobody: H2 closes the database when a thread that reads its file is interrupted. */
  @Override
  public void close() {
    looking.shutdown();
    try {
      looking.awaitTermination(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
