package io.herald.checks;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface OverrideSql {
  @SqlUpdate(
      """
      INSERT INTO check_override (post, revision, rule, words, member, reason, at)
      VALUES (:post, :revision, :rule, :words, :member, :reason, :at)
      """)
  void add(
      long post, int revision, String rule, String words, long member, String reason, Instant at);

  @SqlQuery(
      """
      SELECT rule, words, member, reason FROM check_override
      WHERE post = :post AND revision = :revision ORDER BY id
      """)
  List<Overrides.Let> of(long post, int revision);

  @SqlUpdate("UPDATE check_override SET member = :to WHERE member = :from")
  void handOver(long from, long to);
}
