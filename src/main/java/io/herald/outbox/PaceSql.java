package io.herald.outbox;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface PaceSql {
  String PACE =
      """
      SELECT rate, before, home, refused, next_at, paused_until, refused_at, passed, steady_from,
        patience, steps, retry_after, climb_from, climb_passed, slack, excess, doubted
      FROM pace WHERE workspace = :workspace AND call = :call
      """;

  @SqlQuery(PACE)
  Optional<Pace> find(long workspace, Call call);

  @SqlQuery(PACE + "FOR UPDATE")
  Optional<Pace> lock(long workspace, Call call);

  @SqlUpdate(
      """
      INSERT INTO pace (workspace, call, rate, before, home, refused, next_at, paused_until,
        refused_at, passed, steady_from, patience, steps, retry_after, climb_from, climb_passed,
        slack, excess, doubted)
      VALUES (:workspace, :call, :p.rate, :p.before, :p.home, :p.refused, :p.nextAt,
        :p.pausedUntil, :p.refusedAt, :p.passed, :p.steadyFrom, :p.patience, :p.steps,
        :p.retryAfter, :p.climbFrom, :p.climbPassed, :p.slack, :p.excess, :p.doubted)
      ON CONFLICT DO NOTHING
      """)
  int begin(long workspace, Call call, @BindMethods("p") Pace pace);

  @SqlUpdate(
      """
      UPDATE pace SET rate = :p.rate, before = :p.before, home = :p.home, refused = :p.refused,
        next_at = :p.nextAt, paused_until = :p.pausedUntil, refused_at = :p.refusedAt,
        passed = :p.passed, steady_from = :p.steadyFrom, patience = :p.patience, steps = :p.steps,
        retry_after = :p.retryAfter, climb_from = :p.climbFrom, climb_passed = :p.climbPassed,
        slack = :p.slack, excess = :p.excess, doubted = :p.doubted
      WHERE workspace = :workspace AND call = :call
      """)
  int store(long workspace, Call call, @BindMethods("p") Pace pace);

  @SqlUpdate(
      """
      UPDATE channel_pace SET next_at = :next
      WHERE workspace = :workspace AND channel = :channel AND next_at <= :now
      """)
  int takeChannel(long workspace, String channel, Instant now, Instant next);

  @SqlUpdate(
      """
      INSERT INTO channel_pace (workspace, channel, next_at) VALUES (:workspace, :channel, :next)
      ON CONFLICT DO NOTHING
      """)
  int beginChannel(long workspace, String channel, Instant next);

  @SqlQuery("SELECT next_at FROM channel_pace WHERE workspace = :workspace AND channel = :channel")
  Optional<Instant> channel(long workspace, String channel);

  @SqlUpdate(
      """
      UPDATE pace SET paused_until = GREATEST(paused_until, :until),
        next_at = GREATEST(next_at, :until)
      WHERE workspace = :workspace
      """)
  int pauseAll(long workspace, Instant until);

  @SqlUpdate(
      """
      INSERT INTO halt (workspace, since, why) VALUES (:workspace, :since, :why)
      ON CONFLICT DO NOTHING
      """)
  int halt(long workspace, Instant since, String why);

  @SqlUpdate("DELETE FROM halt WHERE workspace = :workspace")
  int goesOn(long workspace);

  @SqlQuery("SELECT since, why FROM halt WHERE workspace = :workspace")
  Optional<Halt> halted(long workspace);

  @SqlQuery("SELECT COUNT(*) FROM halt")
  int halts();

  @SqlUpdate("DELETE FROM channel_pace WHERE next_at < :before")
  int forgetChannels(Instant before);
}
