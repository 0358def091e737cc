package io.herald.outbox;

import java.time.Instant;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface ChoreSql {
  @SqlUpdate(
      """
      UPDATE chore SET due_at = :next
      WHERE organisation = 1 AND name = :name AND due_at <= :now
      """)
  int take(String name, Instant now, Instant next);

  @SqlUpdate(
      """
      INSERT INTO chore (name, due_at) VALUES (:name, :next)
      ON CONFLICT DO NOTHING
      """)
  int enter(String name, Instant next);
}
