package io.herald.outbox;

import io.herald.outbox.NodeSql.Sign;
import io.herald.store.Database;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This node among those that work on one database. Each gives a sign of life now and then. A node
 * that could give none for the length of a lease stops by itself; one of which the others saw none
 * for as long loses what it had claimed to them. Each measures both on its own clock, which only
 * has to run evenly: no two clocks are compared.
 *
 * <p>Where the database lets one process in, there is no other node: whoever stands in the table is
 * dead, and is taken over at the start.
 */
public final class Nodes implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Nodes.class);

  private final Database database;
  private final Outbox outbox;
  private final Lease lease;
  private final InstantSource clock;
  private final LongSupplier ticks;
  private final ScheduledExecutorService heart =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            var thread = new Thread(task, "herald-node");
            thread.setDaemon(true);
            return thread;
          });
  private final Map<Long, Seen> seen = new HashMap<>();
  private long lookedAt;
  private volatile long id;
  private volatile long heldUntil;

  /** A sign of life, and when it was first seen. */
  private record Seen(long beat, long at) {}

  /**
   * @param ticks nanoseconds that run evenly, whatever the time of day
   */
  public Nodes(
      Database database, Outbox outbox, Lease lease, InstantSource clock, LongSupplier ticks) {
    this.database = database;
    this.outbox = outbox;
    this.lease = lease;
    this.clock = clock;
    this.ticks = ticks;
  }

  /** Joins the others, and begins to give signs of life. */
  public void start() {
    join();
    if (!database.isOurs()) {
      long beat = lease.beat().toMillis();
      // The beat itself logs whatever fails in it.
      var unused = heart.scheduleWithFixedDelay(this::beat, beat, beat, TimeUnit.MILLISECONDS);
    }
  }

  /** Which node this is, now. */
  public long id() {
    return id;
  }

  /** Whether this node may begin something: not when others may already hold it for dead. */
  public boolean isAlive() {
    return id != 0 && (database.isOurs() || ticks.getAsLong() - heldUntil < 0);
  }

  /** How many nodes there are, as the database knows. */
  public int count() {
    return database.inTransaction(tx -> tx.sql(NodeSql.class).count());
  }

  void join() {
    long begun = ticks.getAsLong();
    id =
        database.inTransaction(
            tx -> tx.sql(NodeSql.class).join(clock.instant().truncatedTo(ChronoUnit.MILLIS)));
    heldUntil = begun + lease.length().toNanos();
    if (database.isOurs()) {
      others().forEach(this::takeOver);
    }
    LOG.info("This is node {}", id);
  }

  private void beat() {
    try {
      renew();
      look();
    } catch (RuntimeException e) {
      LOG.warn("Node {} could give no sign of life: {}", id, e.getMessage());
    }
  }

  /** Gives a sign of life; where others held this node for dead, it comes back as another one. */
  void renew() {
    long begun = ticks.getAsLong();
    if (database.inTransaction(tx -> tx.sql(NodeSql.class).beat(id)) == 1) {
      heldUntil = begun + lease.length().toNanos();
    } else {
      LOG.warn("Node {} was held for dead; what it had claimed is with others now", id);
      join();
    }
  }

  /** Looks for signs of life, and takes over whoever gave none for the length of a lease. */
  void look() {
    long now = ticks.getAsLong();
    if (now - lookedAt > 2 * lease.beat().toNanos()) {
      // Nobody could be seen meanwhile, so nobody's silence counts.
      seen.clear();
    }
    List<Sign> signs = others();
    lookedAt = ticks.getAsLong();
    var present = new HashSet<Long>();
    for (Sign sign : signs) {
      present.add(sign.id());
      Seen before = seen.get(sign.id());
      if (before == null || before.beat() != sign.beat()) {
        // Counted from after the look: a sign that came meanwhile is younger, never older.
        seen.put(sign.id(), new Seen(sign.beat(), lookedAt));
      } else if (now - before.at() >= lease.length().toNanos()) {
        takeOver(sign);
      }
    }
    seen.keySet().retainAll(present);
  }

  private List<Sign> others() {
    return database.inTransaction(tx -> tx.sql(NodeSql.class).others(id));
  }

  private void takeOver(Sign sign) {
    int work =
        database.inTransaction(
            tx ->
                tx.sql(NodeSql.class).end(sign.id(), sign.beat()) == 0
                    ? -1
                    : outbox.release(tx, sign.id()));
    if (work >= 0) {
      LOG.info("Node {} is no more; {} pieces of its work go again", sign.id(), work);
    }
  }

  /** Leaves the others; what is still claimed is theirs at once. */
  @Override
  public void close() {
    heart.shutdown();
    try {
      heart.awaitTermination(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    long leaving = id;
    if (leaving == 0) {
      return;
    }
    id = 0;
    try {
      database.run(
          tx -> {
            outbox.release(tx, leaving);
            tx.sql(NodeSql.class).leave(leaving);
          });
    } catch (RuntimeException e) {
      LOG.warn("Node {} could not say that it leaves: {}", leaving, e.getMessage());
    }
  }
}
