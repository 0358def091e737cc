package io.herald.members;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds of the rule in every zone, at every hour, whatever a clock on a wall does. */
class AttentionProperties {
  private static final List<String> ZONES =
      ZoneId.getAvailableZoneIds().stream()
          .filter(id -> !id.startsWith("System"))
          .sorted()
          .toList();

  private Random random = new Random(0);

  @BeforeEach
  void seed() {
    long seed = System.nanoTime();
    System.out.println("AttentionProperties seed " + seed);
    random = new Random(seed);
  }

  @Test
  void quiet_hours_end_at_the_first_moment_that_is_not_quiet() {
    for (int round = 0; round < 4_000; round++) {
      ZoneId zone = zone();
      QuietHours quiet = quiet();
      Instant at = moment(zone);
      String what = quiet + " in " + zone + " at " + at;

      Instant over = quiet.over(at, zone);

      assertThat(over).as(what).isAfterOrEqualTo(at);
      assertThat(quiet.holds(LocalTime.ofInstant(over, zone))).as(what).isFalse();
      for (Instant between : between(at, over)) {
        assertThat(quiet.holds(LocalTime.ofInstant(between, zone)))
            .as(what + ", quiet at " + between)
            .isTrue();
      }
    }
  }

  @Test
  void a_digest_comes_after_now_at_its_hour_and_day_and_none_is_left_out() {
    for (int round = 0; round < 4_000; round++) {
      ZoneId zone = zone();
      boolean weekly = random.nextBoolean();
      var digest =
          new Digest(
              weekly ? Digest.Rhythm.WEEKLY : Digest.Rhythm.DAILY,
              DayOfWeek.of(1 + random.nextInt(7)),
              LocalTime.of(random.nextInt(24), 30 * random.nextInt(2)));
      Instant now = moment(zone);
      String what = digest + " in " + zone + " at " + now;

      Instant next = digest.next(now, zone);

      assertThat(next).as(what).isAfter(now);
      ZonedDateTime there = next.atZone(zone);
      if (!skips(next, zone)) {
        assertThat(there.toLocalTime()).as(what).isEqualTo(digest.at());
      }
      if (weekly) {
        assertThat(there.getDayOfWeek()).as(what).isEqualTo(digest.day());
      }
      assertThat(Duration.between(now, next))
          .as(what)
          .isLessThanOrEqualTo(Duration.ofDays(weekly ? 14 : 2));
      assertThat(digest.next(next.minusMillis(1), zone)).as(what + ", once").isEqualTo(next);
    }
  }

  @Test
  void the_rule_never_asks_in_quiet_hours_in_a_pause_or_past_the_cap() {
    for (int round = 0; round < 4_000; round++) {
      ZoneId zone = zone();
      Instant now = moment(zone);
      AttentionChoices choices = choices(now);
      int asked = random.nextInt(8);
      boolean priority = random.nextInt(4) == 0;
      String what = choices + " in " + zone + " at " + now + ", asked " + asked;

      Timing timing = choices.timing(now, zone, 5, week -> asked, priority);

      if (choices.paused(now)) {
        assertThat(timing).as(what).isEqualTo(new Timing.Not(Timing.Reason.PAUSED));
      } else if (timing instanceof Timing.InDigest digest) {
        assertThat(priority).as(what).isFalse();
        assertThat(choices.digest().chosen()).as(what).isTrue();
        loudAt(choices, digest.at(), zone, what);
      } else if (timing instanceof Timing.Not not) {
        assertThat(not.why()).as(what).isEqualTo(Timing.Reason.CAP_REACHED);
        assertThat(priority).as(what).isFalse();
        assertThat(asked).as(what).isGreaterThanOrEqualTo(choices.cap(5));
      } else {
        assertThat(priority || asked < choices.cap(5)).as(what).isTrue();
        Instant at = timing instanceof Timing.Later later ? later.at() : now;
        loudAt(choices, at, zone, what);
        assertThat(timing instanceof Timing.Later).as(what).isEqualTo(at.isAfter(now));
      }
    }
  }

  @Test
  void a_week_is_seven_days_from_monday_and_holds_the_cap_on_either_side() {
    for (int round = 0; round < 2_000; round++) {
      Instant at = moment(ZoneId.of("UTC"));
      LocalDate week = AttentionChoices.week(at);
      assertThat(week.getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
      Instant begins = week.atStartOfDay(ZoneId.of("UTC")).toInstant();
      assertThat(at).isBetween(begins, begins.plus(Duration.ofDays(7)).minusNanos(1));
      assertThat(AttentionChoices.week(begins)).isEqualTo(week);
      assertThat(AttentionChoices.week(begins.minusMillis(1))).isEqualTo(week.minusWeeks(1));
      assertThat(
              AttentionChoices.NONE.timing(
                  at, zone(), 5, monday -> monday.equals(week) ? 0 : 99, false))
          .as("other weeks do not count")
          .isEqualTo(new Timing.Now());
    }
  }

  private static void loudAt(AttentionChoices choices, Instant at, ZoneId zone, String what) {
    QuietHours quiet = choices.quiet();
    assertThat(quiet != null && quiet.holds(LocalTime.ofInstant(at, zone))).as(what).isFalse();
  }

  private AttentionChoices choices(Instant now) {
    Digest digest =
        random.nextInt(3) > 0
            ? Digest.NONE
            : new Digest(
                Digest.Rhythm.values()[random.nextInt(3)],
                DayOfWeek.of(1 + random.nextInt(7)),
                LocalTime.of(random.nextInt(24), 0));
    return new AttentionChoices(
        random.nextBoolean() ? null : 1 + random.nextInt(7),
        random.nextBoolean() ? null : quiet(),
        digest,
        random.nextInt(3) > 0 ? null : now.plusSeconds(random.nextInt(200) - 100),
        false);
  }

  private QuietHours quiet() {
    int from = random.nextInt(48);
    int to = (from + 1 + random.nextInt(47)) % 48;
    return new QuietHours(
        LocalTime.of(from / 2, 30 * (from % 2)), LocalTime.of(to / 2, 30 * (to % 2)));
  }

  private ZoneId zone() {
    return ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
  }

  /** Often close to a moment at which the clock is put forward or back. */
  private Instant moment(ZoneId zone) {
    Instant any =
        Instant.parse("2005-01-01T00:00:00Z").plusSeconds(random.nextInt(25 * 365 * 86_400));
    ZoneOffsetTransition change = zone.getRules().nextTransition(any);
    return change == null || random.nextInt(3) == 0
        ? any
        : change.getInstant().plusSeconds(random.nextInt(48 * 3_600) - 24 * 3_600);
  }

  private List<Instant> between(Instant from, Instant to) {
    var moments = new ArrayList<Instant>();
    for (Instant at = from; at.isBefore(to); at = at.plusSeconds(60 + random.nextInt(600))) {
      moments.add(at);
    }
    if (from.isBefore(to)) {
      moments.add(to.minusMillis(1));
    }
    return moments;
  }

  private static boolean skips(Instant at, ZoneId zone) {
    ZoneOffsetTransition change = zone.getRules().nextTransition(at.minusNanos(1));
    return change != null && change.getInstant().equals(at) && change.isGap();
  }
}
