package io.herald.chat;

import io.herald.campaign.Broadcasts;
import io.herald.post.Post;
import io.herald.post.Posts;
import io.herald.store.Tx;

/** The cards that a member has in hand and that look different once something of theirs changed. */
final class MemberCards {
  /** Older posts have their buttons in the feed. */
  private static final int POSTS = 30;

  private final Posts posts;
  private final Broadcasts broadcasts;
  private final CardBook cards;
  private final Homes homes;

  MemberCards(Posts posts, Broadcasts broadcasts, CardBook cards, Homes homes) {
    this.posts = posts;
    this.broadcasts = broadcasts;
    this.cards = cards;
    this.homes = homes;
  }

  /** Has a member's cards of live posts, their digests and their Home drawn anew. */
  void refresh(Tx tx, long member) {
    for (Post post : posts.live(tx, 0, POSTS)) {
      broadcasts
          .deliveriesTo(tx, post.id(), member)
          .forEach(
              delivery ->
                  cards.about(tx, CardKind.POST, delivery.id()).stream()
                      .filter(CardRow::sent)
                      .forEach(card -> cards.refresh(tx, card.id())));
    }
    cards.refreshDigests(tx, member);
    homes.refresh(tx, member);
  }
}
