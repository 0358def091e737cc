package io.herald.members;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class AttentionChoicesTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final QuietHours NIGHT = new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0));

  private static Timing timing(AttentionChoices choices, String now, int asked, boolean priority) {
    return choices.timing(Instant.parse(now), BERLIN, 5, week -> asked, priority);
  }

  private static AttentionChoices quiet(QuietHours hours) {
    return new AttentionChoices(null, hours, Digest.NONE, null, false);
  }

  @Test
  void whoever_chose_nothing_is_asked_at_once_five_times_a_week() {
    assertThat(timing(AttentionChoices.NONE, "2026-03-04T02:00:00Z", 4, false))
        .isEqualTo(new Timing.Now());
    assertThat(timing(AttentionChoices.NONE, "2026-03-04T02:00:00Z", 5, false))
        .isEqualTo(new Timing.Not(Timing.Reason.CAP_REACHED));
  }

  @Test
  void whoever_shares_on_accounts_for_more_than_work_is_asked_half_as_often_unless_they_chose() {
    AttentionChoices fewer = AttentionChoices.NONE.fewer(true);
    assertThat(timing(fewer, "2026-03-04T02:00:00Z", 2, false)).isEqualTo(new Timing.Now());
    assertThat(timing(fewer, "2026-03-04T02:00:00Z", 3, false))
        .isEqualTo(new Timing.Not(Timing.Reason.CAP_REACHED));
    var chose = new AttentionChoices(5, null, Digest.NONE, null, true);
    assertThat(timing(chose, "2026-03-04T02:00:00Z", 4, false)).isEqualTo(new Timing.Now());
    assertThat(fewer.cap(1)).as("never nothing").isEqualTo(1);
  }

  @Test
  void a_night_is_over_in_the_morning_of_the_member() {
    assertThat(timing(quiet(NIGHT), "2026-03-04T22:30:00Z", 0, false))
        .isEqualTo(
            new Timing.Later(Instant.parse("2026-03-05T06:00:00Z"), Timing.Reason.QUIET_HOURS));
    assertThat(timing(quiet(NIGHT), "2026-03-05T06:00:00Z", 0, false)).isEqualTo(new Timing.Now());
    assertThat(timing(quiet(NIGHT), "2026-03-04T20:59:59Z", 0, false)).isEqualTo(new Timing.Now());
  }

  @Test
  void a_night_in_which_the_clock_is_put_forward_is_an_hour_shorter() {
    assertThat(NIGHT.over(Instant.parse("2026-03-28T22:00:00Z"), BERLIN))
        .isEqualTo(Instant.parse("2026-03-29T05:00:00Z"));
    assertThat(NIGHT.over(Instant.parse("2026-10-24T21:00:00Z"), BERLIN))
        .isEqualTo(Instant.parse("2026-10-25T06:00:00Z"));
    assertThat(
            new QuietHours(LocalTime.of(1, 0), LocalTime.of(2, 30))
                .over(Instant.parse("2026-03-29T00:30:00Z"), BERLIN))
        .as("half past two is left out that night; it is over at three")
        .isEqualTo(Instant.parse("2026-03-29T01:00:00Z"));
  }

  @Test
  void a_day_that_a_zone_left_out_is_no_way_out_of_the_night() {
    assertThat(NIGHT.over(Instant.parse("2011-12-30T09:00:00Z"), ZoneId.of("Pacific/Apia")))
        .as("after the 29th came the 31st")
        .isEqualTo(Instant.parse("2011-12-30T17:00:00Z"));
  }

  @Test
  void a_sunday_night_counts_for_the_week_in_which_it_is_over() {
    Timing timing =
        quiet(NIGHT)
            .timing(
                Instant.parse("2026-03-08T22:30:00Z"),
                BERLIN,
                5,
                week -> week.toString().equals("2026-03-02") ? 5 : 0,
                false);
    assertThat(timing)
        .isEqualTo(
            new Timing.Later(Instant.parse("2026-03-09T06:00:00Z"), Timing.Reason.QUIET_HOURS));
  }

  @Test
  void a_digest_takes_what_comes_however_often_the_member_was_asked() {
    var daily =
        new AttentionChoices(
            null,
            null,
            new Digest(Digest.Rhythm.DAILY, DayOfWeek.MONDAY, LocalTime.of(9, 0)),
            null,
            false);
    assertThat(timing(daily, "2026-03-04T07:59:59Z", 9, false))
        .isEqualTo(new Timing.InDigest(Instant.parse("2026-03-04T08:00:00Z")));
    assertThat(timing(daily, "2026-03-04T08:00:00Z", 9, false))
        .isEqualTo(new Timing.InDigest(Instant.parse("2026-03-05T08:00:00Z")));

    var weekly =
        new AttentionChoices(
            null,
            NIGHT,
            new Digest(Digest.Rhythm.WEEKLY, DayOfWeek.FRIDAY, LocalTime.of(6, 0)),
            null,
            false);
    assertThat(timing(weekly, "2026-03-04T12:00:00Z", 0, false))
        .as("quiet until seven")
        .isEqualTo(new Timing.InDigest(Instant.parse("2026-03-06T06:00:00Z")));
  }

  @Test
  void priority_goes_past_cap_and_digest_waits_for_the_morning_and_never_breaks_a_pause() {
    var all =
        new AttentionChoices(
            1,
            NIGHT,
            new Digest(Digest.Rhythm.DAILY, DayOfWeek.MONDAY, LocalTime.of(9, 0)),
            null,
            false);
    assertThat(timing(all, "2026-03-04T12:00:00Z", 9, true)).isEqualTo(new Timing.Now());
    assertThat(timing(all, "2026-03-04T22:30:00Z", 9, true))
        .isEqualTo(
            new Timing.Later(Instant.parse("2026-03-05T06:00:00Z"), Timing.Reason.QUIET_HOURS));
    assertThat(
            timing(
                all.pausedUntil(Instant.parse("2026-03-04T12:00:01Z")),
                "2026-03-04T12:00:00Z",
                0,
                true))
        .isEqualTo(new Timing.Not(Timing.Reason.PAUSED));
  }
}
