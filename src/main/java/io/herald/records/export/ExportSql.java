package io.herald.records.export;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jspecify.annotations.Nullable;

interface ExportSql {
  /** The first and the last entry of a time, by number; none where there is none. */
  record Bounds(@Nullable Long first, @Nullable Long last) {}

  @SqlQuery(
      """
      SELECT MIN(number) AS first, MAX(number) AS last FROM record
      WHERE organisation = 1 AND number IS NOT NULL AND number <= :head
        AND at >= :from AND at < :to
      """)
  Bounds bounds(long head, Instant from, Instant to);

  @SqlQuery("SELECT batch_rows FROM record_batch WHERE id = :id")
  Optional<String> batch(long id);

  @SqlQuery("SELECT chain_hash FROM record WHERE organisation = 1 AND number = :number")
  Optional<String> chainHash(long number);

  @SqlQuery(
      """
      SELECT number, at, kind, actor, subject, content, content_hash, chain_hash FROM record
      WHERE organisation = 1 AND number > :after AND number <= :last
      ORDER BY organisation, number FETCH FIRST :most ROWS ONLY
      """)
  List<Row> page(long after, long last, int most);
}
