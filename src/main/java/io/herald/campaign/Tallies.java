package io.herald.campaign;

import io.herald.store.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a transaction adds to the counts of broadcasts: summed, and written at its end in one order,
 * so that a hundred deliveries that end together change one row, and two transactions never wait
 * for each other.
 */
final class Tallies implements Tx.AtEnd {
  /** Over so many rows are the counts of a state spread, for many to write at once. */
  private static final int SHARDS = 8;

  private static final Comparator<Key> ORDER =
      Comparator.comparingLong(Key::broadcast)
          .thenComparingInt(Key::state)
          .thenComparing(Key::reason);

  private final Map<Key, Long> added = new TreeMap<>(ORDER);
  private final List<OutcomeBatchSql.Ended> ended = new ArrayList<>();
  private int shard = -1;

  private record Key(long broadcast, int state, String reason) {}

  /** Those of a transaction. */
  static Tallies of(Tx tx) {
    return tx.atEnd(Tallies.class, Tallies::new);
  }

  /** One delivery of a broadcast more, or fewer, stands so. */
  void add(
      long broadcast, long delivery, DeliveryState state, @Nullable String reason, long number) {
    if (shard < 0) {
      shard = (int) (delivery % SHARDS);
    }
    String code = reason == null ? "" : reason;
    added.merge(new Key(broadcast, state.number(), code), number, Long::sum);
  }

  /** A delivery ended, and its outcome waits for the record. */
  void ended(long broadcast, long delivery, Instant at) {
    ended.add(new OutcomeBatchSql.Ended(broadcast, delivery, at));
  }

  @Override
  public void write(Tx tx) {
    if (!ended.isEmpty()) {
      tx.sql(OutcomeBatchSql.class).wait(List.copyOf(ended));
      ended.clear();
    }
    var sql = tx.sql(DeliverySql.class);
    added.forEach((key, number) -> write(sql, key, number));
    added.clear();
  }

  private void write(DeliverySql sql, Key key, long number) {
    if (sql.count(key.broadcast(), key.state(), key.reason(), shard, number) == 0) {
      sql.countFirst(key.broadcast(), key.state(), key.reason(), shard);
      sql.count(key.broadcast(), key.state(), key.reason(), shard, number);
    }
  }
}
