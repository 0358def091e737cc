package io.herald.members;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * One card with the posts of a day or a week instead of a card for each.
 *
 * @param day of a weekly one
 * @param at by the clock on the member's wall
 */
public record Digest(Rhythm rhythm, DayOfWeek day, LocalTime at) {
  /** How often. */
  public enum Rhythm {
    NONE,
    DAILY,
    WEEKLY
  }

  /** A card for each post. */
  public static final Digest NONE = new Digest(Rhythm.NONE, DayOfWeek.MONDAY, LocalTime.of(9, 0));

  /** For what is left of one that was given up. */
  static final Digest EVERY_DAY = new Digest(Rhythm.DAILY, DayOfWeek.MONDAY, LocalTime.of(9, 0));

  public boolean chosen() {
    return rhythm != Rhythm.NONE;
  }

  /** When the next one is due, after a moment. */
  public Instant next(Instant after, ZoneId zone) {
    Instant next = WallClock.next(after, zone, at);
    while (rhythm == Rhythm.WEEKLY && LocalDate.ofInstant(next, zone).getDayOfWeek() != day) {
      next = WallClock.next(next, zone, at);
    }
    return next;
  }
}
