package io.herald.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.testkit.House;
import io.herald.testkit.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NodesTest {
  private static final Lease LEASE = new Lease(Duration.ofSeconds(15), Duration.ofSeconds(3));

  private final House house = new House(TestDatabase.POSTGRESQL.open());
  private final AtomicLong ticks = new AtomicLong(Long.MAX_VALUE - 1_000_000_000L);
  private final Nodes first = node(house);
  private final Nodes second = node(house);

  private Nodes node(House where) {
    return new Nodes(where.database, where.outbox, LEASE, where.clock, ticks::get);
  }

  @AfterEach
  void close() {
    first.close();
    second.close();
    house.close();
  }

  private void pass(Duration time) {
    ticks.addAndGet(time.toNanos());
  }

  private List<Work> claims(Nodes node) {
    return house.outbox.claim(node.id(), Lane.BULK, 10);
  }

  private void work(long subject) {
    house.run(tx -> house.outbox.want(tx, Lane.BULK, "card", subject));
  }

  @Test
  void what_a_silent_node_had_claimed_is_taken_over_when_its_lease_is_over() {
    first.join();
    second.join();
    work(5);
    Work lost = claims(first).get(0);
    for (int seconds = 0; seconds < 15; seconds += 3) {
      second.renew();
      second.look();
      assertThat(claims(second)).isEmpty();
      pass(LEASE.beat());
    }
    assertThat(first.isAlive()).isFalse();
    assertThat(second.isAlive()).isTrue();
    second.look();
    assertThat(claims(second)).extracting(Work::subject).containsExactly(5L);
    assertThat(second.count()).isEqualTo(1);
    assertThat(house.holds(tx -> house.outbox.holds(tx, lost))).isFalse();
  }

  @Test
  void a_node_that_gives_signs_of_life_keeps_what_it_claimed() {
    first.join();
    second.join();
    work(5);
    Work kept = claims(first).get(0);
    for (int beat = 0; beat < 20; beat++) {
      first.renew();
      second.look();
      pass(LEASE.beat());
    }
    assertThat(first.isAlive()).isTrue();
    assertThat(house.holds(tx -> house.outbox.holds(tx, kept))).isTrue();
    assertThat(claims(second)).isEmpty();
  }

  @Test
  void a_node_that_was_held_for_dead_puts_nothing_down_and_comes_back_as_another() {
    first.join();
    second.join();
    work(5);
    Work lost = claims(first).get(0);
    long before = first.id();
    second.look();
    for (int beat = 0; beat < 5; beat++) {
      pass(LEASE.beat());
      second.look();
    }
    Work taken = claims(second).get(0);
    house.run(tx -> house.outbox.done(tx, lost));
    house.run(tx -> house.outbox.again(tx, lost, Duration.ZERO));
    assertThat(house.holds(tx -> house.outbox.holds(tx, taken))).isTrue();

    first.renew();
    assertThat(first.isAlive()).isTrue();
    assertThat(first.id()).isNotEqualTo(before);
    house.run(tx -> house.outbox.done(tx, taken));
    assertThat(house.outbox.depth(Lane.BULK)).isZero();
  }

  @Test
  void the_silence_of_a_time_in_which_nobody_could_look_counts_for_nothing() {
    first.join();
    second.join();
    work(5);
    claims(first);
    second.look();
    pass(Duration.ofMinutes(5));
    second.look();
    assertThat(claims(second)).isEmpty();
    assertThat(first.isAlive()).isFalse();
    first.renew();
    assertThat(first.isAlive()).isTrue();
  }

  @Test
  void a_node_that_leaves_in_order_gives_back_what_it_claimed_at_once() {
    first.join();
    second.join();
    work(5);
    claims(first);
    first.close();
    assertThat(first.isAlive()).isFalse();
    assertThat(claims(second)).hasSize(1);
    assertThat(second.count()).isEqualTo(1);
  }

  @Test
  void where_the_database_lets_one_process_in_the_dead_one_is_taken_over_at_the_start() {
    try (var alone = new House(TestDatabase.H2_FILE.open());
        var dead = node(alone);
        var next = node(alone)) {
      dead.join();
      alone.run(tx -> alone.outbox.want(tx, Lane.BULK, "card", 5));
      alone.outbox.claim(dead.id(), Lane.BULK, 1);
      next.start();
      assertThat(alone.outbox.claim(next.id(), Lane.BULK, 1)).hasSize(1);
      pass(Duration.ofDays(1));
      assertThat(next.isAlive()).isTrue();
    }
  }
}
