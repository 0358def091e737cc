package io.herald.chat;

import io.herald.members.Role;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface HomesSql {
  @SqlQuery("SELECT id FROM identity WHERE member = :member AND home_seen_at IS NOT NULL")
  List<Long> ofMember(long member);

  @SqlQuery(
      """
      SELECT i.id FROM identity i
      JOIN member_role r ON r.member = i.member
      WHERE r.role = :role AND i.home_seen_at IS NOT NULL
      """)
  List<Long> ofRole(Role role);

  @SqlUpdate(
      """
      INSERT INTO outbox (lane, kind, subject, due_at, queued_at)
      SELECT 1, 'home', id, :at, :at FROM identity WHERE home_seen_at >= :since
      ON CONFLICT DO NOTHING
      """)
  int wantSeenSince(Instant since, Instant at);
}
