package io.herald.review;

import io.herald.post.Posts;
import io.herald.settings.ReminderTimes;
import io.herald.store.Tx;
import java.time.Duration;
import java.time.Instant;

/**
 * Reminds of stages that wait: in the thread of the card, then each who may decide, then the
 * admins; each once for a stage of a round, and none after a decision.
 */
public final class Reminders {
  private static final int AT_ONCE = 50;

  private final Posts posts;
  private final Reviews reviews;
  private final ReminderTimes times;

  public Reminders(Posts posts, Reviews reviews, ReminderTimes times) {
    this.posts = posts;
    this.reviews = reviews;
    this.times = times;
  }

  /** Gives the reminders that are due. */
  public void remind(Tx tx) {
    tx.sql(NudgeSql.class)
        .due(before(times.thread()), before(times.deciders()), before(times.admins()), AT_ONCE)
        .forEach(review -> remind(tx, review));
  }

  private void remind(Tx tx, long id) {
    // Whoever decides holds the post as well, so none of both overtakes the other.
    posts.lock(tx, reviews.get(tx, id).post());
    Review review = reviews.get(tx, id);
    if (review.current().isEmpty()) {
      return;
    }
    Instant since = review.waitsSince();
    for (Nudge step : Nudge.values()) {
      if (!since.isAfter(before(after(step)))
          && tx.sql(NudgeSql.class).nudge(id, review.current().get(), step, posts.now()) > 0) {
        reviews.remind(tx, review, step.kind());
      }
    }
  }

  private Duration after(Nudge step) {
    return switch (step) {
      case THREAD -> times.thread();
      case DECIDERS -> times.deciders();
      case ADMINS -> times.admins();
    };
  }

  /** What waits since then is due; since the beginning of time nothing does. */
  private Instant before(Duration wait) {
    return wait.isZero() ? Instant.EPOCH : posts.now().minus(wait);
  }
}
