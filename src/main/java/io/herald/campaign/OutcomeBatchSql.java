package io.herald.campaign;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** How outcomes of deliveries get into the record. */
interface OutcomeBatchSql {
  @SqlBatch(
      """
      INSERT INTO outcome_waiting (broadcast, delivery, at) VALUES (:broadcast, :delivery, :at)
      ON CONFLICT DO NOTHING
      """)
  void wait(@BindMethods List<Ended> all);

  /** A delivery that ended, and when. */
  record Ended(long broadcast, long delivery, Instant at) {}

  @SqlUpdate(
      """
      INSERT INTO outcome_waiting (broadcast, delivery, at)
      SELECT broadcast, id, :at FROM delivery WHERE broadcast = :broadcast AND state = 5
      ON CONFLICT DO NOTHING
      """)
  int waitSkipped(long broadcast, Instant at);

  /** Broadcasts whose outcomes are recorded now: a batch is full, or nothing more comes soon. */
  @SqlQuery(
      """
      SELECT w.broadcast AS id, b.post FROM outcome_waiting w JOIN broadcast b ON b.id = w.broadcast
      GROUP BY w.broadcast, b.post, b.state
      HAVING COUNT(*) >= :full OR b.state <> 'RUNNING' OR MIN(w.at) <= :before
      ORDER BY w.broadcast
      """)
  List<Due> due(int full, Instant before);

  @SqlQuery(
      """
      SELECT d.id, d.member, d.state, d.reason, d.ended_at, d.linkedin, d.x, d.facebook
      FROM outcome_waiting w JOIN delivery d ON d.id = w.delivery
      WHERE w.broadcast = :broadcast ORDER BY w.broadcast, w.delivery FETCH FIRST :most ROWS ONLY
      """)
  List<Row> next(long broadcast, int most);

  @SqlUpdate("DELETE FROM outcome_waiting WHERE broadcast = :broadcast AND delivery IN (<ids>)")
  int done(long broadcast, @BindList("ids") List<Long> ids);

  /** A broadcast, and the post that it pushed. */
  record Due(long id, long post) {}

  /** How a delivery stands, and the wordings given with it. */
  record Row(
      long id,
      long member,
      int state,
      @Nullable String reason,
      @Nullable Instant endedAt,
      @Nullable Integer linkedin,
      @Nullable Integer x,
      @Nullable Integer facebook) {}
}
