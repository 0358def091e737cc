package io.herald.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.herald.testkit.House;
import io.herald.testkit.OnBothDatabases;
import io.herald.testkit.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class ChoresTest {
  private static final Duration HOUR = Duration.ofHours(1);

  private final House house;
  private final Chores chores;

  ChoresTest(TestDatabase database) {
    house = new House(database.open());
    chores = new Chores(house.clock);
  }

  @AfterEach
  void close() {
    house.close();
  }

  private boolean take() {
    return house.holds(tx -> chores.take(tx, "sweep", HOUR));
  }

  @Test
  void a_chore_is_done_at_once_and_then_once_in_its_time() {
    assertThat(take()).isTrue();
    assertThat(take()).isFalse();
    house.clock.advance(HOUR);
    assertThat(take()).isTrue();
    assertThat(take()).isFalse();
  }

  @Test
  void a_chore_that_has_its_time_waits_for_it_from_the_first_time_on() {
    Instant monday = house.clock.instant().plus(Duration.ofDays(2));
    assertThat(house.holds(tx -> chores.takeAt(tx, "report", monday))).isFalse();
    house.clock.set(monday);
    Instant next = monday.plus(Duration.ofDays(7));
    assertThat(house.holds(tx -> chores.takeAt(tx, "report", next))).isTrue();
    assertThat(house.holds(tx -> chores.takeAt(tx, "report", next))).isFalse();
  }

  @Test
  void a_chore_whose_work_failed_stays_due() {
    assertThatThrownBy(
            () ->
                house.run(
                    tx -> {
                      chores.take(tx, "sweep", HOUR);
                      throw new IllegalStateException("the work failed");
                    }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(take()).isTrue();
  }

  @Test
  void of_several_nodes_one_does_it() throws Exception {
    var nodes = Executors.newFixedThreadPool(4);
    try {
      for (int hour = 0; hour < 20; hour++) {
        Callable<Boolean> taking = this::take;
        var took = new ArrayList<Boolean>();
        for (Future<Boolean> each : nodes.invokeAll(List.of(taking, taking, taking, taking))) {
          took.add(each.get());
        }
        assertThat(took).containsOnlyOnce(true);
        house.clock.advance(HOUR);
      }
    } finally {
      nodes.shutdownNow();
    }
  }
}
