package io.herald.campaign;

import io.herald.words.Refusal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One push of a post to an audience.
 *
 * @param revision which revision it pushed; none where that was not written down yet
 * @param members how many deliveries it has
 */
public record Broadcast(
    long id,
    long post,
    BroadcastState state,
    @Nullable Integer revision,
    int members,
    Instant startedAt,
    @Nullable Instant changedAt,
    @Nullable Instant endedAt) {

  /** Nothing more leaves until it is resumed. */
  Broadcast paused(Instant at) {
    must(BroadcastState.RUNNING, "refusal.broadcast_not_running");
    return with(BroadcastState.PAUSED, at, null);
  }

  Broadcast resumed(Instant at) {
    must(BroadcastState.PAUSED, "refusal.broadcast_not_paused");
    return with(BroadcastState.RUNNING, at, null);
  }

  /** What was not begun never leaves. */
  Broadcast cancelled(Instant at) {
    if (!state.open()) {
      throw new Refusal("refusal.broadcast_over");
    }
    return with(BroadcastState.CANCELLED, at, at);
  }

  private void must(BroadcastState expected, String refusal) {
    if (state != expected) {
      throw new Refusal(state.open() ? refusal : "refusal.broadcast_over");
    }
  }

  private Broadcast with(BroadcastState to, Instant at, @Nullable Instant end) {
    return new Broadcast(id, post, to, revision, members, startedAt, at, end);
  }
}
