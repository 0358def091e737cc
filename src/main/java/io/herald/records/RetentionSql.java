package io.herald.records;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.statement.GetGeneratedKeys;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

interface RetentionSql {
  /** Whether an entry is under a hold: of its person, of its campaign, or of its time. */
  String HELD =
      """
      EXISTS (
        SELECT 1 FROM legal_hold h
        WHERE h.ended_at IS NULL AND (
          (h.member IS NOT NULL AND (
            h.member = r.person
            OR h.member = (SELECT m.merged_into FROM member m WHERE m.id = r.person)
            OR r.subject = 'member/' || CAST(h.member AS VARCHAR(20))))
          OR (h.campaign IS NOT NULL AND (
            r.subject = 'campaign/' || CAST(h.campaign AS VARCHAR(20))
            OR r.subject IN (
              SELECT 'post/' || CAST(c.post AS VARCHAR(20)) FROM campaign_post c
              WHERE c.campaign = h.campaign)))
          OR (h.time_from IS NOT NULL AND r.at >= h.time_from AND r.at < h.time_to)))
      """;

  @SqlQuery("SELECT months FROM retention WHERE organisation = 1 AND kept_as = :keptAs")
  Optional<Integer> months(KeptAs keptAs);

  @SqlUpdate("DELETE FROM retention WHERE organisation = 1 AND kept_as = :keptAs")
  void forget(KeptAs keptAs);

  @SqlUpdate("INSERT INTO retention (kept_as, months) VALUES (:keptAs, :months)")
  void set(KeptAs keptAs, int months);

  @SqlQuery(
      "SELECT r.id FROM record r WHERE r.kept_as = :keptAs AND r.at < :before"
          + " AND r.content IS NOT NULL AND r.number IS NOT NULL AND NOT "
          + HELD
          + " ORDER BY r.id FETCH FIRST :most ROWS ONLY")
  List<Long> over(KeptAs keptAs, Instant before, int most);

  @SqlUpdate("UPDATE record SET content = NULL WHERE id = :id AND number IS NOT NULL")
  int delete(long id);

  @SqlQuery(
      "SELECT COUNT(*) FROM record r WHERE r.person = :member AND r.kept_as = :keptAs"
          + " AND r.content IS NOT NULL AND "
          + HELD)
  long held(long member, KeptAs keptAs);

  /** How much of a class is kept of somebody. */
  record Kept(KeptAs keptAs, long entries, Instant last) {}

  @SqlQuery(
      """
      SELECT kept_as, COUNT(*) AS entries, MAX(at) AS last FROM record
      WHERE person IN (<members>) AND content IS NOT NULL AND kept_as IS NOT NULL
      GROUP BY kept_as ORDER BY kept_as
      """)
  List<Kept> kept(@BindList("members") Collection<Long> members);

  /** An entry as it stands. */
  record Of(Instant at, String kind, String subject, String content) {}

  @SqlQuery(
      """
      SELECT at, kind, subject, content FROM record
      WHERE person IN (<members>) AND content IS NOT NULL ORDER BY id
      """)
  List<Of> of(@BindList("members") Collection<Long> members);

  @SqlQuery(
      """
      SELECT content FROM record
      WHERE person = :member AND kind LIKE :kinds AND content IS NOT NULL ORDER BY id DESC
      """)
  List<String> named(long member, String kinds);

  @SqlUpdate(
      """
      INSERT INTO legal_hold (member, campaign, time_from, time_to, reason, made_by, made_at)
      VALUES (:member, :campaign, :from, :to, :reason, :by, :at)
      """)
  @GetGeneratedKeys("id")
  long hold(
      @Nullable Long member,
      @Nullable Long campaign,
      @Nullable Instant from,
      @Nullable Instant to,
      String reason,
      long by,
      Instant at);

  @SqlUpdate("UPDATE legal_hold SET ended_at = :at WHERE id = :id AND ended_at IS NULL")
  int release(long id, Instant at);

  @SqlQuery(
      """
      SELECT id, member, campaign, time_from, time_to, reason, made_by, made_at FROM legal_hold
      WHERE ended_at IS NULL ORDER BY id
      """)
  List<Hold> holds();
}
