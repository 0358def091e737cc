package io.herald.campaign;

/**
 * What of some pushes has not ended.
 *
 * @param due how many go as fast as the platform allows
 * @param later what waits for the end of quiet hours, or for digests
 * @param home how many never go, because their push was cancelled or their post withdrawn
 */
public record Outstanding(long due, Later later, long home) {
  /** How many still go, now or later. */
  public long toGo() {
    return due + later.number();
  }
}
