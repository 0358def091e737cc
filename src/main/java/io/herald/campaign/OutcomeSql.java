package io.herald.campaign;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.sqlobject.customizer.FetchSize;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

interface OutcomeSql {
  @SqlQuery(
      """
      SELECT p.campaign, p.post FROM campaign_post p JOIN campaign c ON c.id = p.campaign
      WHERE c.state = 'RUNNING' AND p.remind_at <= :now FETCH FIRST 20 ROWS ONLY
      """)
  List<Campaigns.Due> reminders(Instant now);

  @SqlUpdate(
      """
      UPDATE campaign_post SET remind_at = NULL
      WHERE campaign = :campaign AND post = :post AND remind_at <= :now
      """)
  int reminding(long campaign, long post, Instant now);

  @SqlUpdate(
      """
      INSERT INTO outbox (lane, kind, subject, due_at, queued_at)
      SELECT 1, 'nudge', d.id, :now, :now
      FROM broadcast b JOIN delivery d ON d.broadcast = b.id
      WHERE b.campaign = :campaign AND b.post = :post AND d.state = 3 AND NOT EXISTS (
        SELECT 1 FROM share_link s
        WHERE s.post = d.post AND s.member = d.member AND s.counted_at IS NOT NULL)
      ON CONFLICT DO NOTHING
      """)
  int remind(long campaign, long post, Instant now);

  @SqlQuery(
      """
      SELECT COUNT(*) FROM delivery d JOIN broadcast b ON b.id = d.broadcast
      JOIN campaign c ON c.id = b.campaign
      WHERE d.id = :delivery AND c.state = 'RUNNING'
      """)
  int reminds(long delivery);

  @SqlQuery(
      """
      SELECT r.headline, (SELECT MAX(i.name) FROM identity i WHERE i.member = d.member) AS name,
        (SELECT MAX(i.platform_id) FROM identity i WHERE i.member = d.member) AS account,
        d.state, d.reason, d.ended_at
      FROM broadcast b
      JOIN delivery d ON d.broadcast = b.id
      JOIN revision r ON r.post = b.post AND r.number = b.revision
      WHERE b.campaign = :campaign ORDER BY b.id, d.state, d.id
      """)
  @FetchSize(1_000)
  void outcomes(long campaign, Consumer<Outcome> each);

  /** How a delivery stands. */
  record Outcome(
      String headline,
      @Nullable String name,
      @Nullable String account,
      int state,
      @Nullable String reason,
      @Nullable Instant endedAt) {}
}
