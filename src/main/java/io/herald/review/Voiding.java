package io.herald.review;

import io.herald.post.Post;
import io.herald.post.Posts;
import io.herald.records.Entry;
import io.herald.records.Records;
import io.herald.store.Tx;
import java.util.Optional;

/** Approvals that end although whoever gave them did not take them back. */
final class Voiding {
  private final Reviews reviews;
  private final Posts posts;
  private final Records records;

  Voiding(Reviews reviews, Posts posts, Records records) {
    this.reviews = reviews;
    this.posts = posts;
    this.records = records;
  }

  /** Those of a member who turned out to be an author, or to have decided another stage. */
  void ofPartners(Tx tx, long member) {
    var sql = tx.sql(ReviewSql.class);
    for (long id : sql.approvalsThatMayNot(member)) {
      Decision decision = sql.decision(id).orElseThrow();
      Post post = reviews.lockPostOf(tx, decision.review());
      Review review = reviews.get(tx, decision.review());
      sql.undo(id, posts.now());
      records.append(
          tx,
          Entry.of("decision_voided", null, "post/" + post.id())
              .with("decision", id)
              .with("of", "member/" + member));
      if (review.outcome() == Outcome.APPROVED) {
        reopen(tx, review, post);
      }
      reviews.tell(
          tx,
          reviews.get(tx, review.id()),
          Event.Kind.VOIDED,
          member,
          Reviews.stageName(review, decision.stage()),
          null);
    }
  }

  /** The last approval of a post that has not left, and must not. */
  void stop(Tx tx, long id, Event.Kind kind, String why) {
    Post post = posts.lock(tx, id);
    Optional<Review> approved =
        reviews
            .newest(tx, id)
            .filter(r -> r.outcome() == Outcome.APPROVED && r.revision() == post.newest());
    if (approved.isEmpty() || post.publishAt() == null) {
      return;
    }
    Review review = approved.get();
    Decision last = review.last().orElseThrow();
    tx.sql(ReviewSql.class).undo(last.id(), posts.now());
    records.append(
        tx,
        Entry.of("decision_voided", null, "post/" + id)
            .with("decision", last.id())
            .with("why", why));
    reopen(tx, review, post);
    reviews.tell(tx, reviews.get(tx, review.id()), kind, null, null, why);
  }

  private void reopen(Tx tx, Review review, Post post) {
    tx.sql(ReviewSql.class).close(review.id(), null, null);
    posts.store(tx, post.approvalUndone(posts.now()), null, "approval_voided");
  }
}
