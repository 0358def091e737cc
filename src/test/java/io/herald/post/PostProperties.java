package io.herald.post;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.words.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What holds of a post whatever is done to it, in whatever order. */
class PostProperties {
  private static final Duration GRACE = Duration.ofSeconds(30);

  @Test
  void a_post_is_never_published_without_an_approval_of_its_newest_revision() {
    long seed = System.nanoTime();
    System.out.println("PostProperties seed " + seed);
    var random = new Random(seed);
    for (int round = 0; round < 2_000; round++) {
      walk(random);
    }
  }

  private static void walk(Random random) {
    Instant now = Instant.parse("2026-01-01T00:00:00Z");
    Post post =
        new Post(1, 1, PostState.DRAFT, 0, null, false, null, null, null, now, now, null, null);
    int approved = 0;
    for (int step = 0; step < 30; step++) {
      now = now.plusSeconds(random.nextInt(60));
      Instant at = now;
      int before = post.newest();
      int choice = random.nextInt(9);
      @Nullable Post next = attempt(post, step(choice, at));
      if (next == null) {
        continue;
      }
      if (choice == 1) {
        approved = next.newest();
      }
      if (choice == 3) {
        assertThat(next.live()).as("what is live was approved").isEqualTo(approved);
        assertThat(post.publishAt()).as("it was due").isNotNull();
      }
      assertThat(next.newest()).isGreaterThanOrEqualTo(before);
      if (next.live() != null) {
        assertThat(next.state()).isIn(PostState.LIVE, PostState.EXPIRED, PostState.WITHDRAWN);
      }
      if (next.publishAt() != null) {
        assertThat(next.newest()).as("what waits was approved").isEqualTo(approved);
      }
      post = next;
    }
  }

  private static UnaryOperator<Post> step(int choice, Instant at) {
    List<UnaryOperator<Post>> steps =
        List.of(
            p -> p.submitted(p.newest() + 1, at),
            p -> p.approved(GRACE, null, at),
            p -> p.approvalUndone(at),
            p -> p.published(null, at),
            p -> p.changesRequested(at),
            p -> p.rejected(at),
            p -> p.takenBack(at),
            p -> p.held(at),
            p -> p.withdrawn("Because", null, at));
    return steps.get(choice);
  }

  private static @Nullable Post attempt(Post post, UnaryOperator<Post> step) {
    try {
      return step.apply(post);
    } catch (Refusal | IllegalStateException refused) {
      return null;
    }
  }
}
