package io.herald.chat;

import io.herald.members.People;
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
 * Does what is due at a time: posts go live and expire, the disk is made sure of, old requests are
 * forgotten. What is due stands in the database, so a restart misses nothing.
 */
final class Timekeeper implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Timekeeper.class);
  private static final long TICK_MILLIS = 250;
  private static final int AT_ONCE = 20;

  /** What a platform said of an account is believed so long. */
  private static final Duration KNOWN_FOR = Duration.ofDays(1);

  /** Well below what Slack allows of users.info (100 a minute). */
  private static final int LOOK_UPS_A_MINUTE = 20;

  private final Database database;
  private final Posts posts;
  private final People people;
  private final PostMoves moves;
  private final Desk desk;
  private final ScheduledExecutorService clockwork =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            var thread = new Thread(task, "herald-timekeeper");
            thread.setDaemon(true);
            return thread;
          });
  private Instant synced = Instant.EPOCH;
  private Instant forgot = Instant.EPOCH;
  private Instant refreshed = Instant.EPOCH;

  Timekeeper(Database database, Posts posts, People people, PostMoves moves, Desk desk) {
    this.database = database;
    this.posts = posts;
    this.people = people;
    this.moves = moves;
    this.desk = desk;
  }

  void start() {
    // The tick itself logs whatever fails in it.
    var unused =
        clockwork.scheduleWithFixedDelay(this::tick, 0, TICK_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void tick() {
    try {
      List<Long> due = database.inTransaction(tx -> posts.due(tx, AT_ONCE));
      due.forEach(id -> database.run(tx -> moves.publish(tx, id)));
      List<Long> over = database.inTransaction(tx -> posts.over(tx, AT_ONCE));
      over.forEach(id -> database.run(tx -> moves.expire(tx, id)));
      Instant now = posts.now();
      if (now.isAfter(synced.plusSeconds(1))) {
        synced = now;
        database.syncToDisk();
      }
      if (now.isAfter(refreshed.plus(Duration.ofMinutes(1)))) {
        refreshed = now;
        database.run(tx -> people.refresh(tx, now.minus(KNOWN_FOR), LOOK_UPS_A_MINUTE));
      }
      if (now.isAfter(forgot.plus(Duration.ofHours(1)))) {
        forgot = now;
        desk.forget();
      }
    } catch (RuntimeException e) {
      LOG.error("What is due could not be done; it is tried again", e);
    }
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
