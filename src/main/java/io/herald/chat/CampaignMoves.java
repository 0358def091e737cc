package io.herald.chat;

import io.herald.campaign.Campaign;
import io.herald.campaign.Campaigns;
import io.herald.members.Role;
import io.herald.post.PostState;
import io.herald.post.Posts;
import io.herald.store.Database;
import io.herald.store.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What happens to campaigns by itself: posts go at their time, campaigns end, leads are told. */
final class CampaignMoves {
  private static final Logger LOG = LoggerFactory.getLogger(CampaignMoves.class);

  /** Nobody reads a card that changes more often. */
  private static final Duration TELLING = Duration.ofSeconds(10);

  private final Database database;
  private final Campaigns campaigns;
  private final Posts posts;
  private final PostMoves moves;
  private final CardBook cards;
  private final Homes homes;

  CampaignMoves(
      Database database,
      Campaigns campaigns,
      Posts posts,
      PostMoves moves,
      CardBook cards,
      Homes homes) {
    this.database = database;
    this.campaigns = campaigns;
    this.posts = posts;
    this.moves = moves;
    this.cards = cards;
    this.homes = homes;
  }

  /** Does what is due; several nodes may, and each thing is done by one of them. */
  void look() {
    for (Campaigns.Due due : database.inTransaction(campaigns::due)) {
      database.run(tx -> push(tx, due));
    }
    for (long over : database.inTransaction(campaigns::over)) {
      database.run(
          tx -> {
            if (campaigns.end(tx, over)) {
              tell(tx, over);
            }
          });
    }
    for (long id : database.inTransaction(tx -> campaigns.course().untold(tx, TELLING))) {
      database.run(tx -> tell(tx, id));
    }
  }

  private void push(Tx tx, Campaigns.Due due) {
    Campaign campaign = campaigns.get(tx, due.campaign());
    PostState state = posts.lock(tx, due.post()).state();
    if (state == PostState.IN_REVIEW || state == PostState.DRAFT) {
      // It may still be approved; until then it waits, and its card says so.
      return;
    }
    if (moves.stops(tx, due.post())) {
      tell(tx, due.campaign());
      return;
    }
    if (!campaigns.take(tx, campaign, due.post())) {
      return;
    }
    if (state != PostState.APPROVED && state != PostState.LIVE) {
      LOG.info("Post {} of campaign {} is {} and not pushed", due.post(), due.campaign(), state);
    } else {
      moves.take(
          tx,
          due.post(),
          null,
          over(campaign),
          campaign.plan().eventUntil() != null,
          post -> campaigns.push(tx, campaign, post));
    }
    tell(tx, due.campaign());
  }

  /**
   * A few people get what is due first; nobody gets anything where rules in force stop some of it.
   *
   * @return the headlines of what they stop
   */
  List<String> tryFirst(Tx tx, long id, long actor) {
    Campaign campaign = campaigns.get(tx, id);
    List<Long> due = campaigns.dueAt(tx, campaign, posts.now());
    List<String> stopped =
        due.stream().filter(post -> moves.stops(tx, post)).map(post -> headline(tx, post)).toList();
    if (!stopped.isEmpty()) {
      tell(tx, id);
      return stopped;
    }
    List<Long> first = campaigns.canary(tx, id, actor);
    for (long post : due) {
      moves.take(
          tx,
          post,
          actor,
          over(campaign),
          campaign.plan().eventUntil() != null,
          live -> campaigns.pushFirst(tx, campaign, live, first));
    }
    return List.of();
  }

  private String headline(Tx tx, long post) {
    return posts.newest(tx, posts.get(tx, post)).content().headline();
  }

  private static Instant over(Campaign campaign) {
    return Objects.requireNonNull(campaign.plan().over());
  }

  /** The cards of a campaign are drawn anew; of those that one person has, the newest. */
  void tell(Tx tx, long id) {
    Map<String, Long> newest = new HashMap<>();
    for (CardRow card : cards.about(tx, CardKind.CAMPAIGN, id)) {
      newest.merge(card.workspace() + "/" + card.recipient(), card.id(), Math::max);
    }
    newest.values().forEach(card -> cards.refresh(tx, card));
    homes.refresh(tx, Role.LEAD);
  }
}
