package io.herald.members;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;

/**
 * The hours of a day in which a member is left alone, by the clock on their wall.
 *
 * @param from when it becomes quiet
 * @param to when it is over, on the next day where it stands before {@code from}; never equal to it
 */
public record QuietHours(LocalTime from, LocalTime to) {
  public QuietHours {
    if (from.equals(to)) {
      throw new IllegalArgumentException("quiet hours must begin and end at different times");
    }
  }

  /** Whether it is quiet at a time of day. */
  public boolean holds(LocalTime time) {
    boolean begun = !time.isBefore(from);
    boolean over = !time.isBefore(to);
    return from.isBefore(to) ? begun && !over : begun || !over;
  }

  /** The first moment that is not quiet, at a time or after it. */
  public Instant over(Instant at, ZoneId zone) {
    Instant moment = at;
    // A wall clock that is put forward or back can make it quiet twice, or skip the end.
    while (holds(LocalTime.ofInstant(moment, zone))) {
      moment = nextEnd(moment, zone);
    }
    return moment;
  }

  private Instant nextEnd(Instant moment, ZoneId zone) {
    Instant end = WallClock.next(moment, zone, to);
    ZoneOffsetTransition change = zone.getRules().nextTransition(moment);
    return change != null && change.getInstant().isBefore(end) ? change.getInstant() : end;
  }
}
