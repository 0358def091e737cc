package io.herald.chat;

import io.herald.members.OrganisationSettings;
import io.herald.members.Person;
import io.herald.post.Post;
import io.herald.post.Posts;
import io.herald.review.Deciders;
import io.herald.review.Review;
import io.herald.review.Reviews;
import io.herald.share.Shares;
import io.herald.store.Tx;
import io.herald.words.Text;
import io.herald.words.Words;
import java.util.List;
import java.util.Optional;

/** What a member wrote and what they shared, for nobody's eyes but theirs. */
final class MineList {
  private final Posts posts;
  private final Reviews reviews;
  private final Deciders deciders;
  private final Shares shares;
  private final OrganisationSettings organisation;
  private final AuthorCard author;

  MineList(
      Posts posts,
      Reviews reviews,
      Deciders deciders,
      Shares shares,
      OrganisationSettings organisation,
      AuthorCard author) {
    this.posts = posts;
    this.reviews = reviews;
    this.deciders = deciders;
    this.shares = shares;
    this.organisation = organisation;
    this.author = author;
  }

  Page<Post> drafts(Tx tx, long member, int skip, int size) {
    return Page.of(skip, size, (from, most) -> posts.by(tx, member, from, most));
  }

  Page<Shares.Mine> shares(Tx tx, long member, int skip, int size) {
    return Page.of(skip, size, (from, most) -> shares.of(tx, member, from, most));
  }

  /** A draft, where it stands, and what its author can do next. */
  Part draft(Tx tx, Post post) {
    String headline = posts.newest(tx, post).content().headline();
    Optional<Review> review = reviews.newest(tx, post.id());
    Text status =
        review
            .filter(Review::open)
            .map(open -> waiting(tx, open))
            .orElseGet(() -> author.status(tx, post, review));
    return new Part.Entry(
        Text.strong(headline).then("\n").then(status),
        null,
        AuthorCard.choices(post, review).stream()
            .map(choice -> choice.spoken(Words.say("list.spoken", choice.label(), headline)))
            .toList());
  }

  private Text waiting(Tx tx, Review review) {
    return Words.text(
        "mine.in_review", review.openedAt(), deciders.who(tx, review, review.current().orElse(0)));
  }

  /** A share on one network, with its visits where they are counted. */
  Part share(Tx tx, Person person, Shares.Mine share) {
    String headline = posts.shown(tx, posts.get(tx, share.post())).content().headline();
    Text text =
        Words.text("mine.share", Text.strong(headline), share.network().label(), share.at());
    boolean counted = share.visits() > 0 || (person.tracking() && organisation.tracking(tx));
    return new Part.Entry(
        counted ? text.then(" · ").then(Words.count("visits", share.visits())) : text,
        null,
        List.of());
  }

  /** How much a member shared. */
  record Numbers(long posts, long shares, long visits) {}

  /** A member's own numbers. */
  Numbers numbers(Tx tx, long member) {
    List<Shares.Mine> all = shares.of(tx, member, 0, 1_000);
    return new Numbers(
        all.stream().map(Shares.Mine::post).distinct().count(),
        all.size(),
        all.stream().mapToLong(Shares.Mine::visits).sum());
  }
}
