package io.herald.chat;

import io.herald.campaign.Broadcasts;
import io.herald.campaign.Campaigns;
import io.herald.campaign.ChannelDelivery;
import io.herald.campaign.Delivery;
import io.herald.members.People;
import io.herald.members.Person;
import io.herald.policy.Policies;
import io.herald.policy.PolicyDocument;
import io.herald.policy.Standing;
import io.herald.post.Post;
import io.herald.post.PostState;
import io.herald.post.Posts;
import io.herald.records.Checkpoints;
import io.herald.records.export.Export;
import io.herald.records.export.Exports;
import io.herald.review.Event;
import io.herald.review.Review;
import io.herald.review.Reviews;
import io.herald.share.Shares;
import io.herald.store.Tx;
import io.herald.words.Text;
import io.herald.words.Words;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Draws any card from the state at this moment. */
final class CardMaker {
  private final Posts posts;
  private final Reviews reviews;
  private final Broadcasts broadcasts;
  private final People people;
  private final ReviewCard reviewCard;
  private final AuthorCard authorCard;
  private final PostCard postCard;
  private final ThreadNote threadNote;
  private final ReminderCard reminderCard;
  private final DigestCard digestCard;
  private final StatsCards statsCards;
  private final Campaigns campaigns;
  private final CampaignCard campaignCard;
  private final PushCard pushCard;
  private final Shares shares;
  private final Policies policies;
  private final RecheckCard recheckCard;
  private final Checkpoints checkpoints;
  private final Exports exports;
  private final RecordCards recordCards;
  private final PrivacyCard privacyCard;
  private final PresentPace pace;
  private final WarningCard warningCard;

  CardMaker(
      Posts posts,
      Reviews reviews,
      Broadcasts broadcasts,
      People people,
      ReviewCard reviewCard,
      AuthorCard authorCard,
      PostCard postCard,
      ThreadNote threadNote,
      ReminderCard reminderCard,
      DigestCard digestCard,
      StatsCards statsCards,
      Campaigns campaigns,
      CampaignCard campaignCard,
      PushCard pushCard,
      Shares shares,
      Policies policies,
      RecheckCard recheckCard,
      Checkpoints checkpoints,
      Exports exports,
      RecordCards recordCards,
      PrivacyCard privacyCard,
      PresentPace pace) {
    this.posts = posts;
    this.reviews = reviews;
    this.broadcasts = broadcasts;
    this.people = people;
    this.reviewCard = reviewCard;
    this.authorCard = authorCard;
    this.postCard = postCard;
    this.threadNote = threadNote;
    this.reminderCard = reminderCard;
    this.digestCard = digestCard;
    this.statsCards = statsCards;
    this.campaigns = campaigns;
    this.campaignCard = campaignCard;
    this.pushCard = pushCard;
    this.shares = shares;
    this.policies = policies;
    this.recheckCard = recheckCard;
    this.checkpoints = checkpoints;
    this.exports = exports;
    this.recordCards = recordCards;
    this.privacyCard = privacyCard;
    this.pace = pace;
    this.warningCard = new WarningCard(people, posts, reviews);
  }

  /**
   * A card as it is now.
   *
   * @param parent the card in whose thread it goes
   * @param post whose image stands on it, with its revision, to know what a refused image means
   */
  record Drawn(Card card, @Nullable Long parent, @Nullable Post post, int revision) {}

  /** What a card shows now; nothing where there is nothing to send any more. */
  Optional<Drawn> draw(Tx tx, CardRow row) {
    return switch (row.kind()) {
      case REVIEW -> reviews.find(tx, row.subject()).map(review -> review(tx, review));
      case AUTHOR -> posts.find(tx, row.subject()).map(post -> plain(authorCard.draw(tx, post)));
      case POST -> broadcasts.delivery(tx, row.subject()).flatMap(d -> post(tx, row, d));
      case DIGEST -> digest(tx, row);
      case CHANNEL_POST ->
          broadcasts.channelDelivery(tx, row.subject()).flatMap(d -> inChannel(tx, row, d));
      case THREAD -> reviews.event(tx, row.subject()).map(event -> thread(tx, row, event));
      case WELCOME -> Optional.of(plain(WelcomeCard.draw(person(tx, row))));
      case RECALL -> posts.find(tx, row.subject()).map(post -> plain(recall(tx, post)));
      case REPORT -> Optional.of(plain(report(tx, row)));
      case REMINDER -> reviews.find(tx, row.subject()).flatMap(review -> reminder(tx, row, review));
      case CAMPAIGN -> campaigns.find(tx, row.subject()).map(c -> plain(campaignCard.draw(tx, c)));
      case PUSH -> posts.find(tx, row.subject()).map(post -> plain(pushCard.draw(tx, post)));
      case NUDGE -> broadcasts.delivery(tx, row.subject()).flatMap(d -> nudge(tx, row, d));
      case EXPOSURE -> posts.find(tx, row.subject()).map(post -> plain(exposure(tx, post)));
      case RECHECK -> recheckCard.draw(tx, row.subject()).map(CardMaker::plain);
      case TEST -> posts.find(tx, row.subject()).map(post -> test(tx, row, post));
      case POLICY -> policies.find(tx, row.subject()).flatMap(d -> policy(tx, row, d));
      case HALT -> Optional.of(plain(pace.halt(tx, row.subject())));
      case CHECKPOINT ->
          checkpoints.at(tx, row.subject()).map(c -> plain(RecordCards.checkpoint(c)));
      case EXPORT -> exports.find(tx, row.subject()).map(e -> plain(export(tx, row, e)));
      case EXPORT_ABOUT ->
          exports.find(tx, row.subject()).map(e -> plain(recordCards.about(tx, e)));
      case ERASURE -> privacyCard.restOf(tx, row.subject()).map(CardMaker::plain);
      case WARNING ->
          reviews.event(tx, row.subject()).map(event -> plain(warningCard.draw(tx, row, event)));
    };
  }

