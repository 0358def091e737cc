package io.herald.chat;

import io.herald.post.Post;
import io.herald.post.PostState;
import io.herald.post.Posts;
import io.herald.post.Revision;
import io.herald.review.Decision;
import io.herald.review.Outcome;
import io.herald.review.Review;
import io.herald.review.Reviews;
import io.herald.store.Tx;
import io.herald.words.Text;
import io.herald.words.Words;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where a draft stands, in its author's direct messages; it follows every change. */
final class AuthorCard {
  private final Posts posts;
  private final Reviews reviews;
  private final DraftChecks checks;
  private final Names names;

  AuthorCard(Posts posts, Reviews reviews, DraftChecks checks, Names names) {
    this.posts = posts;
    this.reviews = reviews;
    this.checks = checks;
    this.names = names;
  }

  Card draw(Tx tx, Post post) {
    Revision revision = posts.newest(tx, post);
    Optional<Review> review = reviews.newest(tx, post.id());
    Text status = status(tx, post, review);
    var parts = new ArrayList<Part>();
    parts.add(new Part.Heading(revision.content().headline()));
    parts.add(new Part.Lead(status));
    parts.add(new Part.Body(Shorten.with(revision.content().words(), 600)));
    if (posts.imageRefused(tx, post.id(), revision.number())) {
      parts.add(new Part.Findings(List.of(Words.text("author.image_refused"))));
    }
    if (post.state() == PostState.DRAFT || post.state() == PostState.IN_REVIEW) {
      findings(tx, revision).ifPresent(parts::add);
    }
    List<Choice> choices = choices(post, review);
    if (!choices.isEmpty()) {
      parts.add(new Part.Choices(choices));
    }
    parts.add(
        new Part.Footnote(
            Words.text(
                "author.footnote",
                names.topics(tx, revision.content().topics()),
                revision.number())));
    return new Card(
        Words.say("author.summary", revision.content().headline(), status.plain(ZoneOffset.UTC)),
        parts);
  }

  /** What the author could mend while it is not decided on. */
  private Optional<Part> findings(Tx tx, Revision revision) {
    List<Text> all =
        DraftChecks.once(checks.look(tx, revision)).stream()
            .map(found -> FindingWords.onReview(tx, found, names))
            .toList();
    return all.isEmpty()
        ? Optional.empty()
        : Optional.of(new Part.Findings(FindingWords.some(all)));
  }

  /** How it came to be what it is, and what comes next. */
  Text status(Tx tx, Post post, Optional<Review> review) {
    if (post.state() == PostState.WITHDRAWN) {
      return Words.text("author.withdrawn", String.valueOf(post.withdrawnWhy()));
    }
    Optional<Outcome> outcome = review.map(Review::outcome);
    Optional<Decision> last = review.flatMap(Review::last);
    String by = last.map(d -> names.at(tx, d.member())).orElse("");
    String reason = last.map(Decision::reason).orElse("");
    Text text;
    if (outcome.isEmpty()) {
      int done = review.map(r -> r.current().orElse(0)).orElse(0);
      int all = review.map(r -> r.stages().size()).orElse(1);
      text =
          all == 1
              ? Words.text("author.in_review")
              : Words.text("author.in_review_stage", done + 1, all);
    } else {
      text =
          switch (outcome.get()) {
            case CHANGES_REQUESTED ->
                Words.text("author.changes_requested", Text.strong(by), reason);
            case REJECTED -> Words.text("author.rejected", Text.strong(by), reason);
            case TAKEN_BACK -> Words.text("author.taken_back");
            default -> approved(post, by);
          };
    }
    boolean pending = post.live() != null && post.hasNewer();
    return pending ? text.then(" ").then(Words.text("author.live_stays")) : text;
  }

  private static Text approved(Post post, String by) {
    if (post.held()) {
      return Words.text("author.held", Text.strong(by));
    }
    if (post.publishAt() != null) {
      return Words.text("author.goes_live", Text.strong(by), post.publishAt());
    }
    return post.state() == PostState.EXPIRED
        ? Words.text("author.expired")
        : Words.text("author.live", Text.strong(by));
  }

  /** What its author can do with it now. */
  static List<Choice> choices(Post post, Optional<Review> review) {
    var choices = new ArrayList<Choice>();
    boolean open = review.filter(Review::open).isPresent();
    boolean ended = post.state() == PostState.REJECTED || post.state() == PostState.WITHDRAWN;
    if (!ended) {
      Choice edit =
          Choice.of(
              Words.say(post.state() == PostState.DRAFT ? "author.edit" : "author.edit_live"),
              new Intent.EditDraft(post.id()));
      choices.add(
          post.state() == PostState.DRAFT ? Choice.main(edit.label(), edit.intent()) : edit);
    }
    if (open) {
      choices.add(Choice.of(Words.say("author.withdraw"), new Intent.WithdrawDraft(post.id())));
    }
    choices.add(
        Choice.of(Words.say("review.read_all"), new Intent.ReadAll(post.id(), post.newest())));
    return choices;
  }
}
