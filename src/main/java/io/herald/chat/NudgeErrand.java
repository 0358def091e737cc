package io.herald.chat;

import io.herald.campaign.Broadcasts;
import io.herald.campaign.CampaignOutcomes;
import io.herald.campaign.Delivery;
import io.herald.members.Attention;
import io.herald.members.People;
import io.herald.members.Person;
import io.herald.members.Timing;
import io.herald.outbox.Work;
import io.herald.post.PostState;
import io.herald.post.Posts;
import io.herald.share.Shares;
import io.herald.store.Database;
import io.herald.store.Tx;
import java.time.Duration;
import java.util.Optional;

/**
 * Reminds a member once of a campaign's post that they did not share. It is an ask like any other,
 * and no second push: where the member is not to be asked now, or has shared meanwhile, it is left.
 */
final class NudgeErrand implements Errand {
  private final Database database;
  private final Broadcasts broadcasts;
  private final CampaignOutcomes campaigns;
  private final Posts posts;
  private final People people;
  private final Attention attention;
  private final Shares shares;
  private final CardBook cards;
  private final CardErrand sending;

  NudgeErrand(
      Database database,
      Broadcasts broadcasts,
      CampaignOutcomes campaigns,
      Posts posts,
      People people,
      Attention attention,
      Shares shares,
      CardBook cards,
      CardErrand sending) {
    this.database = database;
    this.broadcasts = broadcasts;
    this.campaigns = campaigns;
    this.posts = posts;
    this.people = people;
    this.attention = attention;
    this.shares = shares;
    this.cards = cards;
    this.sending = sending;
  }

  @Override
  public Result run(Work work) {
    Next next = database.inTransaction(tx -> next(tx, work.subject()));
    if (next.later().isPresent()) {
      return Result.later(next.later().get());
    }
    return next.card().map(card -> sending.run(work, card)).orElseGet(Result::done);
  }

  private record Next(Optional<Long> card, Optional<Duration> later) {
    static Next nothing() {
      return new Next(Optional.empty(), Optional.empty());
    }
  }

  private Next next(Tx tx, long id) {
    Delivery delivery = broadcasts.delivery(tx, id).orElseThrow();
    Optional<CardRow> before = cards.about(tx, CardKind.NUDGE, id).stream().findFirst();
    if (before.isPresent()) {
      return new Next(before.map(CardRow::id), Optional.empty());
    }
    Person person = people.member(tx, delivery.member());
    boolean wanted =
        posts.get(tx, delivery.post()).state() == PostState.LIVE
            && campaigns.reminds(tx, delivery)
            && person.joined()
            && !delivery.folded()
            && !shares.shared(tx, delivery.post(), delivery.member());
    if (!wanted) {
      return Next.nothing();
    }
    Timing timing = attention.askNow(tx, person, false);
    if (timing instanceof Timing.Later at) {
      return new Next(Optional.empty(), Optional.of(Duration.between(posts.now(), at.at())));
    }
    if (!(timing instanceof Timing.Now)) {
      return Next.nothing();
    }
    long card =
        cards.enter(tx, CardKind.NUDGE, id, 0, person.workspace(), person.platformId()).id();
    return new Next(Optional.of(card), Optional.empty());
  }
}
