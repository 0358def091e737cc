package io.herald.chat;

import io.herald.campaign.Broadcast;
import io.herald.members.People;
import io.herald.members.Role;
import io.herald.members.Roles;
import io.herald.outbox.Halt;
import io.herald.outbox.Lane;
import io.herald.post.Posts;
import io.herald.store.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

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
   * A workspace takes no calls, or takes them again: leads and admins who can be told elsewhere
   * hear of it there, for nothing that is sent to them here arrives.
   */
  void halted(Tx tx, long workspace, Optional<Halt> halt) {
    if (halt.isEmpty()) {
      cards.refresh(tx, CardKind.HALT, workspace);
      return;
    }
    long since = halt.get().since().getEpochSecond();
    Set<Long> all = new TreeSet<>(roles.holders(tx, Role.LEAD));
    all.addAll(roles.holders(tx, Role.ADMIN));
    for (long member : all) {
      people.identities(tx, member).stream()
          .filter(person -> person.workspace() != workspace)
          .findFirst()
          .ifPresent(
              person ->
                  cards.want(
                      tx,
                      Lane.INTERACTIVE,
                      CardKind.HALT,
                      workspace,
                      since,
                      person.workspace(),
                      person.platformId()));
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
