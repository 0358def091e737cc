package io.herald.records;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** How entries get their place. */
interface ChainSql {
  /** The end of the chain so far. */
  record Head(long number, String chainHash) {}

  /** An entry without a place. */
  record Unplaced(long id, String contentHash) {}

  /** An entry's place. */
  record Place(long id, long number, String chainHash) {}

  @SqlQuery(
      """
      SELECT COUNT(*) FROM (
        SELECT id FROM record WHERE organisation = 1 AND number IS NULL
        FETCH FIRST :most ROWS ONLY) waiting
      """)
  int unplaced(int most);

  @SqlQuery("SELECT number, chain_hash FROM ledger WHERE organisation = 1")
  Head head();

  @SqlQuery("SELECT number, chain_hash FROM ledger WHERE organisation = 1 FOR UPDATE")
  Head awaitHead();

  @SqlQuery("SELECT number, chain_hash FROM ledger WHERE organisation = 1 FOR UPDATE SKIP LOCKED")
  Optional<Head> lockHead();

  // The index's columns stand in the order so that H2 reads it as it lies.
  @SqlQuery(
      """
      SELECT id, content_hash FROM record WHERE organisation = 1 AND number IS NULL
      ORDER BY organisation, number, id FETCH FIRST :most ROWS ONLY
      """)
  List<Unplaced> next(int most);

  @SqlBatch(
      """
      UPDATE record SET number = :number, chain_hash = :chainHash
      WHERE id = :id AND number IS NULL
      """)
  int[] place(@BindMethods List<Place> places);

  @SqlUpdate(
      """
      UPDATE ledger SET number = :to, chain_hash = :hash
      WHERE organisation = 1 AND number = :from
      """)
  int advance(long from, long to, String hash);
}
