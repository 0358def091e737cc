package io.herald.privacy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.GetGeneratedKeys;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

interface ErasureSql {
  String ALL =
      """
      SELECT id, member, asked_at, done_at, compacted_at, finished_at, rest, decided_by
      FROM erasure
      """;

  @SqlUpdate("INSERT INTO erasure (member, asked_at, rest) VALUES (:member, :at, :rest)")
  @GetGeneratedKeys("id")
  long ask(long member, Instant at, Erasure.Rest rest);

  @SqlQuery(ALL + "WHERE id = :id")
  Optional<Erasure> find(long id);

  @SqlQuery(ALL + "WHERE id = :id FOR UPDATE")
  Optional<Erasure> lock(long id);

  @SqlQuery(ALL + "WHERE member = :member AND done_at IS NULL")
  Optional<Erasure> waiting(long member);

  @SqlQuery(ALL + "WHERE done_at IS NULL ORDER BY id")
  List<Erasure> waiting();

  @SqlQuery(ALL + "WHERE done_at IS NOT NULL ORDER BY id")
  List<Erasure> done();

  @SqlQuery(ALL + "WHERE done_at IS NOT NULL AND finished_at IS NULL ORDER BY id")
  List<Erasure> unfinished();

  @SqlUpdate("UPDATE erasure SET done_at = :at WHERE id = :id AND done_at IS NULL")
  int done(long id, Instant at);

  /** What is to be gone from the file of the database is so after the next compaction. */
  @SqlUpdate("UPDATE erasure SET compacted_at = NULL, finished_at = NULL WHERE id = :id")
  void begunAnew(long id);

  @SqlUpdate(
      """
      UPDATE erasure SET compacted_at = :at WHERE done_at <= :at AND compacted_at IS NULL
      """)
  int compacted(Instant at);

  @SqlUpdate("UPDATE erasure SET finished_at = :at WHERE id = :id AND finished_at IS NULL")
  int finished(long id, Instant at);

  @SqlUpdate(
      """
      UPDATE erasure SET rest = :rest, decided_by = :by, decided_at = :at
      WHERE id = :id AND rest = 'ASKED'
      """)
  int decide(long id, Erasure.Rest rest, @Nullable Long by, Instant at);

  /** A member's number with those that lead to it; none where there is no such member. */
  @SqlQuery("SELECT id FROM member WHERE id = :member OR merged_into = :member ORDER BY id")
  List<Long> numbers(long member);
}
