package io.herald.review;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that happened to a round, as its thread tells it. */
public record Event(
    long id,
    long review,
    Instant at,
    Kind kind,
    @Nullable Long member,
    @Nullable String stage,
    @Nullable String reason) {

  /** What can happen to a round. */
  public enum Kind {
    OPENED,
    APPROVED,
    UNDONE,
    /** An approval ended because whoever gave it turned out to be somebody who may not decide. */
    VOIDED,
    /** What checks block was let through, for a reason. */
    OVERRIDDEN,
    /** An approval ended because rules forbid now what nobody may let through. */
    FORBIDDEN,
    /** An approval ended because rules block now what an approver may let through. */
    STOPPED,
    CHANGES_REQUESTED,
    REJECTED,
    TAKEN_BACK,
    SUPERSEDED,
    HELD,
    RELEASED,
    PUBLISHED,
    IMAGE_REFUSED,
    NOBODY_LEFT,
    /** Its card could not be put into the channel for approvals, and never will be. */
    CHANNEL_GONE,
    REMINDED,
    REMINDED_DECIDERS,
    REMINDED_ADMINS,
    WITHDRAWN
  }
}
