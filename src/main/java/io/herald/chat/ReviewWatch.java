package io.herald.chat;

import io.herald.members.Role;
import io.herald.review.Deciders;
import io.herald.review.Review;
import io.herald.review.Reviews;
import io.herald.store.Tx;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Watches the open rounds while it changes who may decide them. */
final class ReviewWatch {
  private static final int MOST = 200;

  private final Reviews reviews;
  private final Deciders deciders;
  private final CardBook cards;
  private final Homes homes;

  ReviewWatch(Reviews reviews, Deciders deciders, CardBook cards, Homes homes) {
    this.reviews = reviews;
    this.deciders = deciders;
    this.cards = cards;
    this.homes = homes;
  }

  /** The rounds that wait for somebody, as many as are ever looked at together. */
  List<Review> open(Tx tx) {
    return reviews.open(tx, 0, MOST);
  }

  /**
   * Makes a change of who may decide. The cards of the open rounds are drawn anew; where the change
   * leaves nobody for a round, the admins hear of it.
   */
  void around(Tx tx, Runnable change) {
    Set<Long> decidable = new HashSet<>();
    for (Review review : open(tx)) {
      if (decidable(tx, review)) {
        decidable.add(review.id());
      }
    }
    change.run();
    for (Review review : open(tx)) {
      if (decidable.contains(review.id()) && !decidable(tx, review)) {
        reviews.tellIfNobodyIsLeft(tx, review);
      }
      cards.refresh(tx, CardKind.REVIEW, review.id());
    }
    homes.refresh(tx, Role.APPROVER);
  }

  private boolean decidable(Tx tx, Review review) {
    return review.current().filter(s -> !deciders.able(tx, review, s).isEmpty()).isPresent();
  }
}
