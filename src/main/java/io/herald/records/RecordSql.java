package io.herald.records;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.sqlobject.statement.GetGeneratedKeys;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

interface RecordSql {
  @SqlUpdate(
      """
      INSERT INTO record (at, kind, actor, subject, content, content_hash)
      VALUES (:at, :kind, :actor, :subject, :content, :hash)
      """)
  void insert(
      Instant at, String kind, @Nullable Long actor, String subject, String content, String hash);

  @SqlUpdate("INSERT INTO record_batch (batch_rows) VALUES (:rows)")
  @GetGeneratedKeys("id")
  long addBatch(String rows);

  @SqlQuery(
      """
      SELECT content FROM record WHERE subject = :subject AND content IS NOT NULL ORDER BY id
      """)
  List<String> about(String subject);
}
