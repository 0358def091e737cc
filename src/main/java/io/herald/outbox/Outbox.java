package io.herald.outbox;

import io.herald.store.Database;
import io.herald.store.Tx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The work that waits. It is written in the transaction that decides on it, claimed in another, and
 * taken out when it is done; a crash between the two leaves it to be released and looked at again.
 */
public final class Outbox {
  private final Database database;
  private final InstantSource clock;
  private volatile Runnable bell = () -> {};

  public Outbox(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Who is to be woken when something was put in. */
  public void onWork(Runnable bell) {
    this.bell = bell;
  }

  /** Puts a piece of work in, once, however often it is wanted before it is done. */
  public void want(Tx tx, Lane lane, String kind, long subject) {
    want(tx, lane, kind, subject, now());
  }

  /** As {@link #want}, not before a time. */
  public void want(Tx tx, Lane lane, String kind, long subject, Instant due) {
    var sql = tx.sql(OutboxSql.class);
    int number = lane.number();
    if (sql.wantAgain(number, kind, subject, due) == 0
        && sql.wantFirst(number, kind, subject, due, now()) == 0) {
      sql.wantAgain(number, kind, subject, due);
    }
    tx.afterCommit(() -> bell.run());
  }

  /** Wakes whoever does the work, once the transaction is durable: for work put in by the set. */
  public void ring(Tx tx) {
    tx.afterCommit(() -> bell.run());
  }

  /** Takes out what waits and was not begun; says whether there was any. */
  public boolean cancel(Tx tx, String kind, long subject) {
    return tx.sql(OutboxSql.class).cancel(kind, subject) > 0;
  }

  /** Claims for a node what is due in a lane, oldest first, at most so many. */
  public List<Work> claim(long node, Lane lane, int most) {
    return database.inTransaction(
        tx -> {
          List<Long> due = tx.sql(OutboxSql.class).due(lane.number(), now(), most);
          return due.isEmpty() ? List.of() : claim(tx, node, due);
        });
  }

  /** What is due of a kind of bulk work for a workspace, oldest first, at most so many, by id. */
  public List<Long> due(Tx tx, String kind, long workspace, int most) {
    return tx.sql(OutboxSql.class).dueOf(Lane.BULK.number(), kind, workspace, now(), most);
  }

  /** Claims for a node those of some pieces of work that nobody has claimed. */
  public List<Work> claim(Tx tx, long node, List<Long> ids) {
    var sql = tx.sql(OutboxSql.class);
    List<Long> locked = sql.lock(ids);
    if (locked.isEmpty()) {
      return List.of();
    }
    sql.claim(node, locked);
    return sql.read(locked);
  }

  /**
   * Whether the node that claimed the work still has it, and keeps it until the transaction ends:
   * whoever would take it over waits for that.
   */
  public boolean holds(Tx tx, Work work) {
    return tx.isAmong(
        Work.class, work.id(), work.node(), ids -> tx.sql(OutboxSql.class).held(ids, work.node()));
  }

  /** A transaction deals with a piece of work. */
  public void dealsWith(Tx tx, Work work) {
    tx.dealsWith(Work.class, List.of(work.id()));
  }

  /**
   * The work is done; where it was wanted again meanwhile, it goes again at once. Of what another
   * node has taken over nothing is changed.
   */
  public void done(Tx tx, Work work) {
    tx.write(work, this::writeDone);
  }

  private void writeDone(Tx tx, List<Work> all) {
    var sql = tx.sql(OutboxSql.class);
    int[] gone = sql.done(all);
    for (int i = 0; i < gone.length; i++) {
      Work work = all.get(i);
      if (gone[i] == 0 && sql.again(work.id(), 0, now(), work.node()) == 1) {
        tx.afterCommit(() -> bell.run());
      }
    }
  }

  /** The work was tried in vain and goes again after a while. */
  public void again(Tx tx, Work work, Duration wait) {
    tx.sql(OutboxSql.class).again(work.id(), work.attempts() + 1, now().plus(wait), work.node());
  }

  /** The work was not tried, for it is not its turn yet; it goes after a while. */
  public void later(Tx tx, Work work, Duration wait) {
    tx.sql(OutboxSql.class).again(work.id(), work.attempts(), now().plus(wait), work.node());
  }

  /** Notes whose pace bulk work follows. */
  public void route(Tx tx, Work work, long workspace) {
    tx.sql(OutboxSql.class).route(work.id(), workspace, work.node());
  }

  /** Whether a piece of work is still to be done, or under way. */
  public boolean has(Tx tx, String kind, long subject) {
    return tx.sql(OutboxSql.class).has(kind, subject) > 0;
  }

  /** Gives back what a node had claimed, which works no more; says how much. */
  public int release(Tx tx, long node) {
    int released = tx.sql(OutboxSql.class).release(node);
    tx.afterCommit(() -> bell.run());
    return released;
  }

  /** Gives back what a node has claimed, but for what it knows of; says how much. */
  public int releaseBut(Tx tx, long node, Collection<Long> known) {
    var kept = new ArrayList<>(known);
    // A list in SQL has something in it, and no piece of work this number.
    kept.add(0L);
    int released = tx.sql(OutboxSql.class).releaseBut(node, kept);
    tx.afterCommit(() -> bell.run());
    return released;
  }

  /** How many pieces of work wait in a lane. */
  public long depth(Lane lane) {
    return database.inTransaction(tx -> tx.sql(OutboxSql.class).depth(lane.number()));
  }

  /** How long the oldest due piece of work has waited. */
  public Duration age() {
    Instant now = now();
    return database.inTransaction(
        tx ->
            tx.sql(OutboxSql.class)
                .oldest(now)
                .map(oldest -> Duration.between(oldest, now))
                .orElse(Duration.ZERO));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
