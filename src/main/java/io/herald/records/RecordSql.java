package io.herald.records;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.GetGeneratedKeys;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

interface RecordSql {
  /** An entry as it is to stand. */
  record NewRow(
      Instant at,
      String kind,
      @Nullable Long actor,
      String subject,
      String content,
      String hash,
      KeptAs keptAs,
      @Nullable Long person) {}

  // A batch: all entries of a transaction in one round trip.
  @SqlBatch(
      """
      INSERT INTO record (at, kind, actor, subject, content, content_hash, kept_as, person)
      VALUES (:at, :kind, :actor, :subject, :content, :hash, :keptAs, :person)
      """)
  void insert(@BindMethods List<NewRow> rows);

  /** An entry from before entries were kept by class. */
  record OldRow(
      long id,
      Instant at,
      String kind,
      @Nullable Long actor,
      String subject,
      String content,
      @Nullable Long number) {}

  @SqlQuery(
      """
      SELECT id, at, kind, actor, subject, content, number FROM record
      WHERE kept_as IS NULL AND content IS NOT NULL ORDER BY id FETCH FIRST :most ROWS ONLY
      """)
  List<OldRow> old(int most);

  @SqlUpdate(
      """
      UPDATE record SET content = :content, content_hash = :hash, kept_as = :keptAs,
        person = :person
      WHERE id = :id AND kept_as IS NULL AND (number IS NULL OR content_hash = :hash)
      """)
  void renewed(long id, String content, String hash, KeptAs keptAs, @Nullable Long person);

  @SqlUpdate("INSERT INTO record_batch (batch_rows) VALUES (:rows)")
  @GetGeneratedKeys("id")
  long addBatch(String rows);

  @SqlQuery(
      """
      SELECT content FROM record WHERE subject = :subject AND content IS NOT NULL ORDER BY id
      """)
  List<String> about(String subject);
}
