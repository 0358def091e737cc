package io.herald.chat;

import java.time.Instant;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface HomesSql {
  @SqlUpdate(
      """
      INSERT INTO outbox (lane, kind, subject, due_at, queued_at)
      SELECT 1, 'home', id, :at, :at FROM identity WHERE home_seen_at >= :since
      ON CONFLICT DO NOTHING
      """)
  int wantSeenSince(Instant since, Instant at);
}
