package io.herald.campaign;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** How deliveries move: into the outbox, out of it again, and to their end. */
interface DeliverySql {
  @SqlQuery(
      """
      SELECT d.id, d.broadcast, d.state, d.reason, b.state AS broadcast_state
      FROM delivery d LEFT JOIN broadcast b ON b.id = d.broadcast
      WHERE d.id IN (<ids>)
      """)
  List<Stand> stands(@BindList("ids") List<Long> ids);

  // The lock stands in a statement of its own: H2 drops the index for ORDER BY ... FOR UPDATE.
  @SqlQuery(
      """
      SELECT id FROM delivery
      WHERE broadcast = :broadcast AND state = 1 AND due_at <= :now
      ORDER BY broadcast, state, due_at, id
      FETCH FIRST :most ROWS ONLY
      """)
  List<Long> due(long broadcast, Instant now, int most);

  /** As {@link #due}, without those for workspaces that have enough to do. */
  @SqlQuery(
      """
      SELECT d.id FROM delivery d
      WHERE d.broadcast = :broadcast AND d.state = 1 AND d.due_at <= :now AND COALESCE((
        SELECT MIN(i.workspace) FROM identity i WHERE i.member = d.member), 0) NOT IN (<busy>)
      ORDER BY d.broadcast, d.state, d.due_at, d.id
      FETCH FIRST :most ROWS ONLY
      """)
  List<Long> dueElsewhere(long broadcast, Instant now, @BindList("busy") List<Long> busy, int most);

  /** Few, unless many chose quiet hours or digests. */
  @SqlQuery(
      """
      SELECT
        (SELECT COUNT(*) FROM delivery
         WHERE broadcast = :broadcast AND state = 1 AND due_at > :now) AS quiet,
        (SELECT MAX(due_at) FROM delivery
         WHERE broadcast = :broadcast AND state = 1 AND due_at > :now) AS quiet_until,
        (SELECT COUNT(*) FROM delivery WHERE broadcast = :broadcast AND state = 8) AS digests,
        (SELECT MAX(g.due_at) FROM delivery d
         JOIN digest_delivery l ON l.delivery = d.id
         JOIN digest g ON g.id = l.digest
         WHERE d.broadcast = :broadcast AND d.state = 8) AS digests_until
      """)
  Later later(long broadcast, Instant now);

  @SqlQuery("SELECT id FROM delivery WHERE id IN (<ids>) AND state = 1 FOR UPDATE SKIP LOCKED")
  List<Long> lock(@BindList("ids") List<Long> ids);

  @SqlUpdate("UPDATE delivery SET state = 2 WHERE id IN (<ids>)")
  void queued(@BindList("ids") List<Long> ids);

  @SqlUpdate("UPDATE outbox SET wanted = wanted + 1 WHERE kind = 'delivery' AND subject IN (<ids>)")
  int wantAgain(@BindList("ids") List<Long> ids);

  @SqlUpdate(
      """
      INSERT INTO outbox (lane, kind, subject, workspace, due_at, queued_at)
      SELECT 1, 'delivery', d.id,
        COALESCE((SELECT MIN(i.workspace) FROM identity i WHERE i.member = d.member), 0),
        :now, :now
      FROM delivery d WHERE d.id IN (<ids>)
      ON CONFLICT DO NOTHING
      """)
  int enqueue(@BindList("ids") List<Long> ids, Instant now);

  /** The workspaces for which so many deliveries stand in the outbox. */
  @SqlQuery(
      """
      SELECT workspace FROM outbox WHERE kind = 'delivery'
      GROUP BY workspace HAVING COUNT(*) >= :many
      """)
  List<Long> busy(int many);

  @SqlQuery("SELECT COUNT(*) FROM workspace")
  int workspaces();

  /** Those in the outbox that nobody has begun. */
  @SqlQuery(
      """
      SELECT o.subject FROM delivery d JOIN outbox o ON o.kind = 'delivery' AND o.subject = d.id
      WHERE d.broadcast = :broadcast AND d.state = 2 AND o.state = 0 AND o.attempts = 0
      """)
  List<Long> notBegun(long broadcast);

  @SqlUpdate(
      """
      DELETE FROM outbox
      WHERE kind = 'delivery' AND subject IN (<ids>) AND state = 0 AND attempts = 0
      """)
  int takeOut(@BindList("ids") List<Long> ids);

  @SqlUpdate(
      """
      UPDATE delivery SET state = 1
      WHERE id IN (<ids>) AND state = 2 AND NOT EXISTS (
        SELECT 1 FROM outbox o WHERE o.kind = 'delivery' AND o.subject = delivery.id)
      """)
  int takenOut(@BindList("ids") List<Long> ids);

  @SqlUpdate("UPDATE delivery SET state = 1 WHERE id = :id AND state = 2")
  int backToWait(long id);

  @SqlUpdate(
      """
      UPDATE delivery SET state = 1, reason = NULL, ended_at = NULL, asked_at = NULL, due_at = :now
      WHERE broadcast = :broadcast AND state = 6
      """)
  int unknownWait(long broadcast, Instant now);

  @SqlQuery(
      "SELECT shard FROM broadcast_tally WHERE broadcast = :broadcast AND state = 6 FOR UPDATE")
  List<Integer> lockUnknown(long broadcast);

  @SqlUpdate("UPDATE broadcast_tally SET number = 0 WHERE broadcast = :broadcast AND state = 6")
  int forgetUnknown(long broadcast);

  @SqlBatch(
      """
      UPDATE delivery SET state = :state, reason = :reason, ended_at = :at
      WHERE id = :id AND state = :before
      """)
  int[] end(@BindMethods List<Ending> all);

  @SqlUpdate(
      """
      UPDATE broadcast_tally SET number = number + :by
      WHERE broadcast = :broadcast AND state = :state AND reason = :reason AND shard = :shard
      """)
  int count(long broadcast, int state, String reason, int shard, long by);

  @SqlUpdate(
      """
      INSERT INTO broadcast_tally (broadcast, state, reason, shard, number)
      VALUES (:broadcast, :state, :reason, :shard, 0) ON CONFLICT DO NOTHING
      """)
  int countFirst(long broadcast, int state, String reason, int shard);

  @SqlQuery("SELECT state, reason, number FROM broadcast_tally WHERE broadcast = :broadcast")
  List<Tally> tallies(long broadcast);

  /** Where a delivery stands, and whether its broadcast goes on. */
  record Stand(
      long id,
      @Nullable Long broadcast,
      int state,
      @Nullable String reason,
      @Nullable BroadcastState broadcastState) {
    Stand ended(int newState, @Nullable String newReason) {
      return new Stand(id, broadcast, newState, newReason, broadcastState);
    }
  }

  /** How a delivery ends that stood so before. */
  record Ending(Stand stood, int state, @Nullable String reason, Instant at) {
    public long id() {
      return stood.id();
    }

    public int before() {
      return stood.state();
    }
  }

  /** One row of a broadcast's roll-up. */
  record Tally(int state, String reason, long number) {}
}
