package io.herald.campaign;

/** Whether a broadcast goes on. */
public enum BroadcastState {
  RUNNING,
  PAUSED,
  /** Every delivery has ended. */
  DONE,
  /** What had not begun never will. */
  CANCELLED;

  /** Whether a person can still stop or go on with it. */
  public boolean open() {
    return this == RUNNING || this == PAUSED;
  }
}
