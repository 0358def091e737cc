package io.herald.records;

import java.time.Instant;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface OldEntrySql {
  @SqlUpdate(
      """
      INSERT INTO record (at, kind, actor, subject, content, content_hash)
      VALUES (:at, :kind, :actor, :subject, :content, :hash)
      """)
  void insert(Instant at, String kind, long actor, String subject, String content, String hash);

  @SqlQuery("SELECT content_hash FROM record ORDER BY id DESC FETCH FIRST 1 ROW ONLY")
  String newestHash();

  @SqlQuery("SELECT COUNT(*) FROM record")
  long count();
}
