package io.herald.members;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.testkit.House;
import io.herald.testkit.OnBothDatabases;
import io.herald.testkit.TestDatabase;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class AttentionTest {
  private static final QuietHours NIGHT = new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 30));
  private static final Digest WEEKLY =
      new Digest(Digest.Rhythm.WEEKLY, DayOfWeek.FRIDAY, LocalTime.of(16, 0));

  private final House house;
  private final Attention attention;

  AttentionTest(TestDatabase kind) {
    house = new House(kind.open());
    attention = house.attention;
  }

  @AfterEach
  void close() {
    house.close();
  }

  private AttentionChoices choices(Person person) {
    return house.in(tx -> attention.choices(tx, person.member()));
  }

  private int asked(Person person) {
    LocalDate week = AttentionChoices.week(house.clock.instant());
    return house.in(tx -> attention.asked(tx, person.member(), week));
  }

  @Test
  void what_a_member_chose_comes_back_and_is_recorded_once() {
    Person amira = house.joined("Amira");
    assertThat(choices(amira)).isEqualTo(AttentionChoices.NONE);

    assertThat(house.holds(tx -> attention.choose(tx, amira, 3, NIGHT, WEEKLY))).isTrue();
    assertThat(house.holds(tx -> attention.choose(tx, amira, 3, NIGHT, WEEKLY))).isFalse();

    assertThat(choices(amira)).isEqualTo(new AttentionChoices(3, NIGHT, WEEKLY, null, false));
    assertThat(house.recorded("member/" + amira.member()))
        .containsExactly("joined", "attention_set");

    house.run(tx -> attention.choose(tx, amira, null, null, Digest.NONE));
    assertThat(choices(amira)).isEqualTo(AttentionChoices.NONE);
  }

  @Test
  void a_cap_of_ones_own_leaves_the_rest_as_it_was() {
    Person amira = house.joined("Amira");
    house.run(tx -> attention.choose(tx, amira, null, NIGHT, WEEKLY));

    house.run(tx -> attention.cap(tx, amira, 2));

    assertThat(choices(amira)).isEqualTo(new AttentionChoices(2, NIGHT, WEEKLY, null, false));
  }

  @Test
  void a_pause_lasts_two_weeks_ends_by_itself_and_outlives_other_choices() {
    Person amira = house.joined("Amira");
    Instant until = house.in(tx -> attention.pause(tx, amira));
    assertThat(until).isEqualTo(house.clock.instant().plus(Duration.ofDays(14)));

    house.run(tx -> attention.choose(tx, amira, 2, null, Digest.NONE));
    assertThat(house.<Timing>in(tx -> attention.timing(tx, house.again(amira), true)))
        .isEqualTo(new Timing.Not(Timing.Reason.PAUSED));

    house.clock.advance(Duration.ofDays(14));
    assertThat(house.<Timing>in(tx -> attention.timing(tx, house.again(amira), false)))
        .isEqualTo(new Timing.Now());
    assertThat(house.holds(tx -> attention.pausedUntil(tx, amira.member()) == null)).isTrue();
  }

  @Test
  void resuming_ends_a_pause_and_says_where_there_was_none() {
    Person amira = house.joined("Amira");
    house.run(tx -> attention.pause(tx, amira));

    assertThat(house.holds(tx -> attention.resume(tx, amira))).isTrue();
    assertThat(house.holds(tx -> attention.resume(tx, amira))).isFalse();
    assertThat(choices(amira)).isEqualTo(AttentionChoices.NONE);
    assertThat(house.recorded("member/" + amira.member()))
        .containsExactly("joined", "paused", "resumed");
  }

  @Test
  void asks_are_counted_by_week_up_to_the_cap() {
    Person amira = house.joined("Amira");
    for (int i = 0; i < 5; i++) {
      assertThat(house.holds(tx -> attention.ask(tx, amira.member(), false))).isTrue();
    }
    assertThat(house.holds(tx -> attention.ask(tx, amira.member(), false))).isFalse();
    assertThat(asked(amira)).isEqualTo(5);
    assertThat(house.<Timing>in(tx -> attention.timing(tx, amira, false)))
        .isEqualTo(new Timing.Not(Timing.Reason.CAP_REACHED));

    assertThat(house.holds(tx -> attention.ask(tx, amira.member(), true)))
        .as("priority is counted past the cap")
        .isTrue();
    assertThat(asked(amira)).isEqualTo(6);

    house.clock.advance(Duration.ofDays(7));
    assertThat(asked(amira)).isZero();
    assertThat(house.holds(tx -> attention.ask(tx, amira.member(), false))).isTrue();
  }

  @Test
  void an_ask_that_did_not_arrive_is_taken_back() {
    Person amira = house.joined("Amira");
    Instant then = house.clock.instant();
    house.run(tx -> attention.ask(tx, amira.member(), false));

    house.run(tx -> attention.notAsked(tx, amira.member(), then));

    assertThat(asked(amira)).isZero();
  }

  @Test
  void the_organisations_cap_holds_for_whoever_has_none_of_their_own() {
    Person amira = house.joined("Amira");
    Person ben = house.joined("Ben");
    house.run(tx -> house.organisation.weeklyCap(tx, 1L, 1));
    house.run(tx -> attention.cap(tx, ben, 2));

    assertThat(house.holds(tx -> attention.ask(tx, amira.member(), false))).isTrue();
    assertThat(house.holds(tx -> attention.ask(tx, amira.member(), false))).isFalse();
    assertThat(house.holds(tx -> attention.ask(tx, ben.member(), false))).isTrue();
    assertThat(house.holds(tx -> attention.ask(tx, ben.member(), false))).isTrue();
  }

  @Test
  void asks_that_meet_do_not_pass_the_cap_together() throws Exception {
    Person amira = house.joined("Amira");
    var nodes = Executors.newFixedThreadPool(4);
    try {
      Callable<Boolean> ask = () -> house.in(tx -> attention.ask(tx, amira.member(), false));
      long made = 0;
      for (var answer : nodes.invokeAll(Stream.generate(() -> ask).limit(24).toList())) {
        made += answer.get() ? 1 : 0;
      }
      assertThat(made).isEqualTo(5);
      assertThat(asked(amira)).isEqualTo(5);
    } finally {
      nodes.shutdownNow();
    }
  }

  @Test
  void counts_of_weeks_long_over_are_forgotten() {
    Person amira = house.joined("Amira");
    LocalDate then = AttentionChoices.week(house.clock.instant());
    house.run(tx -> attention.ask(tx, amira.member(), false));
    house.run(attention::forget);
    assertThat(house.<Integer>in(tx -> attention.asked(tx, amira.member(), then))).isEqualTo(1);

    house.clock.advance(Duration.ofDays(42));
    house.run(attention::forget);
    assertThat(house.<Integer>in(tx -> attention.asked(tx, amira.member(), then))).isZero();
  }
}
