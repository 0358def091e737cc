package io.herald.campaign;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** How far campaigns were when their leads were told last. */
interface CourseSql {
  @SqlQuery(
      """
      SELECT c.id, c.told_at, s.ended FROM (
        SELECT b.campaign, MAX(b.ended_at) AS ended_at, SUM(COALESCE((
          SELECT SUM(t.number) FROM broadcast_tally t WHERE t.broadcast = b.id), 0)) AS ended
        FROM broadcast b JOIN campaign o ON o.id = b.campaign
        WHERE o.state IN ('CANARY', 'RUNNING', 'PAUSED')
        GROUP BY b.campaign) s
      JOIN campaign c ON c.id = s.campaign
      WHERE c.told_at IS NULL
        OR s.ended <> c.told_number AND c.told_at <= :before
        OR s.ended_at >= c.told_at
      """)
  List<Untold> untold(Instant before);

  @SqlUpdate(
      """
      UPDATE campaign
      SET pace_from = told_at, pace_number = told_number, told_at = :now, told_number = :ended
      WHERE id = :id AND told_at = :seen
      """)
  int told(long id, Instant seen, Instant now, long ended);

  @SqlUpdate(
      """
      UPDATE campaign SET told_at = :now, told_number = :ended
      WHERE id = :id AND told_at IS NULL
      """)
  int toldFirst(long id, Instant now, long ended);

  @SqlUpdate("UPDATE campaign SET told_at = NULL, pace_from = NULL WHERE id = :id")
  void paceUnknown(long id);

  @SqlQuery("SELECT pace_from AS since, pace_number AS ended FROM campaign WHERE id = :id")
  Optional<Pace> pace(long id);

  /** A campaign of whose progress there is something new to tell. */
  record Untold(long id, @Nullable Instant toldAt, long ended) {}

  /** How many had ended at a moment; none where that is not known yet. */
  record Pace(@Nullable Instant since, long ended) {}
}
