package io.herald.campaign;

import io.herald.outbox.Outbox;
import io.herald.records.Entry;
import io.herald.records.Records;
import io.herald.store.Database;
import io.herald.store.Tx;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Moves deliveries whose time has come into the outbox, a few at a time and only while it is short:
 * a broadcast that was stopped has next to nothing on its way, and an outbox of a hundred thousand
 * slows nobody down. Several nodes may feed at once.
 */
public final class Feeder {
  /** Below this the outbox is short; above it there is work for seconds even at the best pace. */
  private static final int SHORT = 250;

  private static final int AT_ONCE = 500;

  private final Database database;
  private final Outbox outbox;
  private final Records records;
  private final InstantSource clock;

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
    int fed = 0;
    List<Long> running =
        database.inTransaction(tx -> tx.sql(BroadcastSql.class).in(BroadcastState.RUNNING));
    for (long broadcast : running) {
      int now = database.inTransaction(tx -> feed(tx, broadcast));
      fed += now;
      if (now == 0) {
        database.run(tx -> finish(tx, broadcast));
      }
    }
    return fed;
  }

  private int feed(Tx tx, long broadcast) {
    var sql = tx.sql(DeliverySql.class);
    if (sql.inOutbox(SHORT) >= SHORT) {
      return 0;
    }
    Instant now = now();
    List<Long> due = sql.due(broadcast, now, AT_ONCE);
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

  private void finish(Tx tx, long id) {
    var sql = tx.sql(BroadcastSql.class);
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
