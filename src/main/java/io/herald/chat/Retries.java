package io.herald.chat;

import io.herald.outbox.Work;
import java.time.Duration;

/** When work that failed is tried again, by the kind of its failure alone. */
final class Retries {
  private static final Duration LONGEST = Duration.ofMinutes(5);

  /** How often a workspace that takes nothing is tried. */
  static final Duration UNAUTHORISED = Duration.ofSeconds(30);

  private static final Duration NOT_TOLD = Duration.ofSeconds(30);

  private Retries() {}

  static Errand.Result of(Work work, PlatformFailure failure) {
    return switch (failure.kind()) {
      case RATE_LIMITED -> Errand.Result.later(waitOf(failure));
      case UNAUTHORISED -> Errand.Result.later(UNAUTHORISED);
      case FORBIDDEN -> Errand.Result.again(Duration.ofMinutes(1));
      case UNAVAILABLE, AMBIGUOUS -> Errand.Result.again(backoff(work));
      case GONE, REFUSED, BAD_IMAGE -> Errand.Result.done();
    };
  }

  /** How long a platform that refused a call for its pace wants to be left alone. */
  static Duration waitOf(PlatformFailure failure) {
    return failure.retryAfter() == null ? NOT_TOLD : failure.retryAfter();
  }

  /**
   * Twice as long each time. What failed together is spread over half as much again, so that it
   * does not come back together; how far is the work's own, for chance is not asked here.
   */
  static Duration backoff(Work work) {
    Duration wait = Duration.ofMillis(500L << Math.min(work.attempts(), 12));
    Duration within = wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    long spread = Math.floorMod((work.id() * 0x9E3779B97F4A7C15L) >>> 32, 1_000L);
    return within.plus(within.dividedBy(2).multipliedBy(spread).dividedBy(1_000));
  }
}
