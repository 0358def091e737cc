package io.herald.chat;

import io.herald.review.Review;
import io.herald.store.Tx;
import java.util.List;

/** Puts open rounds of review into the channel that a workspace chose for approvals. */
interface ApprovalCards {
  void cardsFor(Tx tx, long workspace, List<Review> open);
}
