package io.herald.share;

import io.herald.share.StatSql.LinkRow;
import io.herald.share.StatSql.Stat;
import io.herald.share.TrackedSql.Count;
import io.herald.store.Tx;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes the roll-up in the transaction of what it counts. */
final class Stats {
  private Stats() {}

  /** A share that counted; a member is counted once for a post, on the network that was first. */
  static void shared(Tx tx, long post, long member, String network, LocalDate today) {
    long first = tx.sql(StatSql.class).sharer(post, member);
    add(tx.sql(StatSql.class), List.of(new Stat(post, network, today, 1, first, 0)));
  }

  /** Visits of tracked links. */
  static void visited(Tx tx, List<Count> counts, LocalDate today, Places places) {
    var sql = tx.sql(StatSql.class);
    Map<Long, LinkRow> links = places.of(sql, counts.stream().map(Count::link).toList());
    // In one order, so that two nodes never wait for each other.
    Map<String, Stat> sums = new TreeMap<>();
    for (Count count : counts) {
      LinkRow link = links.get(count.link());
      if (link != null) {
        sums.merge(
            link.post() + "/" + link.network(),
            new Stat(link.post(), link.network(), today, 0, 0, count.visits()),
            (a, b) -> new Stat(a.post(), a.network(), today, 0, 0, a.visits() + b.visits()));
      }
    }
    add(sql, List.copyOf(sums.values()));
  }

  private static void add(StatSql sql, List<Stat> stats) {
    List<Stat> first = missed(stats, sql.raise(stats));
    List<Stat> raced = first.isEmpty() ? first : missed(first, sql.begin(first));
    if (!raced.isEmpty()) {
      sql.raise(raced);
    }
  }

  private static List<Stat> missed(List<Stat> stats, int[] rows) {
    List<Stat> missed = new ArrayList<>();
    for (int i = 0; i < rows.length; i++) {
      if (rows[i] == 0) {
        missed.add(stats.get(i));
      }
    }
    return missed;
  }
}
