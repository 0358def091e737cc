package io.herald.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.testkit.House;
import io.herald.testkit.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OutboxTest {

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void work_that_is_wanted_twice_is_done_once(TestDatabase database) {
    try (var house = new House(database.open())) {
      house.run(tx -> house.outbox.want(tx, Lane.BULK, "card", 5));
      house.run(tx -> house.outbox.want(tx, Lane.INTERACTIVE, "card", 5));
      assertThat(house.claim(Lane.BULK, 10)).isEmpty();
      assertThat(house.claim(Lane.INTERACTIVE, 10)).hasSize(1);
      assertThat(house.claim(Lane.INTERACTIVE, 10)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void work_that_is_wanted_while_it_is_done_goes_again(TestDatabase database) {
    try (var house = new House(database.open())) {
      house.run(tx -> house.outbox.want(tx, Lane.INTERACTIVE, "card", 5));
      Work work = house.claim(Lane.INTERACTIVE, 1).get(0);
      house.run(tx -> house.outbox.want(tx, Lane.INTERACTIVE, "card", 5));
      house.run(tx -> house.outbox.done(tx, work));

      Work again = house.claim(Lane.INTERACTIVE, 1).get(0);
      house.run(tx -> house.outbox.done(tx, again));
      assertThat(house.outbox.depth(Lane.INTERACTIVE)).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void work_waits_until_it_is_due(TestDatabase database) {
    try (var house = new House(database.open())) {
      var due = house.clock.instant().plusSeconds(60);
      house.run(tx -> house.outbox.want(tx, Lane.INTERACTIVE, "card", 5, due));
      assertThat(house.claim(Lane.INTERACTIVE, 1)).isEmpty();
      assertThat(house.outbox.age()).isZero();
      house.clock.advance(Duration.ofSeconds(61));
      assertThat(house.claim(Lane.INTERACTIVE, 1)).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void what_a_dead_process_had_claimed_is_given_back(TestDatabase database) {
    try (var house = new House(database.open())) {
      house.run(tx -> house.outbox.want(tx, Lane.INTERACTIVE, "card", 5));
      house.claim(Lane.INTERACTIVE, 1);
      assertThat(house.release()).isEqualTo(1);
      assertThat(house.claim(Lane.INTERACTIVE, 1)).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void no_piece_of_work_is_claimed_by_two(TestDatabase database) throws Exception {
    try (var house = new House(database.open())) {
      house.run(
          tx -> {
            for (int i = 0; i < 400; i++) {
              house.outbox.want(tx, Lane.BULK, "card", i);
            }
          });
      var pool = Executors.newFixedThreadPool(4);
      try {
        // A claim comes back empty where others hold the very rows, so it goes on until all are
        // out.
        var left = new AtomicInteger(400);
        Callable<List<Work>> claiming =
            () -> {
              var mine = new ArrayList<Work>();
              for (int i = 0; i < 4_000 && left.get() > 0; i++) {
                List<Work> claimed = house.claim(Lane.BULK, 10);
                left.addAndGet(-claimed.size());
                mine.addAll(claimed);
              }
              return mine;
            };
        var claimed = new ArrayList<Long>();
        for (var answer : pool.invokeAll(List.of(claiming, claiming, claiming, claiming))) {
          answer.get().forEach(work -> claimed.add(work.subject()));
        }
        assertThat(claimed).hasSize(400).doesNotHaveDuplicates();
      } finally {
        pool.shutdownNow();
      }
    }
  }
}
