package io.herald.outbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface OutboxSql {
  @SqlUpdate(
      """
      UPDATE outbox
      SET wanted = wanted + 1,
          lane = LEAST(lane, :lane),
          due_at = CASE WHEN state = 0 AND due_at > :due THEN :due ELSE due_at END
      WHERE kind = :kind AND subject = :subject
      """)
  int wantAgain(int lane, String kind, long subject, Instant due);

  @SqlUpdate(
      """
      INSERT INTO outbox (lane, kind, subject, due_at, queued_at)
      VALUES (:lane, :kind, :subject, :due, :now)
      ON CONFLICT DO NOTHING
      """)
  int wantFirst(int lane, String kind, long subject, Instant due, Instant now);

  // No lock in the statement that orders: H2 drops the index for ORDER BY ... FOR UPDATE (400 times
  // slower).
  @SqlQuery(
      """
      SELECT id FROM outbox
      WHERE state = 0 AND lane = :lane AND due_at <= :now
      ORDER BY state, lane, due_at, id
      FETCH FIRST :most ROWS ONLY
      """)
  List<Long> due(int lane, Instant now, int most);

  @SqlQuery(
      """
      SELECT id FROM outbox
      WHERE state = 0 AND lane = :lane AND kind = :kind AND workspace = :workspace
        AND due_at <= :now
      ORDER BY state, lane, kind, workspace, due_at, id
      FETCH FIRST :most ROWS ONLY
      """)
  List<Long> dueOf(int lane, String kind, long workspace, Instant now, int most);

  @SqlQuery("SELECT id FROM outbox WHERE id IN (<ids>) AND state = 0 FOR UPDATE SKIP LOCKED")
  List<Long> lock(@BindList("ids") List<Long> ids);

  @SqlUpdate("UPDATE outbox SET state = 1, node = :node WHERE id IN (<ids>)")
  void claim(long node, @BindList("ids") List<Long> ids);

  @SqlQuery(
      """
      SELECT id, lane, kind, subject, wanted, attempts, node, workspace FROM outbox
      WHERE id IN (<ids>) ORDER BY due_at, id
      """)
  List<Work> read(@BindList("ids") List<Long> ids);

  @SqlQuery("SELECT id FROM outbox WHERE id IN (<ids>) AND state = 1 AND node = :node FOR UPDATE")
  List<Long> held(@BindList("ids") List<Long> ids, long node);

  @SqlBatch("DELETE FROM outbox WHERE id = :id AND wanted = :wanted AND node = :node")
  int[] done(@BindMethods List<Work> all);

  @SqlUpdate(
      """
      UPDATE outbox SET state = 0, node = NULL, attempts = :attempts, due_at = :due
      WHERE id = :id AND node = :node
      """)
  int again(long id, int attempts, Instant due, long node);

  @SqlUpdate("UPDATE outbox SET workspace = :workspace WHERE id = :id AND node = :node")
  int route(long id, long workspace, long node);

  @SqlUpdate(
      """
      UPDATE outbox SET state = 0, node = NULL, attempts = attempts + 1
      WHERE state = 1 AND node = :node
      """)
  int release(long node);

  @SqlUpdate(
      """
      UPDATE outbox SET state = 0, node = NULL
      WHERE state = 1 AND node = :node AND id NOT IN (<kept>)
      """)
  int releaseBut(long node, @BindList("kept") List<Long> kept);

  @SqlUpdate("DELETE FROM outbox WHERE kind = :kind AND subject = :subject AND state = 0")
  int cancel(String kind, long subject);

  @SqlQuery("SELECT COUNT(*) FROM outbox WHERE kind = :kind AND subject = :subject")
  int has(String kind, long subject);

  @SqlQuery("SELECT COUNT(*) FROM outbox WHERE lane = :lane")
  long depth(int lane);

  @SqlQuery("SELECT MIN(queued_at) FROM outbox WHERE state = 0 AND due_at <= :now")
  Optional<Instant> oldest(Instant now);
}
