package io.herald.chat;

import io.herald.campaign.Broadcasts;
import io.herald.campaign.CampaignOutcomes;
import io.herald.campaign.DeliveryState;
import io.herald.campaign.Digests;
import io.herald.outbox.Outbox;
import io.herald.outbox.Work;
import io.herald.post.Post;
import io.herald.post.PostState;
import io.herald.post.Posts;
import io.herald.store.Tx;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what became of a card, and of the delivery behind it. All but an arrival is written
 * only as long as the node holds the work: another one may know better by then.
 */
final class CardFate {
  /** Cards of posts, which a person would count twice, and which work sends and settles them. */
  private static final Map<CardKind, String> ONCE =
      Map.of(
          CardKind.POST, Broadcasts.DELIVERY,
          CardKind.CHANNEL_POST, Broadcasts.CHANNEL_DELIVERY,
          CardKind.DIGEST, Digests.DIGEST,
          CardKind.NUDGE, CampaignOutcomes.NUDGE);

  /** Nobody reads how much is left more often. */
  private static final Duration EXPOSURE = Duration.ofSeconds(10);

  private final Outbox outbox;
  private final CardBook cards;
  private final Broadcasts broadcasts;
  private final Digests digests;
  private final Posts posts;
  private final PushNews news;
  private final MeterRegistry meters;

  CardFate(
      Outbox outbox,
      CardBook cards,
      Broadcasts broadcasts,
      Digests digests,
      Posts posts,
      PushNews news,
      MeterRegistry meters) {
    this.outbox = outbox;
    this.cards = cards;
    this.broadcasts = broadcasts;
    this.digests = digests;
    this.posts = posts;
    this.news = news;
    this.meters = meters;
  }

  /** Whether a second copy would be worse than none. */
  static boolean onceOnly(CardRow row) {
    return ONCE.containsKey(row.kind());
  }

  /** Whether other work than this is at such a card, and settles what came of it. */
  boolean isWithOthers(Tx tx, Work work, CardRow row) {
    @Nullable String sender = ONCE.get(row.kind());
    return sender != null && !work.kind().equals(sender) && outbox.has(tx, sender, row.subject());
  }

  /** True whoever holds the work by now: the platform has said so. */
  void arrived(Tx tx, CardRow row, Courier.Sent sent) {
    cards.shown(tx, row, sent);
    ended(tx, row, DeliveryState.DELIVERED, null);
  }

  /** Where a recalled post was drawn anew, its lead sees the exposure go down, now and then. */
  void edited(Tx tx, CardRow row, @Nullable Post post) {
    if (row.kind() == CardKind.POST && post != null && post.state() == PostState.WITHDRAWN) {
      broadcasts.ended(tx, row.subject(), DeliveryState.RECALLED, null);
      exposed(tx, post.id());
    }
    if (row.kind() == CardKind.DIGEST) {
      digests.recalled(tx, broadcasts, row.subject());
      digests.inside(tx, row.subject()).forEach(delivery -> exposed(tx, delivery.post()));
    }
  }

  private void exposed(Tx tx, long post) {
    cards.refreshAt(tx, CardKind.EXPOSURE, post, posts.now().plus(EXPOSURE));
  }

  /** It was surely not sent, and waits as it did before. */
  void waits(Tx tx, Work work, CardRow row) {
    if (outbox.holds(tx, work)) {
      cards.trying(tx, row, CardRow.State.WAITING, null);
    }
  }

  /** It may stand as begun at a moment, and surely was not called then. */
  void notBegun(Tx tx, Work work, CardRow row, Instant at) {
    if (outbox.holds(tx, work)) {
      cards.notBegun(tx, row, at);
    }
  }

  /** It was begun, and is surely not there. */
  void lost(Tx tx, Work work, CardRow row) {
    if (outbox.holds(tx, work)) {
      cards.lost(tx, row);
    }
  }

  void unknown(Tx tx, Work work, CardRow row, String why) {
    if (outbox.holds(tx, work)) {
      cards.ended(tx, row, CardRow.State.UNKNOWN, why);
      ended(tx, row, DeliveryState.UNKNOWN, null);
    }
  }

  /** It will never be there; says whether that is now written down. */
  boolean failed(Tx tx, Work work, CardRow row, String why, String reason) {
    if (row.sent() || !outbox.holds(tx, work)) {
      return false;
    }
    cards.ended(tx, row, CardRow.State.FAILED, why);
    ended(tx, row, DeliveryState.FAILED, code(reason));
    return true;
  }

  /** There is nothing to send any more. */
  void skipped(Tx tx, CardRow row) {
    cards.ended(tx, row, CardRow.State.SKIPPED, "nothing to send");
    ended(tx, row, DeliveryState.SKIPPED, whySkipped(tx, row));
  }

  /**
   * Nobody would get this: the broadcast waits for somebody to mend it, and the card with it.
   *
   * @return whether there was a broadcast to stop
   */
  boolean stops(Tx tx, Work work, CardRow row, PlatformFailure failure) {
    if (row.kind() != CardKind.POST || row.sent() || !outbox.holds(tx, work)) {
      return false;
    }
    Long broadcast =
        broadcasts.delivery(tx, row.subject()).map(delivery -> delivery.broadcast()).orElse(null);
    if (broadcast == null || !broadcasts.isRunning(tx, broadcast)) {
      return false;
    }
    if (failure.kind() == PlatformFailure.Kind.REFUSED && broadcasts.reached(tx, broadcast)) {
      // Others got it, so what is refused is this one card.
      return false;
    }
    cards.trying(tx, row, CardRow.State.WAITING, null);
    broadcasts.pause(tx, broadcast, null, Shorten.to(String.valueOf(failure.getMessage()), 100));
    broadcasts.find(tx, broadcast).ifPresent(paused -> news.stopped(tx, paused));
    return true;
  }

  /** Deliveries are the cards of posts and digests; the others are Herald's own business. */
  private void ended(Tx tx, CardRow row, DeliveryState state, @Nullable String reason) {
    int posts = 1;
    if (row.kind() == CardKind.POST) {
      broadcasts.ended(tx, row.subject(), state, reason);
    } else if (row.kind() == CardKind.DIGEST) {
      posts = digests.inside(tx, row.subject()).size();
      digests.ended(tx, broadcasts, row.subject(), state, reason);
    } else if (row.kind() != CardKind.CHANNEL_POST) {
      return;
    }
    int number = posts;
    tx.afterCommit(
        () -> meters.counter("herald.deliveries", "outcome", code(state.name())).increment(number));
  }

  /** Why there is nothing to send to somebody whom a broadcast meant. */
  private @Nullable String whySkipped(Tx tx, CardRow row) {
    if (row.kind() != CardKind.POST) {
      return row.kind() == CardKind.DIGEST ? "not_joined" : null;
    }
    boolean live =
        broadcasts
            .delivery(tx, row.subject())
            .filter(delivery -> posts.get(tx, delivery.post()).state() == PostState.LIVE)
            .isPresent();
    return live ? "not_joined" : "not_live";
  }

  private static String code(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
