package io.herald.campaign;

import io.herald.outbox.Outbox;
import io.herald.records.Entry;
import io.herald.records.Records;
import io.herald.store.Database;
import io.herald.store.Tx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Moves deliveries whose time has come into the outbox, a few at a time and only while little waits
 * there for their workspace: a broadcast that was stopped has next to nothing on its way, an outbox
 * of a hundred thousand slows nobody down, and nobody waits because another platform takes no
 * calls. Several nodes may feed at once, each with one hand.
 */
public final class Feeder {
  /**
   * Below this a workspace's part of the outbox is short; above it there is work for seconds even
   * at the best pace.
   */
  private static final int SHORT = 250;

  private static final int AT_ONCE = 500;

  /** How often those that wait for a busy workspace are looked through for others. */
  private static final Duration LOOK_ELSEWHERE = Duration.ofSeconds(5);

  private final Database database;
  private final Outbox outbox;
  private final Records records;
  private final InstantSource clock;
  private final Map<Long, Instant> nothingElsewhere = new ConcurrentHashMap<>();

  public Feeder(Database database, Outbox outbox, Records records, InstantSource clock) {
    this.database = database;
    this.outbox = outbox;
    this.records = records;
    this.clock = clock;
  }

  /**
   * Feeds what is due, and ends broadcasts whose deliveries have all ended; says how many it fed.
   */
  public int feed() {
    Instant now = now();
    List<Long> hungry = database.inTransaction(tx -> tx.sql(BroadcastSql.class).hungry(now));
    int fed = 0;
    for (long broadcast : hungry) {
      fed += database.inTransaction(tx -> feed(tx, broadcast, now));
    }
    for (long broadcast : database.inTransaction(tx -> tx.sql(BroadcastSql.class).over())) {
      database.run(tx -> finish(tx, broadcast));
    }
    nothingElsewhere.keySet().retainAll(hungry);
    return fed;
  }

  private int feed(Tx tx, long broadcast, Instant now) {
    var sql = tx.sql(DeliverySql.class);
    List<Long> due = due(sql, broadcast, now);
    List<Long> locked = due.isEmpty() ? due : sql.lock(due);
    if (locked.isEmpty()) {
      return 0;
    }
    sql.queued(locked);
    // One that was taken back while it was under way may still stand there.
    if (sql.wantAgain(locked) < locked.size()) {
      sql.enqueue(locked, now);
    }
    outbox.ring(tx);
    return locked.size();
  }

  /** What is to be fed: nothing for a workspace that has enough, lest others wait behind it. */
  private List<Long> due(DeliverySql sql, long broadcast, Instant now) {
    List<Long> busy = sql.busy(SHORT);
    if (busy.isEmpty()) {
      return sql.due(broadcast, now, AT_ONCE);
    }
    boolean looked = nothingElsewhere.getOrDefault(broadcast, Instant.EPOCH).isAfter(now);
    if (looked || busy.size() >= sql.workspaces()) {
      return List.of();
    }
    List<Long> due = sql.dueElsewhere(broadcast, now, busy, AT_ONCE);
    if (due.isEmpty()) {
      nothingElsewhere.put(broadcast, now.plus(LOOK_ELSEWHERE));
    }
    return due;
  }

  private void finish(Tx tx, long id) {
    var sql = tx.sql(BroadcastSql.class);
    // Whoever sends the unknown again holds it. A statement that waits for that holds on to the
    // counts of before, so the counts are only read by the next one.
    sql.lock(id);
    if (sql.finish(id, now()) > 0) {
      Broadcast broadcast = sql.find(id).orElseThrow();
      var progress = Progress.of(broadcast.members(), tx.sql(DeliverySql.class).tallies(id));
      records.append(
          tx,
          Broadcasts.counted(
              Entry.of("broadcast_done", null, "post/" + broadcast.post()).with("broadcast", id),
              progress));
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
