package io.herald.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.store.Tx;
import io.herald.testkit.House;
import io.herald.testkit.OnBothDatabases;
import io.herald.testkit.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class PacerTest {
  private static final long HERE = 1;

  private final House house;
  private final Pacer pacer;

  PacerTest(TestDatabase database) {
    house = new House(database.open());
    pacer = new Pacer(house.database, house.clock, Pacer.CHANNEL_GAP);
  }

  @AfterEach
  void close() {
    house.close();
  }

  private Pacer.Permits take(int most) {
    return house.in(tx -> pacer.take(tx, HERE, Call.SEND, most));
  }

  private Duration takeOne() {
    return house.in(tx -> pacer.takeOne(tx, HERE, Call.SEND));
  }

  private double rate() {
    return house.in(tx -> pacer.rate(tx, HERE, Call.SEND));
  }

  private Duration turn(Function<Tx, Duration> asking) {
    return house.in(asking);
  }

  /** Sends as fast as permitted for a while. */
  private void busy(Duration time) {
    Instant end = house.clock.instant().plus(time);
    while (house.clock.instant().isBefore(end)) {
      Pacer.Permits permits = take(100);
      house.clock.advance(
          permits.count() == 0 ? permits.pause() : permits.apart().multipliedBy(permits.count()));
    }
  }

  @Test
  void bulk_takes_what_half_a_second_brings_and_then_waits_for_more() {
    Pacer.Permits permits = take(100);
    assertThat(permits.count()).isEqualTo(2);
    assertThat(permits.apart()).isEqualTo(Duration.ofMillis(200));
    assertThat(take(100).count()).isZero();
    assertThat(take(100).pause()).isEqualTo(Duration.ofMillis(400));
    house.clock.advance(Duration.ofMillis(400));
    assertThat(take(1).count()).isEqualTo(1);
  }

  @Test
  void what_somebody_waits_for_goes_at_once_and_bulk_makes_room_for_it() {
    take(100);
    for (int i = 0; i < 5; i++) {
      assertThat(takeOne()).isZero();
    }
    assertThat(take(100).pause()).isBetween(Duration.ofMillis(1_350), Duration.ofMillis(1_400));
  }

  @Test
  void the_credit_of_what_somebody_waits_for_has_an_end() {
    int gone = 0;
    while (takeOne().isZero()) {
      gone++;
    }
    assertThat(gone).isEqualTo(16);
    assertThat(takeOne()).isBetween(Duration.ofMillis(100), Duration.ofMillis(200));
  }

  @Test
  void a_refusal_holds_back_every_such_call_in_that_workspace_until_the_wait_is_over() {
    pacer.refused(HERE, Call.SEND, Duration.ofSeconds(7), house.clock.instant());
    assertThat(takeOne()).isEqualTo(Duration.ofSeconds(7));
    assertThat(take(9).pause()).isEqualTo(Duration.ofSeconds(7));
    assertThat(turn(tx -> pacer.paused(tx, HERE, Call.SEND))).isEqualTo(Duration.ofSeconds(7));
    assertThat(turn(tx -> pacer.takeOne(tx, HERE, Call.UPDATE))).isZero();
    assertThat(turn(tx -> pacer.takeOne(tx, 2, Call.SEND))).isZero();

    house.clock.advance(Duration.ofSeconds(7));
    assertThat(takeOne()).isZero();
    assertThat(turn(tx -> pacer.paused(tx, HERE, Call.SEND))).isZero();
  }

  @Test
  void a_node_that_was_told_to_wait_knows_it_without_asking_the_database() {
    assertThat(pacer.heard(HERE, Call.SEND)).isZero();
    pacer.refused(HERE, Call.SEND, Duration.ofSeconds(7), house.clock.instant());
    house.clock.advance(Duration.ofSeconds(2));
    assertThat(pacer.heard(HERE, Call.SEND)).isEqualTo(Duration.ofSeconds(5));
    assertThat(pacer.heard(HERE, Call.UPDATE)).isZero();
    house.clock.advance(Duration.ofSeconds(6));
    assertThat(pacer.heard(HERE, Call.SEND)).isZero();
  }

  @Test
  void a_restart_forgets_neither_the_pace_nor_the_turn() {
    assertThat(rate()).isEqualTo(300);
    busy(Duration.ofSeconds(30));
    double learnt = rate();
    assertThat(learnt).isGreaterThan(3_000);
    pacer.refused(HERE, Call.SEND, Duration.ofSeconds(7), house.clock.instant());

    var again = new Pacer(house.database, house.clock, Pacer.CHANNEL_GAP);
    assertThat((double) house.in(tx -> again.rate(tx, HERE, Call.SEND))).isBetween(60.0, learnt);
    assertThat(turn(tx -> again.takeOne(tx, HERE, Call.SEND))).isEqualTo(Duration.ofSeconds(7));
  }

  @Test
  void a_channel_gets_one_message_a_second() {
    assertThat(turn(tx -> pacer.takeChannel(tx, HERE, "C1"))).isZero();
    house.clock.advance(Duration.ofMillis(300));
    assertThat(turn(tx -> pacer.takeChannel(tx, HERE, "C1"))).isEqualTo(Duration.ofMillis(700));
    assertThat(turn(tx -> pacer.takeChannel(tx, HERE, "C2"))).isZero();
    assertThat(turn(tx -> pacer.takeChannel(tx, 2, "C1"))).isZero();
    house.clock.advance(Duration.ofMillis(700));
    assertThat(turn(tx -> pacer.takeChannel(tx, HERE, "C1"))).isZero();
    house.clock.advance(Duration.ofHours(2));
    house.run(pacer::forgetChannels);
    assertThat(turn(tx -> pacer.takeChannel(tx, HERE, "C1"))).isZero();
  }

  @Test
  void several_nodes_together_take_no_more_than_there_is() throws Exception {
    var nodes = Executors.newFixedThreadPool(4);
    try {
      var asking = new ArrayList<Callable<Integer>>();
      for (int i = 0; i < 40; i++) {
        asking.add(() -> take(100).count());
      }
      int taken = 0;
      for (int half = 0; half < 10; half++) {
        for (Future<Integer> each : nodes.invokeAll(asking)) {
          taken += each.get();
        }
        house.clock.advance(Duration.ofMillis(500));
      }
      // Five a second, for five seconds; the last permits begin before they are over.
      assertThat(taken).isBetween(24, 27);
    } finally {
      nodes.shutdownNow();
    }
  }
}
