package io.herald.members;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/** What the clock on a wall shows, which is put forward and back. */
final class WallClock {
  private WallClock() {}

  /**
   * When it next shows a time of day, after a moment. A time that it skips counts as shown then.
   */
  static Instant next(Instant after, ZoneId zone, LocalTime time) {
    LocalDateTime day = LocalDateTime.ofInstant(after, zone).with(time).minusDays(1);
    while (true) {
      for (Instant shown : shown(day, zone)) {
        if (shown.isAfter(after)) {
          return shown;
        }
      }
      day = day.plusDays(1);
    }
  }

  /** Once as a rule; twice where the clock is put back; at the jump where it is put forward. */
  private static List<Instant> shown(LocalDateTime time, ZoneId zone) {
    var offsets = zone.getRules().getValidOffsets(time);
    return offsets.isEmpty()
        ? List.of(zone.getRules().getTransition(time).getInstant())
        : offsets.stream().map(time::toInstant).sorted().toList();
  }
}
