package io.herald.chat;

import io.herald.members.People;
import io.herald.outbox.Work;
import io.herald.post.Topic;
import io.herald.post.Topics;
import io.herald.review.Review;
import io.herald.review.Reviews;
import io.herald.store.Database;
import java.util.List;
import java.util.Optional;

/** Learns who is in a user group that decides somewhere, or is meant by a campaign. */
final class GroupErrand implements Errand {
  private static final int MOST_OPEN = 200;

  private final Database database;
  private final Topics topics;
  private final People people;
  private final Reviews reviews;
  private final CardBook cards;
  private final Couriers couriers;
  private final CampaignMoves campaigns;

  GroupErrand(
      Database database,
      Topics topics,
      People people,
      Reviews reviews,
      CardBook cards,
      Couriers couriers,
      CampaignMoves campaigns) {
    this.database = database;
    this.topics = topics;
    this.people = people;
    this.reviews = reviews;
    this.cards = cards;
    this.couriers = couriers;
    this.campaigns = campaigns;
  }

  @Override
  public Result run(Work work) {
    Optional<Topic.Decider> group = database.inTransaction(tx -> topics.group(tx, work.subject()));
    if (group.isEmpty()) {
      return Result.done();
    }
    var account =
        database.inTransaction(
            tx -> people.account(tx, group.get().workspace(), group.get().platformId()));
    List<String> members = couriers.of(account).groupMembers(group.get().platformId());
    return Result.done(
        tx -> {
          topics.learnGroup(tx, work.subject(), members);
          for (Review review : reviews.open(tx, 0, MOST_OPEN)) {
            cards.refresh(tx, CardKind.REVIEW, review.id());
          }
          Topic.Decider its = group.get();
          tx.sql(AudienceSql.class)
              .draftsWith(its.workspace(), its.platformId())
              .forEach(campaign -> campaigns.tell(tx, campaign));
        });
  }
}
