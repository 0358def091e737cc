package io.herald.checks;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.GetGeneratedKeys;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

interface PackSql {
  @SqlQuery("SELECT id, in_force, change FROM rule_pack ORDER BY id")
  List<Row> all();

  @SqlQuery("SELECT body FROM rule_pack WHERE id = :id AND body IS NOT NULL")
  Optional<String> body(String id);

  @SqlUpdate(
      """
      INSERT INTO rule_pack (id, in_force, change, changed_at) VALUES (:id, :inForce, 0, :at)
      ON CONFLICT DO NOTHING
      """)
  void enter(String id, boolean inForce, Instant at);

  @SqlQuery("SELECT id, in_force, change FROM rule_pack WHERE id = :id FOR UPDATE")
  Row lock(String id);

  @SqlUpdate(
      "UPDATE rule_pack SET in_force = :on, change = change + 1, changed_at = :at WHERE id = :id")
  void turn(String id, boolean on, Instant at);

  @SqlUpdate(
      """
      UPDATE rule_pack SET in_force = TRUE, body = :body, change = change + 1, changed_at = :at
      WHERE id = :id
      """)
  void load(String id, String body, Instant at);

  @SqlUpdate(
      """
      INSERT INTO recheck (pack, before_body, before_at, member, at)
      VALUES (:pack, :before, :beforeAt, :member, :at)
      """)
  @GetGeneratedKeys("id")
  long addRecheck(
      String pack,
      @Nullable String before,
      @Nullable Instant beforeAt,
      @Nullable Long member,
      Instant at);

  @SqlQuery(
      """
      SELECT id, pack, before_body AS before, before_at, member, at, posts, done_at FROM recheck
      WHERE id = :id
      """)
  Optional<Recheck> recheck(long id);

  @SqlUpdate("DELETE FROM recheck_finding WHERE recheck = :recheck")
  void forgetFindings(long recheck);

  @SqlUpdate(
      """
      INSERT INTO recheck_finding (recheck, post, revision, name, words)
      VALUES (:recheck, :post, :revision, :name, :words)
      """)
  void addFinding(long recheck, long post, int revision, String name, String words);

  @SqlQuery(
      """
      SELECT post, revision, name, words FROM recheck_finding WHERE recheck = :recheck
      ORDER BY post, id
      """)
  List<Recheck.Found> findings(long recheck);

  @SqlUpdate("UPDATE recheck SET posts = :posts, done_at = :at WHERE id = :id")
  void finish(long id, int posts, Instant at);

  @SqlUpdate("UPDATE recheck SET member = :to WHERE member = :from")
  void handOver(long from, long to);

  @SqlQuery("SELECT changed_at FROM rule_pack WHERE id = :id")
  Optional<Instant> changedAt(String id);

  @SqlQuery("SELECT looked_at FROM rule_watch WHERE organisation = 1")
  Optional<Instant> watched();

  @SqlUpdate("INSERT INTO rule_watch (looked_at) VALUES (:at) ON CONFLICT DO NOTHING")
  void beginToWatch(Instant at);

  @SqlUpdate("UPDATE rule_watch SET looked_at = :at WHERE organisation = 1")
  void watch(Instant at);

  /** Whether a pack is in force, and how often it was changed. */
  record Row(String id, boolean inForce, long change) {}
}
