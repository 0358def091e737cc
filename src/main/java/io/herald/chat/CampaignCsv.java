package io.herald.chat;

import io.herald.campaign.CampaignOutcomes;
import io.herald.share.Downloads;
import io.herald.store.Tx;
import io.herald.words.Csv;
import io.herald.words.Words;
import java.util.Locale;
import java.util.function.Consumer;

/** Whom a campaign reached and whom not, a line each. What people shared is nobody else's. */
public final class CampaignCsv implements Downloads.Content {
  /** As {@link Downloads} knows it. */
  public static final String KIND = "campaign";

  private final CampaignOutcomes campaigns;

  public CampaignCsv(CampaignOutcomes campaigns) {
    this.campaigns = campaigns;
  }

  @Override
  public void write(Tx tx, long subject, Consumer<Csv> lines) {
    lines.accept(
        Csv.of(
            Words.say("csv.post"),
            Words.say("csv.person"),
            Words.say("csv.account"),
            Words.say("csv.state"),
            Words.say("csv.reason"),
            Words.say("csv.at")));
    campaigns.outcomes(
        tx,
        subject,
        row ->
            lines.accept(
                Csv.of(
                    row.headline(),
                    row.name(),
                    row.account(),
                    Words.say("csv.state." + row.state().name().toLowerCase(Locale.ROOT)),
                    row.reason(),
                    row.endedAt())));
  }
}
