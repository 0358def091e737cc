package io.herald.records;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface PersonKeySql {
  @SqlQuery("SELECT wrapped FROM person_key WHERE member = :member AND kept_as = :keptAs")
  Optional<String> wrapped(long member, KeptAs keptAs);

  @SqlUpdate(
      """
      INSERT INTO person_key (member, kept_as, wrapped, made_at)
      VALUES (:member, :keptAs, :wrapped, :at) ON CONFLICT DO NOTHING
      """)
  int add(long member, KeptAs keptAs, String wrapped, Instant at);

  @SqlQuery("SELECT kept_as FROM person_key WHERE member = :member ORDER BY kept_as")
  List<KeptAs> classes(long member);

  @SqlUpdate("DELETE FROM person_key WHERE member = :member AND kept_as = :keptAs")
  int destroy(long member, KeptAs keptAs);

  /** A key as it stands, by its place in an order. */
  record Row(long member, KeptAs keptAs, String wrapped) {}

  @SqlQuery("SELECT member, kept_as, wrapped FROM person_key ORDER BY member, kept_as")
  List<Row> all();

  @SqlUpdate(
      """
      UPDATE person_key SET wrapped = :wrapped
      WHERE member = :member AND kept_as = :keptAs
      """)
  void rewrap(long member, KeptAs keptAs, String wrapped);
}
