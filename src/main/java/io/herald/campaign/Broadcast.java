package io.herald.campaign;

import io.herald.words.Refusal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One push of a post to an audience.
 *
 * @param revision which revision it pushed; none where that was not written down yet
 * @param members how many deliveries it has
 * @param campaign whose push it is; none where the post went out by itself
 * @param why what the platform said, where it was paused because of that
 */
public record Broadcast(
    long id,
    long post,
    BroadcastState state,
    @Nullable Integer revision,
    int members,
    @Nullable Long campaign,
    @Nullable String why,
    Instant startedAt,
    @Nullable Instant changedAt,
    @Nullable Instant endedAt) {

  /** Nothing more leaves until it is resumed. */
  Broadcast paused(Instant at, @Nullable String why) {
    must(BroadcastState.RUNNING, "refusal.broadcast_not_running");
    return with(BroadcastState.PAUSED, why, at, null);
  }

  Broadcast resumed(Instant at) {
    must(BroadcastState.PAUSED, "refusal.broadcast_not_paused");
    return with(BroadcastState.RUNNING, null, at, null);
  }

  /** Some of it goes again; what was cancelled never does. */
  Broadcast again(Instant at) {
    if (state == BroadcastState.CANCELLED) {
      throw new Refusal("refusal.broadcast_over");
    }
    return state == BroadcastState.DONE ? with(BroadcastState.RUNNING, null, at, null) : this;
  }

  /** What was not begun never leaves. */
  Broadcast cancelled(Instant at) {
    if (!state.open()) {
      throw new Refusal("refusal.broadcast_over");
    }
    return with(BroadcastState.CANCELLED, null, at, at);
  }

  private void must(BroadcastState expected, String refusal) {
    if (state != expected) {
      throw new Refusal(state.open() ? refusal : "refusal.broadcast_over");
    }
  }

  private Broadcast with(
      BroadcastState to, @Nullable String reason, Instant at, @Nullable Instant end) {
    return new Broadcast(id, post, to, revision, members, campaign, reason, startedAt, at, end);
  }
}
