package io.herald.chat;

import io.herald.campaign.Priorities;
import io.herald.post.Content;
import io.herald.post.Post;
import io.herald.post.PostState;
import io.herald.post.Posts;
import io.herald.review.Reviews;
import io.herald.store.Tx;
import io.herald.words.Text;
import io.herald.words.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What is on its way to going live, as a lead sees it: what is due, what is held, what waits. */
final class Pipeline {
  /** More than this is on its way nowhere; the rest shows as these go out. */
  private static final int MOST = 200;

  private static final Comparator<Post> NEXT_FIRST =
      Comparator.comparingInt(Pipeline::rank)
          .thenComparing(post -> post.publishAt() == null ? Instant.MAX : post.publishAt());

  private final Posts posts;
  private final Reviews reviews;
  private final Names names;
  private final Priorities priorities;

  Pipeline(Posts posts, Reviews reviews, Names names, Priorities priorities) {
    this.posts = posts;
    this.reviews = reviews;
    this.names = names;
    this.priorities = priorities;
  }

  Page<Post> page(Tx tx, int skip, int size) {
    List<Post> all = posts.pipeline(tx, 0, MOST).stream().sorted(NEXT_FIRST).toList();
    return Page.of(skip, size, (from, most) -> all.stream().skip(from).limit(most).toList());
  }

  private static int rank(Post post) {
    return post.state() == PostState.IN_REVIEW ? 2 : post.held() ? 1 : 0;
  }

  Part draw(Tx tx, Post post) {
    Content content = posts.newest(tx, post).content();
    Optional<Priorities.Priority> priority = priorities.of(tx, post.id());
    Text text =
        Text.strong(content.headline())
            .then("\n")
            .then(status(tx, post))
            .then("\n")
            .then(
                Words.text(
                    "pipeline.entry",
                    names.at(tx, post.author()),
                    names.topics(tx, content.topics())));
    if (priority.isPresent()) {
      text =
          text.then("\n")
              .then(
                  Words.text(
                      "priority.by",
                      Text.strong(names.at(tx, priority.get().member())),
                      priority.get().reason()));
    }
    return new Part.Entry(
        text,
        null,
        choices(post, content, priority.isPresent()).stream()
            .map(c -> c.spoken(Words.say("list.spoken", c.label(), content.headline())))
            .toList());
  }

  private Text status(Tx tx, Post post) {
    if (post.state() == PostState.IN_REVIEW) {
      Instant since =
          reviews.newest(tx, post.id()).map(review -> review.openedAt()).orElse(post.changedAt());
      return Words.text(post.held() ? "pipeline.in_review_held" : "pipeline.in_review", since);
    }
    return post.held() || post.publishAt() == null
        ? Words.text("review.held")
        : Words.text("pipeline.goes_live", post.publishAt());
  }

  private static List<Choice> choices(Post post, Content content, boolean priority) {
    var choices = new ArrayList<Choice>();
    boolean approved = post.state() == PostState.APPROVED;
    if (approved && (post.held() || waitsForItsTime(post, content))) {
      choices.add(Choice.main(Words.say("review.publish_now"), new Intent.PublishNow(post.id())));
    }
    if (!post.held()) {
      choices.add(Choice.of(Words.say("review.hold"), new Intent.Hold(post.id())));
    }
    if (post.live() == null) {
      choices.add(
          priority
              ? Choice.of(Words.say("priority.none"), new Intent.NoPriority(post.id()))
              : Choice.of(Words.say("priority.make"), new Intent.AskForPriority(post.id())));
    }
    choices.add(
        Choice.of(Words.say("review.read_all"), new Intent.ReadAll(post.id(), post.newest())));
    if (approved) {
      choices.add(Choice.danger(Words.say("withdraw"), new Intent.AskToWithdraw(post.id())));
    }
    return choices;
  }

  /** Within the grace time there is nothing to hurry: it goes by itself. */
  private static boolean waitsForItsTime(Post post, Content content) {
    return content.from() != null && content.from().equals(post.publishAt());
  }
}
