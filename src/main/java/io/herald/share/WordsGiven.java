package io.herald.share;

import io.herald.store.Tx;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many people were given which words of a post. A transaction reads it once, and what it adds
 * is written at its end, summed and in one order: so a hundred people who get the same words change
 * one row, and two transactions never wait for each other.
 */
final class WordsGiven implements Tx.AtEnd {
  /** Over so many rows is spread how many have the same, for many to write at once. */
  private static final int SHARDS = 8;

  private static final Comparator<Key> ORDER =
      Comparator.comparingLong(Key::post)
          .thenComparingInt(Key::linkedin)
          .thenComparingInt(Key::x)
          .thenComparingInt(Key::facebook);

  private final Map<Long, Map<Key, Long>> known = new HashMap<>();
  private final Map<Key, Long> added = new TreeMap<>(ORDER);
  private int shard = -1;

  private record Key(long post, int linkedin, int x, int facebook) {
    GivenSql.Out has(long people) {
      return new GivenSql.Out(linkedin, x, facebook, people);
    }
  }

  /** Those of a transaction. */
  static WordsGiven of(Tx tx) {
    return tx.atEnd(WordsGiven.class, WordsGiven::new);
  }

  /** Which combinations are out there. */
  List<GivenSql.Out> out(Tx tx, long post) {
    return known(tx, post).entrySet().stream()
        .map(each -> each.getKey().has(each.getValue()))
        .toList();
  }

  /** Somebody more, or fewer, has what they were given. */
  void add(Tx tx, GivenSql.Gift gift, int by) {
    if (shard < 0) {
      shard = (int) (gift.member() % SHARDS);
    }
    var key = new Key(gift.post(), gift.linkedin(), gift.x(), gift.facebook());
    known(tx, gift.post()).merge(key, (long) by, Long::sum);
    added.merge(key, (long) by, Long::sum);
  }

  private Map<Key, Long> known(Tx tx, long post) {
    return known.computeIfAbsent(
        post,
        first -> {
          var all = new TreeMap<Key, Long>(ORDER);
          tx.sql(GivenSql.class)
              .out(post)
              .forEach(
                  out ->
                      all.put(
                          new Key(post, out.linkedin(), out.x(), out.facebook()), out.people()));
          return all;
        });
  }

  @Override
  public void write(Tx tx) {
    var sql = tx.sql(GivenSql.class);
    added.forEach((key, by) -> write(sql, key, by));
    added.clear();
  }

  private void write(GivenSql sql, Key key, long by) {
    if (by == 0 || count(sql, key, by) > 0) {
      return;
    }
    sql.countFirst(key.post(), key.linkedin(), key.x(), key.facebook(), shard);
    count(sql, key, by);
  }

  private int count(GivenSql sql, Key key, long by) {
    return sql.count(key.post(), key.linkedin(), key.x(), key.facebook(), shard, by);
  }
}
