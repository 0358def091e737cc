package io.herald.chat;

import io.herald.campaign.Campaign;
import io.herald.campaign.Campaigns;
import io.herald.store.Tx;
import io.herald.words.Text;
import io.herald.words.Words;
import java.util.List;
import java.util.Optional;

/** The campaigns in lines, the last changed first. */
final class CampaignList {
  private final Campaigns campaigns;
  private final CampaignCard card;

  CampaignList(Campaigns campaigns, CampaignCard card) {
    this.campaigns = campaigns;
    this.card = card;
  }

  Page<Campaign> page(Tx tx, int skip, int size) {
    return Page.of(skip, size, (from, most) -> campaigns.list(tx, from, most));
  }

  /** What keeps cards from going out at all, where something does. */
  Optional<Part> trouble(Tx tx) {
    return card.trouble(tx);
  }

  Part draw(Tx tx, Campaign campaign) {
    String name = campaign.plan().name();
    return new Part.Entry(
        Text.strong(name).then("\n").then(card.line(tx, campaign)),
        null,
        List.of(
            Choice.of(Words.say("campaign.open"), new Intent.ShowCampaign(campaign.id()))
                .spoken(Words.say("list.spoken", Words.say("campaign.open"), name))));
  }
}
