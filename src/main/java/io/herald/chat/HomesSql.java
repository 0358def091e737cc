package io.herald.chat;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface HomesSql {
  @SqlUpdate(
      """
      INSERT INTO outbox (lane, kind, subject, due_at, queued_at)
      SELECT 1, 'home', id, :at, :at FROM identity WHERE home_seen_at >= :since
      ON CONFLICT DO NOTHING
      """)
  int wantSeenSince(Instant since, Instant at);

  @SqlUpdate("DELETE FROM home_page WHERE identity = :identity")
  void forgetPages(long identity);

  @SqlUpdate("UPDATE home_page SET skip = :skip WHERE identity = :identity AND list = :list")
  int turn(long identity, String list, int skip);

  @SqlUpdate(
      """
      INSERT INTO home_page (identity, list, skip) VALUES (:identity, :list, :skip)
      ON CONFLICT DO NOTHING
      """)
  void turnFirst(long identity, String list, int skip);

  @SqlQuery("SELECT skip FROM home_page WHERE identity = :identity AND list = :list")
  Optional<Integer> skipped(long identity, String list);
}
