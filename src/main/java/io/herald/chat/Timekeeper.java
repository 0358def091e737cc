package io.herald.chat;

import io.herald.outbox.Chore;
import io.herald.outbox.Chores;
import io.herald.post.Posts;
import io.herald.store.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what is due at a time: posts go live and expire, the disk is made sure of, chores are done.
 * What is due stands in the database, so a restart misses nothing; of several nodes one does it,
 * whichever comes first.
 */
final class Timekeeper implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Timekeeper.class);
  private static final long TICK_MILLIS = 250;
  private static final int AT_ONCE = 20;

  /** How often it is looked whether a chore is due. */
  private static final Duration LOOK = Duration.ofSeconds(5);

  private final Database database;
  private final Chores chores;
  private final Posts posts;
  private final PostMoves moves;
  private final List<Chore> regular;

  /** The disk waits for nothing else that is due: a push to many takes long to begin. */
  private final ScheduledExecutorService clockwork =
      Executors.newScheduledThreadPool(
          2,
          task -> {
            var thread = new Thread(task, "herald-timekeeper");
            thread.setDaemon(true);
            return thread;
          });

  private Instant looked = Instant.EPOCH;

  Timekeeper(Database database, Chores chores, Posts posts, PostMoves moves, List<Chore> regular) {
    this.database = database;
    this.chores = chores;
    this.posts = posts;
    this.moves = moves;
    this.regular = List.copyOf(regular);
  }

  void start() {
    // Each logs itself whatever fails in it.
    var unused =
        List.of(
            clockwork.scheduleWithFixedDelay(this::tick, 0, TICK_MILLIS, TimeUnit.MILLISECONDS),
            clockwork.scheduleWithFixedDelay(this::sync, 1, 1, TimeUnit.SECONDS));
  }

  /** What fails once must not end it: the clockwork drops a task that throws. */
  private void sync() {
    try {
      database.syncToDisk();
    } catch (RuntimeException e) {
      LOG.error("The disk could not be made sure of; it is tried again", e);
    }
  }

  private void tick() {
    try {
      List<Long> due = database.inTransaction(tx -> posts.due(tx, AT_ONCE));
      due.forEach(id -> database.run(tx -> moves.publish(tx, id)));
      List<Long> over = database.inTransaction(tx -> posts.over(tx, AT_ONCE));
      over.forEach(id -> database.run(tx -> moves.expire(tx, id)));
      Instant now = posts.now();
      if (now.isAfter(looked.plus(LOOK))) {
        looked = now;
        regular.forEach(this::doIfDue);
      }
    } catch (RuntimeException e) {
      LOG.error("What is due could not be done; it is tried again", e);
    }
  }

  private void doIfDue(Chore chore) {
    database.run(
        tx -> {
          if (chores.take(tx, chore.name(), chore.every())) {
            chore.work().accept(tx);
          }
        });
  }

  @Override
  public void close() {
    clockwork.shutdown();
    try {
      clockwork.awaitTermination(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
