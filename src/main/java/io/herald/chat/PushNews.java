package io.herald.chat;

import io.herald.campaign.Broadcast;
import io.herald.members.People;
import io.herald.members.Role;
import io.herald.members.Roles;
import io.herald.post.Posts;
import io.herald.store.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Tells the leads, or the admins where there are none, how pushes fare that they look after. */
final class PushNews {
  /** Nobody reads a card that changes more often. */
  private static final Duration TELLING = Duration.ofSeconds(10);

  private final Roles roles;
  private final People people;
  private final Posts posts;
  private final CardBook cards;
  private final CampaignMoves campaigns;

  PushNews(Roles roles, People people, Posts posts, CardBook cards, CampaignMoves campaigns) {
    this.roles = roles;
    this.people = people;
    this.posts = posts;
    this.cards = cards;
    this.campaigns = campaigns;
  }

  /** The platform stopped a push: they hear of it, and why. */
  void stopped(Tx tx, Broadcast stopped) {
    Long campaign = stopped.campaign();
    CardKind kind = campaign == null ? CardKind.PUSH : CardKind.CAMPAIGN;
    long subject = campaign == null ? stopped.post() : campaign;
    for (long member : whom(tx)) {
      cards.want(tx, kind, subject, people.member(tx, member));
    }
    if (campaign != null) {
      campaigns.tell(tx, campaign);
    }
  }

  /**
   * Has the cards of pushes under way drawn anew now and then, and those of pushes that have ended
   * since at once.
   */
  void look(Tx tx, Instant since) {
    cards.refreshUnderWay(tx, posts.now().plus(TELLING));
    cards.pushesEnded(tx, since).forEach(card -> cards.refresh(tx, card));
  }

  private List<Long> whom(Tx tx) {
    var leads = new ArrayList<>(roles.holders(tx, Role.LEAD));
    return leads.isEmpty() ? roles.holders(tx, Role.ADMIN) : leads;
  }
}
