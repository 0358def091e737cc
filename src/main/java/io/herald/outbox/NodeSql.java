package io.herald.outbox;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.sqlobject.statement.GetGeneratedKeys;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface NodeSql {
  /** A node and its newest sign of life. */
  record Sign(long id, long beat) {}

  @SqlUpdate("INSERT INTO node (started_at) VALUES (:now)")
  @GetGeneratedKeys("id")
  long join(Instant now);

  @SqlUpdate("UPDATE node SET beat = beat + 1 WHERE id = :id")
  int beat(long id);

  @SqlQuery("SELECT id, beat FROM node WHERE id <> :id ORDER BY id")
  List<Sign> others(long id);

  @SqlUpdate("DELETE FROM node WHERE id = :id AND beat = :beat")
  int end(long id, long beat);

  @SqlUpdate("DELETE FROM node WHERE id = :id")
  int leave(long id);

  @SqlQuery("SELECT COUNT(*) FROM node")
  int count();
}
