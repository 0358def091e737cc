package io.herald.campaign;

/** How far a campaign came. */
public enum CampaignState {
  /** It can be changed, and nothing was sent. */
  DRAFT,
  /** A few people have it; everything is as it will be sent to the rest. */
  CANARY,
  RUNNING,
  PAUSED,
  /** Its time is over, or all of it was sent. */
  ENDED,
  /** A lead ended it. */
  CANCELLED;

  /** Whether it can still be sent or stopped. */
  public boolean open() {
    return this != ENDED && this != CANCELLED;
  }

  /** Whether something of it went out, and more may. */
  public boolean begun() {
    return this == CANARY || this == RUNNING || this == PAUSED;
  }
}
