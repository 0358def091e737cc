package io.herald.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.herald.outbox.Lane;
import io.herald.outbox.Lease;
import io.herald.outbox.Nodes;
import io.herald.testkit.House;
import io.herald.testkit.OnBothDatabases;
import io.herald.testkit.TestDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How work is taken and done when the database goes away between. */
@OnBothDatabases
class DispatcherTest {
  private static final String KIND = "test";
  private static final Duration AWHILE = Duration.ofSeconds(30);

  private final House house;
  private final Nodes nodes;

  // A claim that is committed and not answered; no database can be made to do that at will.
  private final BulkRoutes routes = mock(BulkRoutes.class);

  DispatcherTest(TestDatabase database) {
    house = new House(database.open());
    nodes = new Nodes(house.database, house.outbox, Lease.USUAL, house.clock, System::nanoTime);
    nodes.start();
  }

  @AfterEach
  void close() {
    nodes.close();
    house.close();
  }

  private BulkRoutes.Batch claimed(int most) {
    return new BulkRoutes.Batch(
        house.outbox.claim(nodes.id(), Lane.BULK, most), Duration.ZERO, Duration.ofMillis(20));
  }

  @Test
  void what_a_claim_took_whose_answer_was_lost_is_done_and_what_is_in_hand_is_not_done_twice() {
    house.run(tx -> List.of(1L, 2L, 3L).forEach(n -> house.outbox.want(tx, Lane.BULK, KIND, n)));
    var begun = new ConcurrentLinkedQueue<Long>();
    var others = new CountDownLatch(2);
    Errand errand =
        work -> {
          begun.add(work.subject());
          if (begun.size() == 1) {
            // In hand for as long as the others are lost and found.
            hold(others);
          } else {
            others.countDown();
          }
          return Errand.Result.done();
        };
    when(routes.next(anyLong(), anyInt()))
        .thenAnswer(first -> claimed(1))
        .thenAnswer(
            second -> {
              claimed(50);
              throw new IllegalStateException(new SQLException("it broke", "08006"));
            })
        .thenAnswer(later -> claimed(50));
    try (var dispatcher =
        new Dispatcher(
            house.database,
            house.outbox,
            nodes,
            Map.of(KIND, errand),
            routes,
            new SimpleMeterRegistry())) {
      dispatcher.start();
      await().atMost(AWHILE).until(() -> house.outbox.depth(Lane.BULK) == 0);
    }
    assertThat(begun).containsExactlyInAnyOrder(1L, 2L, 3L);
  }

  private static void hold(CountDownLatch others) {
    try {
      others.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
