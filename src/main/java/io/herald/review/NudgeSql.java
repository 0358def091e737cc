package io.herald.review;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface NudgeSql {
  /** Open rounds whose stage has waited since before one of the times, and was not reminded so. */
  @SqlQuery(
      """
      SELECT w.id FROM (
        SELECT r.id,
          (SELECT COUNT(*) FROM decision d WHERE d.review = r.id AND d.undone_at IS NULL) AS stage,
          COALESCE((SELECT MAX(d.at) FROM decision d
                    WHERE d.review = r.id AND d.undone_at IS NULL), r.opened_at) AS since
        FROM review r WHERE r.outcome IS NULL) w
      WHERE (w.since <= :thread AND NOT EXISTS (
              SELECT 1 FROM review_nudge n
              WHERE n.review = w.id AND n.stage = w.stage AND n.step = 'THREAD'))
         OR (w.since <= :deciders AND NOT EXISTS (
              SELECT 1 FROM review_nudge n
              WHERE n.review = w.id AND n.stage = w.stage AND n.step = 'DECIDERS'))
         OR (w.since <= :admins AND NOT EXISTS (
              SELECT 1 FROM review_nudge n
              WHERE n.review = w.id AND n.stage = w.stage AND n.step = 'ADMINS'))
      ORDER BY w.since, w.id FETCH FIRST :most ROWS ONLY
      """)
  List<Long> due(Instant thread, Instant deciders, Instant admins, int most);

  @SqlUpdate(
      """
      INSERT INTO review_nudge (review, stage, step, at) VALUES (:review, :stage, :step, :at)
      ON CONFLICT DO NOTHING
      """)
  int nudge(long review, int stage, Nudge step, Instant at);
}
