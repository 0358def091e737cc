package io.herald.chat;

import io.herald.network.Network;
import io.herald.policy.Disclosure;
import io.herald.policy.DisclosureRules;
import io.herald.post.Content;
import io.herald.post.Post;
import io.herald.post.Posts;
import io.herald.review.Reviews;
import io.herald.store.Tx;
import java.util.ArrayList;
import java.util.List;

/** The cards that look different once something else is disclosed. */
final class DisclosureCards {
  /** Older posts are shared from the feed, which is drawn when somebody asks for it. */
  private static final int POSTS = 100;

  private static final int ROUNDS = 200;

  private final Posts posts;
  private final Reviews reviews;
  private final CardBook cards;
  private final Homes homes;

  DisclosureCards(Posts posts, Reviews reviews, CardBook cards, Homes homes) {
    this.posts = posts;
    this.reviews = reviews;
    this.cards = cards;
    this.homes = homes;
  }

  /**
   * Has the cards drawn anew on which something else stands now: those of live posts in the
   * background, at the platform's pace, and those of open rounds at once.
   */
  void changed(Tx tx, DisclosureRules before, DisclosureRules now) {
    for (Post post : posts.live(tx, 0, POSTS)) {
      Content content = posts.shown(tx, post).content();
      if (!said(before, content).equals(said(now, content))) {
        Redraws.want(tx, post.id(), posts.now());
      }
    }
    reviews.open(tx, 0, ROUNDS).forEach(review -> cards.refresh(tx, CardKind.REVIEW, review.id()));
    homes.refreshMembers(tx);
  }

  /** What stands beside a post's words on the networks that have a button on its card. */
  private static List<Disclosure> said(DisclosureRules rules, Content content) {
    var all = new ArrayList<Disclosure>();
    for (Network network : ShareButtons.ON_CARD) {
      for (String words : content.wordingsFor(network)) {
        all.add(rules.of(network, content.topics(), words));
      }
    }
    return all;
  }
}
