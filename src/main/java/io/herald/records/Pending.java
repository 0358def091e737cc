package io.herald.records;

import io.herald.store.Tx;
import java.util.ArrayList;
import java.util.List;

/**
 * The entries of a transaction that are not in the database yet. They go there together, when the
 * work is done or something reads the ledger: a round trip for each would be a large part of what a
 * command costs.
 */
final class Pending implements Tx.AtEnd {
  private static final int MOST = 1_000;

  private final List<RecordSql.NewRow> rows = new ArrayList<>();

  private Pending() {}

  static Pending in(Tx tx) {
    return tx.atEnd(Pending.class, Pending::new);
  }

  void add(Tx tx, RecordSql.NewRow row) {
    rows.add(row);
    if (rows.size() == MOST) {
      write(tx);
    }
  }

  /** Writes what there is; to be called before a transaction reads entries. */
  @Override
  public void write(Tx tx) {
    if (!rows.isEmpty()) {
      tx.sql(RecordSql.class).insert(rows);
      rows.clear();
    }
  }
}
