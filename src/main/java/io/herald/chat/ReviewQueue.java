package io.herald.chat;

import io.herald.members.Role;
import io.herald.members.Roles;
import io.herald.post.Content;
import io.herald.post.Posts;
import io.herald.review.Deciders;
import io.herald.review.Review;
import io.herald.review.Reviews;
import io.herald.store.Tx;
import io.herald.words.Text;
import io.herald.words.Words;
import java.util.ArrayList;
import java.util.List;

/** The rounds of review that wait, oldest first, as one person sees them. */
final class ReviewQueue {
  /** So many open rounds are looked through for somebody whom a stage may name. */
  private static final int LOOKED_THROUGH = 100;

  private final Roles roles;
  private final Posts posts;
  private final Reviews reviews;
  private final Deciders deciders;
  private final Names names;

  ReviewQueue(Roles roles, Posts posts, Reviews reviews, Deciders deciders, Names names) {
    this.roles = roles;
    this.posts = posts;
    this.reviews = reviews;
    this.deciders = deciders;
    this.names = names;
  }

  /** An approver sees everything that waits; anybody else what a stage names them for. */
  Page<Review> page(Tx tx, long member, int skip, int size) {
    if (roles.holds(tx, member, Role.APPROVER)) {
      return Page.of(skip, size, (from, most) -> reviews.open(tx, from, most));
    }
    List<Review> theirs =
        reviews.open(tx, 0, LOOKED_THROUGH).stream()
            .filter(review -> maySay(tx, review, member))
            .toList();
    return Page.of(skip, size, (from, most) -> theirs.stream().skip(from).limit(most).toList());
  }

  Part draw(Tx tx, Review review, long member) {
    Content content = posts.revision(tx, review.post(), review.revision()).content();
    String headline = content.headline();
    int stage = review.current().orElse(0);
    Text text =
        Text.strong(headline)
            .then("\n")
            .then(
                Words.text(
                    "queue.entry",
                    names.at(tx, posts.get(tx, review.post()).author()),
                    names.topics(tx, content.topics()),
                    review.openedAt()));
    if (review.stages().size() > 1) {
      text =
          text.then(" · ")
              .then(
                  Words.text(
                      "queue.stage",
                      review.stages().get(stage),
                      stage + 1,
                      review.stages().size()));
    }
    var choices = new ArrayList<Choice>();
    if (maySay(tx, review, member)) {
      choices.add(Choice.main(Words.say("review.approve"), new Intent.Approve(review.id(), stage)));
      choices.add(
          Choice.of(
              Words.say("review.request_changes"), new Intent.AskForChanges(review.id(), stage)));
      choices.add(
          Choice.danger(Words.say("review.reject"), new Intent.AskToReject(review.id(), stage)));
    } else {
      text = text.then("\n").then(Words.text("queue.not_yours"));
    }
    choices.add(
        Choice.of(
            Words.say("review.read_all"), new Intent.ReadAll(review.post(), review.revision())));
    return new Part.Entry(
        text,
        null,
        choices.stream()
            .map(choice -> choice.spoken(Words.say("list.spoken", choice.label(), headline)))
            .toList());
  }

  private boolean maySay(Tx tx, Review review, long member) {
    return review.current().filter(s -> deciders.able(tx, review, s).contains(member)).isPresent();
  }
}
