package io.herald.chat;

import io.herald.campaign.Broadcasts;
import io.herald.members.People;
import io.herald.members.Person;
import io.herald.members.Role;
import io.herald.post.Post;
import io.herald.post.PostState;
import io.herald.post.Posts;
import io.herald.review.Event;
import io.herald.review.Outcome;
import io.herald.review.Reviews;
import io.herald.share.Shares;
import io.herald.store.Tx;
import io.herald.words.Refusal;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a post does after its review, and the cards that follow it. */
final class PostMoves {
  private final Posts posts;
  private final Reviews reviews;
  private final LastLook lastLook;
  private final Broadcasts broadcasts;
  private final People people;
  private final Shares shares;
  private final CardBook cards;
  private final Homes homes;

  PostMoves(
      Posts posts,
      Reviews reviews,
      LastLook lastLook,
      Broadcasts broadcasts,
      People people,
      Shares shares,
      CardBook cards,
      Homes homes) {
    this.posts = posts;
    this.reviews = reviews;
    this.lastLook = lastLook;
    this.broadcasts = broadcasts;
    this.people = people;
    this.shares = shares;
    this.cards = cards;
    this.homes = homes;
  }

  static PostMoves of(Features f, Reviews reviews, LastLook lastLook, CardBook cards, Homes homes) {
    return new PostMoves(
        f.posts(), reviews, lastLook, f.broadcasts(), f.people(), f.shares(), cards, homes);
  }

  /**
   * The newest revision goes live, if it is still due and the rules in force let it; the first time
   * it is pushed.
   */
  void publish(Tx tx, long id) {
    Post post = posts.lock(tx, id);
    boolean due =
        post.publishAt() != null
            && !post.publishAt().isAfter(posts.now())
            && !post.held()
            && (post.state() == PostState.APPROVED || post.state().published());
    if (!due || lastLook.stops(tx, post)) {
      return;
    }
    Post live = post.published(posts.newest(tx, post).content().until(), posts.now());
    posts.store(tx, live, null, "published");
    if (post.live() == null) {
      broadcasts.start(tx, live);
    } else {
      cards.refreshDelivered(tx, id);
    }
    reviews.note(tx, id, Event.Kind.PUBLISHED, null, null);
    homes.refreshMembers(tx);
  }

  /** Sharing ends; what the public holds goes on working. */
  void expire(Tx tx, long id) {
    Post post = posts.lock(tx, id);
    if (post.state() == PostState.LIVE
        && post.expiresAt() != null
        && !post.expiresAt().isAfter(posts.now())) {
      posts.store(tx, post.expired(posts.now()), null, "expired");
      cards.refreshDelivered(tx, id);
      cards.refresh(tx, CardKind.AUTHOR, id);
      homes.refreshMembers(tx);
    }
  }

  /** Kept for a campaign. */
  void hold(Tx tx, long id, long actor) {
    Post post = posts.lock(tx, id);
    posts.store(tx, post.held(posts.now()), actor, "held");
    reviews.note(tx, id, Event.Kind.HELD, actor, null);
  }

  /**
   * An approved post goes as soon as its approval cannot be undone any more. Says whether it does:
   * rules in force may stop it.
   */
  boolean release(Tx tx, long id, long actor) {
    Post post = posts.lock(tx, id);
    Post released = post.released(reviews.graceOver(tx, id), posts.now());
    if (lastLook.stops(tx, post)) {
      return false;
    }
    posts.store(tx, released, actor, "released");
    reviews.note(tx, id, Event.Kind.RELEASED, actor, null);
    publish(tx, id);
    return true;
  }

  /** Whether rules in force keep an approved post from going live; then it is decided on again. */
  boolean stops(Tx tx, long id) {
    Post post = posts.lock(tx, id);
    return post.state() == PostState.APPROVED && lastLook.stops(tx, post);
  }

  /**
   * A campaign takes a post that nothing {@link #stops}: it goes live, within the campaign's frame,
   * and is pushed as the campaign says. One that is live already is pushed all the same.
   *
   * @param over when the campaign is over
   * @param whole whether the post's sharing ends then too, however long it has by itself
   */
  void take(
      Tx tx, long id, @Nullable Long actor, Instant over, boolean whole, Consumer<Post> push) {
    Post post = posts.lock(tx, id);
    if (post.state() != PostState.LIVE) {
      Instant until = posts.newest(tx, post).content().until();
      Post live =
          post.released(reviews.graceOver(tx, id), posts.now())
              .published(until == null || until.isAfter(over) ? over : until, posts.now());
      posts.store(tx, live, actor, "published");
      reviews.note(tx, id, Event.Kind.PUBLISHED, null, null);
      homes.refreshMembers(tx);
      push.accept(live);
      return;
    }
    if (whole && (post.expiresAt() == null || post.expiresAt().isAfter(over))) {
      post = post.endingAt(over, posts.now());
      posts.store(tx, post, actor, "shortened");
    }
    push.accept(post);
  }

  /** A post that is still to come goes past caps and digests, for a reason that everybody reads. */
  void prioritise(Tx tx, long id, long actor, String why) {
    mustBeToCome(tx, id);
    if (broadcasts.priorities().justify(tx, id, actor, why)) {
      priorityChanged(tx, id);
    }
  }

  /** A post that is still to come is one like any other again. */
  void noPriority(Tx tx, long id, long actor) {
    mustBeToCome(tx, id);
    if (broadcasts.priorities().takeBack(tx, id, actor)) {
      priorityChanged(tx, id);
    }
  }

  private void mustBeToCome(Tx tx, long id) {
    Post post = posts.lock(tx, id);
    if (post.state() != PostState.IN_REVIEW && post.state() != PostState.APPROVED) {
      throw new Refusal("refusal.priority_too_late");
    }
  }

  private void priorityChanged(Tx tx, long id) {
    reviews.ofPost(tx, id).forEach(review -> cards.refresh(tx, CardKind.REVIEW, review));
    homes.refresh(tx, Role.LEAD);
    homes.refresh(tx, Role.ADMIN);
  }

  /** Recalls a post: what waits ends, what was delivered is edited, those who shared are told. */
  void withdraw(Tx tx, long id, long actor, String why, @Nullable String elsewhere) {
    Post post = posts.lock(tx, id);
    posts.store(tx, post.withdrawn(why, elsewhere, posts.now()), actor, "withdrawn");
    broadcasts.cancelPost(tx, id, actor);
    if (!reviews.close(tx, id, Outcome.WITHDRAWN, Event.Kind.WITHDRAWN, actor)) {
      reviews.note(tx, id, Event.Kind.WITHDRAWN, actor, why);
    }
    cards.refreshDelivered(tx, id);
    for (long member : shares.sharers(tx, id)) {
      Person person = people.member(tx, member);
      cards.want(tx, CardKind.RECALL, id, person);
    }
    if (post.live() != null) {
      cards.want(tx, CardKind.EXPOSURE, id, people.member(tx, actor));
    }
    homes.refreshMembers(tx);
    homes.refresh(tx, Role.LEAD);
  }
}
