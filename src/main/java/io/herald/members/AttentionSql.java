package io.herald.members;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.mapper.Nested;
import org.jdbi.v3.sqlobject.config.KeyColumn;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

interface AttentionSql {
  @SqlQuery(
      """
      SELECT member, weekly_cap, quiet_from, quiet_to, digest, digest_day, digest_at, paused_until,
        fewer
      FROM attention WHERE member IN (<members>)
      """)
  @KeyColumn("member")
  Map<Long, Row> find(@BindList("members") List<Long> members);

  /** Those whose choices no statement over all members can decide, by member. */
  @SqlQuery(
      """
      SELECT a.member, a.weekly_cap, a.quiet_from, a.quiet_to, a.digest, a.digest_day, a.digest_at,
        a.paused_until, a.fewer,
        (SELECT i.zone FROM identity i WHERE i.member = a.member
         ORDER BY i.last_used_at DESC NULLS LAST, i.id FETCH FIRST 1 ROWS ONLY) AS zone,
        (SELECT w.asks FROM ask_week w WHERE w.week = :week AND w.member = a.member) AS asks
      FROM attention a
      WHERE a.member > :after AND (a.quiet_from IS NOT NULL OR a.digest <> 'NONE')
      ORDER BY a.member FETCH FIRST :most ROWS ONLY
      """)
  @RegisterConstructorMapper(SpecialRow.class)
  List<SpecialRow> special(LocalDate week, long after, int most);

  /** Choices with what else decides about an ask. */
  record SpecialRow(long member, @Nested Row row, @Nullable String zone, @Nullable Integer asks) {}

  @SqlUpdate("DELETE FROM attention WHERE member = :member")
  void forget(long member);

  @SqlUpdate(
      """
      UPDATE attention
      SET weekly_cap = :weeklyCap, quiet_from = :quietFrom, quiet_to = :quietTo, digest = :digest,
          digest_day = :digestDay, digest_at = :digestAt, paused_until = :pausedUntil,
          fewer = :fewer
      WHERE member = :member
      """)
  int change(long member, @BindMethods Row row);

  @SqlUpdate(
      """
      INSERT INTO attention (member, weekly_cap, quiet_from, quiet_to, digest, digest_day,
        digest_at, paused_until, fewer)
      VALUES (:member, :weeklyCap, :quietFrom, :quietTo, :digest, :digestDay, :digestAt,
        :pausedUntil, :fewer)
      """)
  void add(long member, @BindMethods Row row);

  @SqlQuery("SELECT id FROM member WHERE id = :member FOR UPDATE")
  long lock(long member);

  @SqlQuery("SELECT asks FROM ask_week WHERE week = :week AND member = :member")
  Optional<Integer> asked(LocalDate week, long member);

  @SqlUpdate(
      """
      UPDATE ask_week SET asks = asks + 1
      WHERE week = :week AND member = :member AND asks < :cap
      """)
  int askAgain(LocalDate week, long member, int cap);

  @SqlUpdate(
      """
      INSERT INTO ask_week (week, member, asks) VALUES (:week, :member, 1) ON CONFLICT DO NOTHING
      """)
  int askFirst(LocalDate week, long member);

  @SqlUpdate(
      """
      UPDATE ask_week SET asks = asks - 1 WHERE week = :week AND member = :member AND asks > 0
      """)
  void takeBack(LocalDate week, long member);

  @SqlUpdate(
      """
      UPDATE ask_week SET asks = asks + (
        SELECT f.asks FROM ask_week f WHERE f.member = :from AND f.week = ask_week.week)
      WHERE member = :to AND EXISTS (
        SELECT 1 FROM ask_week f WHERE f.member = :from AND f.week = ask_week.week)
      """)
  void addAsks(long from, long to);

  @SqlUpdate(
      """
      UPDATE ask_week SET member = :to
      WHERE member = :from AND NOT EXISTS (
        SELECT 1 FROM ask_week o WHERE o.member = :to AND o.week = ask_week.week)
      """)
  void moveAsks(long from, long to);

  @SqlUpdate("DELETE FROM ask_week WHERE member = :member")
  void forgetAsks(long member);

  @SqlUpdate("DELETE FROM ask_week WHERE week < :week")
  int forgetBefore(LocalDate week);

  /** Choices as they are stored. */
  record Row(
      @Nullable Integer weeklyCap,
      @Nullable LocalTime quietFrom,
      @Nullable LocalTime quietTo,
      Digest.Rhythm digest,
      @Nullable DayOfWeek digestDay,
      @Nullable LocalTime digestAt,
      @Nullable Instant pausedUntil,
      boolean fewer) {

    static Row of(AttentionChoices choices) {
      QuietHours quiet = choices.quiet();
      Digest digest = choices.digest();
      return new Row(
          choices.cap(),
          quiet == null ? null : quiet.from(),
          quiet == null ? null : quiet.to(),
          digest.rhythm(),
          digest.chosen() ? digest.day() : null,
          digest.chosen() ? digest.at() : null,
          choices.pausedUntil(),
          choices.fewer());
    }

    AttentionChoices choices() {
      return new AttentionChoices(
          weeklyCap,
          quietFrom == null || quietTo == null ? null : new QuietHours(quietFrom, quietTo),
          digestDay == null || digestAt == null
              ? Digest.NONE
              : new Digest(digest, digestDay, digestAt),
          pausedUntil,
          fewer);
    }
  }
}
