package io.herald.chat;

import io.herald.post.Post;
import io.herald.post.Posts;
import io.herald.review.Event;
import io.herald.review.Reviews;
import io.herald.store.Tx;
import io.herald.words.Words;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The last look at what was approved, before it goes live: rules may have come into force since,
 * and the look through everything that follows from it may not have come so far.
 */
final class LastLook {
  /** The most of somebody's words that is repeated, and the most findings that are told. */
  private static final int QUOTED = 80;

  private static final int TOLD = 8;

  private final DraftChecks checks;
  private final Posts posts;
  private final Reviews reviews;

  LastLook(DraftChecks checks, Posts posts, Reviews reviews) {
    this.checks = checks;
    this.posts = posts;
    this.reviews = reviews;
  }

  /**
   * Whether something in the newest revision of an approved post blocks, and nobody let it through.
   * Then its approval counts no more, and it waits to be decided on again; held stays held.
   */
  boolean stops(Tx tx, Post post) {
    List<DraftChecks.Found> held =
        checks.look(tx, posts.newest(tx, post)).stream().filter(DraftChecks.Found::holds).toList();
    if (held.isEmpty()) {
      return false;
    }
    boolean firm = held.stream().anyMatch(found -> found.finding().firm());
    reviews.stop(tx, post.id(), firm ? Event.Kind.FORBIDDEN : Event.Kind.STOPPED, why(held));
    return true;
  }

  private static String why(List<DraftChecks.Found> held) {
    return held.stream()
        .map(DraftChecks.Found::finding)
        .map(f -> Words.say("recheck.found", f.name(), Shorten.with(f.words(), QUOTED)))
        .distinct()
        .limit(TOLD)
        .collect(Collectors.joining("\n"));
  }
}
