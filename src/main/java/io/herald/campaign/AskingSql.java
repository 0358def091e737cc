package io.herald.campaign;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** What members' choices do to the deliveries of a broadcast that begins. */
interface AskingSql {
  @SqlUpdate(
      """
      UPDATE delivery SET state = 5, reason = 'paused', ended_at = :now
      WHERE broadcast = :broadcast AND state = 1 AND member IN (
        SELECT a.member FROM attention a WHERE a.paused_until > :now)
      """)
  int skipPaused(long broadcast, Instant now);

  // Those with quiet hours or a digest are looked at one by one.
  @SqlUpdate(
      """
      UPDATE delivery SET state = 5, reason = 'cap_reached', ended_at = :now
      WHERE broadcast = :broadcast AND state = 1 AND member IN (
        SELECT w.member FROM ask_week w LEFT JOIN attention a ON a.member = w.member
        WHERE w.week = :week
          AND w.asks >= COALESCE(a.weekly_cap, CASE WHEN a.fewer THEN :fewer ELSE :cap END)
          AND a.quiet_from IS NULL AND COALESCE(a.digest, 'NONE') = 'NONE')
      """)
  int skipFull(long broadcast, LocalDate week, int cap, int fewer, Instant now);

  // Asked for by the post and its members, H2 would read the deliveries of all for each thousand.
  @SqlQuery(
      """
      SELECT d.id, d.member
      FROM member m JOIN delivery d ON d.post = :post AND d.member = m.id
      WHERE m.id IN (<members>) AND d.broadcast = :broadcast AND d.state = 1
      """)
  List<Its> deliveries(long post, long broadcast, @BindList("members") List<Long> members);

  @SqlBatch("UPDATE delivery SET due_at = :at WHERE id = :id")
  void putOff(@BindMethods List<PutOff> all);

  @SqlUpdate(
      """
      UPDATE delivery SET state = 5, reason = :reason, ended_at = :now WHERE id IN (<ids>)
      """)
  void skip(@BindList("ids") List<Long> ids, String reason, Instant now);

  @SqlUpdate(
      """
      INSERT INTO broadcast_tally (broadcast, state, reason, shard, number)
      SELECT broadcast, state, reason, 0, COUNT(*) FROM delivery
      WHERE broadcast = :broadcast AND state = 5
      GROUP BY broadcast, state, reason
      """)
  void tally(long broadcast);

  @SqlUpdate("UPDATE delivery SET state = 1, due_at = :at WHERE id = :id AND state = 2")
  int backToWait(long id, Instant at);

  @SqlUpdate("UPDATE delivery SET asked_at = :at WHERE id = :id AND asked_at IS NULL")
  int asked(long id, Instant at);

  @SqlUpdate("UPDATE delivery SET asked_at = NULL WHERE id = :id")
  void notAsked(long id);

  @SqlUpdate(
      """
      UPDATE ask_week SET asks = asks - 1
      WHERE week = :week AND asks > 0 AND member IN (
        SELECT member FROM delivery
        WHERE broadcast = :broadcast AND state = 6 AND asked_at >= :since)
      """)
  int takeBackUnknown(long broadcast, LocalDate week, Instant since);

  @SqlQuery("SELECT asked_at FROM delivery WHERE id = :id")
  Optional<Instant> askedAt(long id);

  @SqlQuery("SELECT post, member, reason, at FROM post_priority WHERE post = :post")
  Optional<Priorities.Priority> priority(long post);

  @SqlUpdate(
      """
      INSERT INTO post_priority (post, member, reason, at) VALUES (:post, :member, :reason, :at)
      ON CONFLICT DO NOTHING
      """)
  int prioritise(long post, long member, String reason, Instant at);

  @SqlUpdate("DELETE FROM post_priority WHERE post = :post")
  int noPriority(long post);

  /** A member's delivery. */
  record Its(long id, long member) {}

  /** A delivery that waits until a time. */
  record PutOff(long id, Instant at) {}
}
