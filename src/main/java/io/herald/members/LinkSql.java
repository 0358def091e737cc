package io.herald.members;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.GetGeneratedKeys;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Codes, wrong tries, and members that become one or two. */
interface LinkSql {
  @SqlQuery("SELECT id FROM identity WHERE id = :identity FOR UPDATE")
  long lock(long identity);

  @SqlUpdate("DELETE FROM link_code WHERE identity = :identity OR made_at <= :before")
  int dropCodes(long identity, Instant before);

  @SqlUpdate(
      """
      INSERT INTO link_code (identity, front, hash, made_at)
      VALUES (:identity, :front, :hash, :at)
      ON CONFLICT DO NOTHING
      """)
  int addCode(long identity, String front, String hash, Instant at);

  @SqlQuery(
      """
      SELECT id, identity, hash, tries FROM link_code
      WHERE front = :front AND made_at > :after FOR UPDATE
      """)
  Optional<CodeRow> code(String front, Instant after);

  @SqlUpdate("UPDATE link_code SET tries = tries + 1 WHERE id = :id")
  void triedInVain(long id);

  @SqlUpdate("DELETE FROM link_code WHERE id = :id")
  int used(long id);

  @SqlUpdate("INSERT INTO link_try (identity, at) VALUES (:identity, :at)")
  void addTry(long identity, Instant at);

  @SqlUpdate("DELETE FROM link_try WHERE at <= :before")
  void dropTries(Instant before);

  @SqlQuery("SELECT COUNT(*) FROM link_try WHERE identity = :identity AND at > :after")
  int tries(long identity, Instant after);

  // Two who link the same members take turns here.
  @SqlUpdate(
      "UPDATE member SET merged_into = :to, joined_at = NULL WHERE id = :from AND merged_into IS NULL")
  int merge(long from, long to);

  @SqlQuery("SELECT id FROM member WHERE merged_into = :member ORDER BY id")
  List<Long> earlier(long member);

  @SqlUpdate("UPDATE member SET merged_into = :to WHERE merged_into = :from")
  void mergeEarlier(long from, long to);

  @SqlUpdate(
      """
      UPDATE member SET
        joined_at = COALESCE(joined_at, (SELECT f.joined_at FROM member f WHERE f.id = :from)),
        welcomed_at = COALESCE(welcomed_at, (SELECT f.welcomed_at FROM member f WHERE f.id = :from)),
        tracking = (tracking AND (SELECT f.tracking FROM member f WHERE f.id = :from))
      WHERE id = :to AND merged_into IS NULL
      """)
  int inherit(long from, long to);

  @SqlUpdate("UPDATE identity SET member = :to WHERE member = :from")
  void moveIdentities(long from, long to);

  @SqlUpdate(
      """
      INSERT INTO member_role (member, role, granted_at)
      SELECT :to, r.role, r.granted_at FROM member_role r
      WHERE r.member = :from AND NOT EXISTS (
        SELECT 1 FROM member_role o WHERE o.member = :to AND o.role = r.role)
      """)
  void addRoles(long from, long to);

  @SqlUpdate("DELETE FROM member_role WHERE member = :member")
  void dropRoles(long member);

  @SqlUpdate(
      """
      INSERT INTO follow (member, topic)
      SELECT :to, f.topic FROM follow f
      WHERE f.member = :from AND NOT EXISTS (
        SELECT 1 FROM follow o WHERE o.member = :to AND o.topic = f.topic)
      """)
  void addFollows(long from, long to);

  @SqlUpdate("DELETE FROM follow WHERE member = :member")
  void dropFollows(long member);

  @SqlUpdate(
      """
      INSERT INTO member (first_seen, welcomed_at, tracking)
      SELECT :at, :at, tracking FROM member WHERE id = :like
      """)
  @GetGeneratedKeys("id")
  long another(long like, Instant at);

  @SqlUpdate("UPDATE identity SET member = :to WHERE id = :identity AND member = :from")
  int moveIdentity(long identity, long from, long to);

  @SqlUpdate("UPDATE identity SET preferred = (id = :identity) WHERE member = :member")
  void prefer(long member, long identity);

  @SqlQuery("SELECT id FROM identity WHERE member = :member AND preferred")
  List<Long> preferred(long member);

  @SqlQuery(
      """
      SELECT COUNT(*) FROM identity a JOIN identity b ON b.workspace = a.workspace
      WHERE a.member = :one AND b.member = :other
      """)
  int inOneWorkspace(long one, long other);

  /** A code that can still be taken. */
  record CodeRow(long id, long identity, String hash, int tries) {}
}