  private Drawn review(Tx tx, Review review) {
    return new Drawn(
        reviewCard.draw(tx, review), null, posts.get(tx, review.post()), review.revision());
  }

  private Optional<Drawn> post(Tx tx, CardRow row, Delivery delivery) {
    Post post = posts.get(tx, delivery.post());
    boolean push = !row.sent();
    if (push
        && (post.state() != PostState.LIVE || !people.member(tx, delivery.member()).joined())) {
      return Optional.empty();
    }
    return Optional.of(new Drawn(postCard.draw(tx, delivery), null, post, shown(post)));
  }

  private Optional<Drawn> inChannel(Tx tx, CardRow row, ChannelDelivery delivery) {
    Post post = posts.get(tx, delivery.post());
    if (!row.sent() && post.state() != PostState.LIVE) {
      return Optional.empty();
    }
    return Optional.of(new Drawn(postCard.inChannel(tx, post), null, post, shown(post)));
  }

  private Card report(Tx tx, CardRow row) {
    return statsCards.week(tx, LocalDate.ofEpochDay(row.subject()), person(tx, row));
  }

  private Optional<Drawn> digest(Tx tx, CardRow row) {
    Person person = person(tx, row);
    return row.sent() || person.joined()
        ? Optional.of(plain(digestCard.draw(tx, row.subject(), person)))
        : Optional.empty();
  }

  private Optional<Drawn> nudge(Tx tx, CardRow row, Delivery delivery) {
    Post post = posts.get(tx, delivery.post());
    return row.sent() || post.state() == PostState.LIVE
        ? Optional.of(new Drawn(postCard.nudge(tx, delivery), null, post, shown(post)))
        : Optional.empty();
  }

  /** What is still out there of a post that was withdrawn. */
  private Card exposure(Tx tx, Post post) {
    String headline = posts.shown(tx, post).content().headline();
    Broadcasts.Exposure exposure = broadcasts.exposure(tx, post.id());
    Text text =
        exposure.cards() == 0
            ? Words.text("exposure.none", Text.strong(headline))
            : Words.text(
                exposure.left() == 0 ? "exposure.over" : "exposure.left",
                Text.strong(headline),
                String.format(java.util.Locale.ENGLISH, "%,d", exposure.left()),
                String.format(java.util.Locale.ENGLISH, "%,d", exposure.cards()));
    text =
        text.then(" ").then(Words.count("exposure.shared", shares.sharers(tx, post.id()).size()));
    var parts = new java.util.ArrayList<Part>();
    parts.add(new Part.Lead(text));
    if (exposure.cards() > 0) {
      long edited = exposure.cards() - exposure.left();
      parts.add(
          new Part.Progress(
              Words.say("exposure.edited", edited, exposure.cards()), edited, exposure.cards()));
    }
    return new Card(text.plain(ZoneOffset.UTC), parts);
  }

  private Drawn test(Tx tx, CardRow row, Post post) {
    Card card = postCard.test(tx, post, person(tx, row).member());
    return new Drawn(card, null, post, shown(post));
  }

  private Drawn thread(Tx tx, CardRow row, Event event) {
    return new Drawn(threadNote.draw(tx, event), row.detail(), null, 0);
  }

  private Optional<Drawn> reminder(Tx tx, CardRow row, Review review) {
    if (!row.sent() && !review.open()) {
      return Optional.empty();
    }
    return Optional.of(plain(reminderCard.draw(tx, review, person(tx, row).member())));
  }

  /** Whoever read it meanwhile, left, or would get an older version is not asked any more. */
  private Optional<Drawn> policy(Tx tx, CardRow row, PolicyDocument document) {
    Person person = person(tx, row);
    Standing standing = policies.standing(tx, document, person.member());
    boolean asks =
        person.joined()
            && document.inForce()
            && document.version() == row.detail()
            && !standing.acknowledged();
    return row.sent() || asks
        ? Optional.of(plain(PolicyCard.asking(standing, (int) row.detail(), person.platform())))
        : Optional.empty();
  }

  private Card recall(Tx tx, Post post) {
    String headline = posts.shown(tx, post).content().headline();
    Text text = Words.text("recall", Text.strong(headline), String.valueOf(post.withdrawnWhy()));
    return new Card(text.plain(ZoneOffset.UTC), List.of(new Part.Lead(text)));
  }

  private Card export(Tx tx, CardRow row, Export export) {
    return recordCards.export(tx, export, person(tx, row), posts.now());
  }

  private Person person(Tx tx, CardRow row) {
    return people.inWorkspace(tx, row.workspace(), row.recipient());
  }

  private static int shown(Post post) {
    return post.live() == null ? post.newest() : post.live();
  }

  private static Drawn plain(Card card) {
    return new Drawn(card, null, null, 0);
  }
}
