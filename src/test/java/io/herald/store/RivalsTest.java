package io.herald.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.herald.testkit.House;
import io.herald.testkit.OnBothDatabases;
import io.herald.testkit.TestDatabase;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two transactions that stand in each other's way. */
@OnBothDatabases
class RivalsTest {
  private final House house;
  private final long one;
  private final long other;
  private final AtomicInteger tries = new AtomicInteger();

  interface AsksSql {
    @SqlUpdate("UPDATE ask_week SET asks = asks + 1 WHERE member = :member")
    int ask(long member);

    @SqlUpdate("INSERT INTO ask_week (week, member, asks) SELECT week, member, asks FROM ask_week")
    int doubleAll();

    @SqlQuery("SELECT asks FROM ask_week WHERE member = :member")
    int asked(long member);
  }

  RivalsTest(TestDatabase kind) {
    house = new House(kind.open());
    one = house.joined("One").member();
    other = house.joined("Other").member();
    for (long member : List.of(one, other)) {
      house.run(tx -> house.attention.ask(tx, member, false));
    }
  }

  @AfterEach
  void close() {
    house.close();
  }

  /** Asks two members; on the first try not before the rival has asked the second of them. */
  private Callable<Integer> asks(long first, long second, CyclicBarrier both) {
    var mine = new AtomicInteger();
    return () ->
        house.database.inTransaction(
            tx -> {
              tries.incrementAndGet();
              tx.sql(AsksSql.class).ask(first);
              if (mine.getAndIncrement() == 0) {
                meet(both);
              }
              return tx.sql(AsksSql.class).ask(second);
            });
  }

  private static void meet(CyclicBarrier both) {
    try {
      both.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void the_one_that_the_database_ends_is_done_anew() throws Exception {
    var both = new CyclicBarrier(2);
    var hands = Executors.newFixedThreadPool(2);
    try {
      for (var end : hands.invokeAll(List.of(asks(one, other, both), asks(other, one, both)))) {
        assertThat(end.get()).isEqualTo(1);
      }
    } finally {
      hands.shutdown();
    }
    assertThat(tries).as("two, and the one that lost again").hasValue(3);
    for (long member : List.of(one, other)) {
      assertThat(house.<Integer>in(tx -> tx.sql(AsksSql.class).asked(member))).isEqualTo(3);
    }
  }

  @Test
  void what_fails_by_itself_is_not_done_again() {
    assertThatThrownBy(
            () ->
                house.database.inTransaction(
                    tx -> {
                      tries.incrementAndGet();
                      return tx.sql(AsksSql.class).doubleAll();
                    }))
        .isInstanceOf(JdbiException.class);
    assertThat(tries).hasValue(1);
  }
}
