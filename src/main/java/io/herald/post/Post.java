package io.herald.post;

import static io.herald.post.PostState.APPROVED;
import static io.herald.post.PostState.DRAFT;
import static io.herald.post.PostState.EXPIRED;
import static io.herald.post.PostState.IN_REVIEW;
import static io.herald.post.PostState.LIVE;
import static io.herald.post.PostState.REJECTED;
import static io.herald.post.PostState.WITHDRAWN;

import io.herald.words.Refusal;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A post and the state it is in. Each change is a method that returns the next post or refuses.
 *
 * @param newest number of the newest revision, from 1
 * @param live the revision that is live or was last; none before the first push
 * @param held kept for a campaign: it is not pushed on its own
 * @param publishAt when the newest revision goes live; none while it waits for a decision
 * @param expiresAt when sharing ends
 * @param redirect where the public is led after a withdrawal, instead of a plain page
 */
public record Post(
    long id,
    long author,
    PostState state,
    int newest,
    @Nullable Integer live,
    boolean held,
    @Nullable Instant publishAt,
    @Nullable Instant liveAt,
    @Nullable Instant expiresAt,
    Instant createdAt,
    Instant changedAt,
    @Nullable String withdrawnWhy,
    @Nullable String redirect) {

  /** How long a post can be shared when its author named no end. */
  public static final Duration SHARE_WINDOW = Duration.ofDays(30);

  /** Whether a revision newer than the live one exists. */
  public boolean hasNewer() {
    return live == null || newest > live;
  }

  /** A new revision goes to review. What is live stays live; what only waited goes back. */
  public Post submitted(int revision, Instant at) {
    if (state == REJECTED || state == WITHDRAWN) {
      throw new Refusal("refusal.ended." + state.name().toLowerCase(java.util.Locale.ROOT));
    }
    if (revision != newest && revision != newest + 1) {
      throw new Refusal("refusal.older_version");
    }
    return next(state.published() ? state : IN_REVIEW, revision, null, at);
  }

  /** What is in review is taken back by its author. */
  public Post takenBack(Instant at) {
    return next(afterReview(DRAFT), newest, null, at);
  }

  public Post changesRequested(Instant at) {
    return next(afterReview(DRAFT), newest, null, at);
  }

  public Post rejected(Instant at) {
    return next(afterReview(REJECTED), newest, null, at);
  }

  /** All stages said yes: it goes live after the grace time, not before {@code from}. */
  public Post approved(Duration grace, @Nullable Instant from, Instant at) {
    Instant earliest = at.plus(grace);
    Instant when = from != null && from.isAfter(earliest) ? from : earliest;
    return next(afterReview(APPROVED), newest, when, at);
  }

  /** The approval is taken back before anything left. */
  public Post approvalUndone(Instant at) {
    if (publishAt == null) {
      throw new Refusal("refusal.too_late_to_undo");
    }
    return next(state == APPROVED ? IN_REVIEW : state, newest, null, at);
  }

  /** The newest revision goes live. */
  public Post published(@Nullable Instant until, Instant at) {
    if (publishAt == null || !(state == APPROVED || state.published())) {
      throw new IllegalStateException("post " + id + " is not due");
    }
    boolean first = live == null;
    Instant since = first || liveAt == null ? at : liveAt;
    return new Post(
        id,
        author,
        LIVE,
        newest,
        newest,
        false,
        null,
        since,
        until == null ? since.plus(SHARE_WINDOW) : until,
        createdAt,
        at,
        null,
        null);
  }

  /** Sharing ends earlier than it would. */
  public Post endingAt(Instant end, Instant at) {
    return new Post(
        id,
        author,
        state,
        newest,
        live,
        held,
        publishAt,
        liveAt,
        end,
        createdAt,
        at,
        withdrawnWhy,
        redirect);
  }

  public Post expired(Instant at) {
    return next(EXPIRED, newest, publishAt, at);
  }

  /** Kept for a campaign, in review or approved, before it was pushed. */
  public Post held(Instant at) {
    if (live != null || !(state == IN_REVIEW || state == APPROVED)) {
      throw new Refusal("refusal.cannot_hold");
    }
    return with(true, publishAt, at);
  }

  /**
   * A lead lets an approved post go now, whatever it was held or waits for, but never before the
   * approval can no longer be undone.
   *
   * @param graceOver when that is
   */
  public Post released(Instant graceOver, Instant at) {
    if (state != APPROVED) {
      throw new Refusal("refusal.cannot_publish");
    }
    return with(false, graceOver.isAfter(at) ? graceOver : at, at);
  }

  /** Recalled: it can be shared no more, and the public is told or led elsewhere. */
  public Post withdrawn(String why, @Nullable String elsewhere, Instant at) {
    if (state != APPROVED && !state.published()) {
      throw new Refusal("refusal.cannot_withdraw");
    }
    return new Post(
        id, author, WITHDRAWN, newest, live, held, null, liveAt, expiresAt, createdAt, at, why,
        elsewhere);
  }

  private PostState afterReview(PostState target) {
    if (state != IN_REVIEW && !state.published()) {
      throw new Refusal("refusal.not_in_review");
    }
    return state.published() ? state : target;
  }

  private Post next(PostState to, int revision, @Nullable Instant when, Instant at) {
    return new Post(
        id,
        author,
        to,
        revision,
        live,
        held,
        when,
        liveAt,
        expiresAt,
        createdAt,
        at,
        withdrawnWhy,
        redirect);
  }

  private Post with(boolean hold, @Nullable Instant when, Instant at) {
    return new Post(
        id,
        author,
        state,
        newest,
        live,
        hold,
        when,
        liveAt,
        expiresAt,
        createdAt,
        at,
        withdrawnWhy,
        redirect);
  }
}
