package io.herald.campaign;

import io.herald.post.Posts;
import io.herald.records.Entry;
import io.herald.records.Records;
import io.herald.store.Tx;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What came of the deliveries of campaigns, and the one reminder of those who did not share. */
public final class CampaignOutcomes {
  /** The outbox's kind for reminding a member of a post that they did not share. */
  public static final String NUDGE = "nudge";

  private final Posts posts;
  private final Records records;

  public CampaignOutcomes(Posts posts, Records records) {
    this.posts = posts;
    this.records = records;
  }

  /** Has those reminded who did not share what was pushed so many days ago; says how many. */
  public int remind(Tx tx) {
    var sql = tx.sql(OutcomeSql.class);
    Instant now = posts.now();
    int all = 0;
    for (Campaigns.Due due : sql.reminders(now)) {
      if (sql.reminding(due.campaign(), due.post(), now) > 0) {
        int members = sql.remind(due.campaign(), due.post(), now);
        records.append(
            tx,
            Entry.of("campaign_reminded", null, "campaign/" + due.campaign())
                .with("post", due.post())
                .with("members", members));
        all += members;
      }
    }
    return all;
  }

  /** Whether the campaign of a delivery still runs, so that it may remind. */
  public boolean reminds(Tx tx, Delivery delivery) {
    return tx.sql(OutcomeSql.class).reminds(delivery.id()) > 0;
  }

  /** How a delivery of a campaign ended, or stands. */
  public record Ended(
      String headline,
      @Nullable String name,
      @Nullable String account,
      DeliveryState state,
      @Nullable String reason,
      @Nullable Instant endedAt) {}

  /** Goes through the deliveries of a campaign, one after the other. */
  public void outcomes(Tx tx, long id, Consumer<Ended> each) {
    tx.sql(OutcomeSql.class)
        .outcomes(
            id,
            row ->
                each.accept(
                    new Ended(
                        row.headline(),
                        row.name(),
                        row.account(),
                        DeliveryState.of(row.state()),
                        row.reason(),
                        row.endedAt())));
  }
}
