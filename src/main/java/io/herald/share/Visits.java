package io.herald.share;

import io.herald.share.TrackedSql.Count;
import io.herald.store.Database;
import io.herald.store.Tx;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts visits. A commit is dear, so one writer takes all visits that wait into one transaction;
 * each visitor is sent on when theirs is committed.
 */
public final class Visits implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Visits.class);
  private static final int WAITING = 10_000;
  private static final int AT_ONCE = 1_000;
  private static final int ATTEMPTS = 2;

  /** Who came together comes together again, but for this much of a commit. */
  private static final long APART_MICROS = 300;

  private static final Visit LAST = new Visit(-1, () -> {});

  private final Database database;
  private final InstantSource clock;
  private final Counter counted;
  private final Counter lost;
  private final BlockingQueue<Visit> queue = new ArrayBlockingQueue<>(WAITING);
  private final Places places = new Places();
  private final Thread writer = new Thread(this::write, "visits");

  private record Visit(long link, Runnable then) {}

  public Visits(Database database, InstantSource clock, MeterRegistry meters) {
    this.database = database;
    this.clock = clock;
    this.counted = meters.counter("herald.visits");
    this.lost = meters.counter("herald.visits.lost");
    meters.gaugeCollectionSize("herald.visits.waiting", List.of(), queue);
    writer.setDaemon(true);
  }

  public void start() {
    writer.start();
  }

  /**
   * Counts a visit of a tracked link.
   *
   * @param then run on the writer's thread once the visit is committed, or could not be; must not
   *     block
   * @return whether it was taken; not when too many wait already
   */
  boolean count(long link, Runnable then) {
    return queue.offer(new Visit(link, then));
  }

  private void write() {
    List<Visit> batch = new ArrayList<>();
    boolean last = false;
    while (!last || !queue.isEmpty()) {
      int before = batch.size();
      batch.clear();
      try {
        gather(batch, before);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
      last |= batch.remove(LAST);
      commit(batch);
      batch.forEach(Visits::sendOn);
    }
  }

  /**
   * Takes what waits. Whoever was sent on a moment ago may be about to open the next link, so as
   * many as came last time are waited for, as long as they come quickly one after the other: a
   * commit for few costs as much as one for many.
   */
  private void gather(List<Visit> batch, int before) throws InterruptedException {
    @Nullable Visit next = queue.take();
    while (next != null) {
      batch.add(next);
      queue.drainTo(batch, AT_ONCE - batch.size());
      next = batch.size() < before ? queue.poll(APART_MICROS, TimeUnit.MICROSECONDS) : null;
    }
  }

  /**
   * The edge of this thread: a visitor is sent on even where the database is not there to count.
   */
  private void commit(List<Visit> batch) {
    TreeMap<Long, Long> perLink = new TreeMap<>();
    batch.forEach(visit -> perLink.merge(visit.link(), 1L, Long::sum));
    for (int attempt = 1; attempt <= ATTEMPTS && !perLink.isEmpty(); attempt++) {
      try {
        database.run(tx -> add(tx, perLink));
        counted.increment(batch.size());
        return;
      } catch (RuntimeException e) {
        if (attempt == ATTEMPTS) {
          lost.increment(batch.size());
          log.error("{} visits could not be counted", batch.size(), e);
        }
      }
    }
  }

  /** In the order of the links, so that two nodes never wait for each other. */
  private void add(Tx tx, SortedMap<Long, Long> perLink) {
    var sql = tx.sql(TrackedSql.class);
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    List<Count> counts = new ArrayList<>();
    perLink.forEach((link, visits) -> counts.add(new Count(link, today, visits)));
    List<Count> first = missed(counts, sql.raise(counts));
    if (!first.isEmpty()) {
      List<Count> raced = missed(first, sql.begin(first));
      if (!raced.isEmpty()) {
        sql.raise(raced);
      }
    }
    Stats.visited(tx, counts, today, places);
  }

  private static List<Count> missed(List<Count> counts, int[] rows) {
    List<Count> missed = new ArrayList<>();
    for (int i = 0; i < rows.length; i++) {
      if (rows[i] == 0) {
        missed.add(counts.get(i));
      }
    }
    return missed;
  }

  private static void sendOn(Visit visit) {
    try {
      visit.then().run();
    } catch (RuntimeException e) {
      log.debug("A visitor went away", e);
    }
  }

  /** Writes what waits, then ends. */
  @Override
  public void close() {
    if (!writer.isAlive()) {
      return;
    }
    try {
      queue.put(LAST);
      writer.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
