package io.herald.testkit;

import java.time.Instant;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** People by the hundred thousand, whom the features would take one by one. */
interface CrowdSql {
  @SqlUpdate(
      """
      INSERT INTO member (id, first_seen, joined_at)
      SELECT :first + s.n, :at, :at FROM generate_series(1, :people) AS s(n)
      """)
  void members(long first, int people, Instant at);

  @SqlUpdate(
      """
      INSERT INTO identity
        (member, workspace, platform_id, name, kind, zone, looked_up_at)
      SELECT :first + s.n, :workspace, 'U' || (:first + s.n), 'Person ' || (:first + s.n), 'MEMBER',
             'Europe/Berlin', :at
      FROM generate_series(1, :people) AS s(n)
      """)
  void identities(long workspace, long first, int people, Instant at);

  @SqlUpdate(
      """
      INSERT INTO follow (member, topic)
      SELECT :first + s.n, 1 FROM generate_series(1, :people) AS s(n)
      """)
  void followers(long first, int people);

  @SqlUpdate(
      """
      UPDATE identity SET workspace = :workspace, platform_id = RPAD('29:1' || member, 111, 'x')
      WHERE member > :first AND MOD(member - :first, :every) = 0
      """)
  void moveToTeams(long workspace, long first, int every);

  @SqlUpdate("ANALYZE")
  void analyze();
}
