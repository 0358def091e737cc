package io.herald.records.export;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An export that somebody asked for.
 *
 * @param member who asked; none at the command line
 * @param person of whom shares and wordings are shown, if a reason was given
 * @param reached how many entries were read
 * @param entries of how many; when it is ready, how many it proves
 * @param shown how many it shows
 * @param address where it is fetched, wrapped
 */
public record Export(
    long id,
    @Nullable Long member,
    Instant askedAt,
    @Nullable Instant timeFrom,
    @Nullable Instant timeTo,
    @Nullable Long person,
    @Nullable Long campaign,
    @Nullable String words,
    @Nullable String reason,
    State state,
    long reached,
    long entries,
    long shown,
    @Nullable String address,
    @Nullable Instant readyAt) {
  /** How long it can be fetched. */
  static final Duration VALID = Duration.ofHours(1);

  /** How far it is. */
  public enum State {
    /** It waits, or is being written. */
    ASKED,
    READY,
    /** It was fetched. */
    TAKEN,
    /** It cannot be made in chat: it is too large. */
    TOO_LARGE
  }

  /** Whether it can still be fetched at a time. */
  public boolean waits(Instant now) {
    return state == State.READY && readyAt != null && now.isBefore(readyAt.plus(VALID));
  }
}
