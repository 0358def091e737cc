package io.herald.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.herald.testkit.OnBothDatabases;
import io.herald.testkit.TestDatabase;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Transactions that follow each other use the same SQL interfaces, over other connections. */
@OnBothDatabases
class KeptHandlesTest {
  private final Database database;
  private final ExecutorService hands = Executors.newFixedThreadPool(2);

  KeptHandlesTest(TestDatabase kind) {
    database = kind.open();
  }

  /** Counts in a table that is there anyway. */
  interface CounterSql {
    @SqlUpdate("UPDATE change_counter SET number = number + 1 WHERE organisation = 1")
    int count();

    @SqlQuery("SELECT number FROM change_counter WHERE organisation = 1")
    long number();

    @SqlUpdate("UPDATE there_is_no_such_table SET number = 1")
    int wrong();
  }

  @AfterEach
  void close() {
    hands.shutdown();
    database.close();
  }

  @Test
  void what_was_attached_once_serves_the_next_transaction() {
    CounterSql first = database.inTransaction(tx -> tx.sql(CounterSql.class));
    CounterSql second = database.inTransaction(tx -> tx.sql(CounterSql.class));
    assertThat(second).isSameAs(first);
  }

  @Test
  void after_its_transaction_it_reaches_nothing() {
    CounterSql late = database.inTransaction(tx -> tx.sql(CounterSql.class));
    assertThatThrownBy(late::number).hasStackTraceContaining("No connection is lent");
  }

  @Test
  void transactions_side_by_side_have_their_own() throws Exception {
    var both = new CyclicBarrier(2);
    for (int round = 0; round < 20; round++) {
      Future<CounterSql> one = hands.submit(() -> counted(both));
      Future<CounterSql> other = hands.submit(() -> counted(both));
      assertThat(one.get(20, TimeUnit.SECONDS)).isNotSameAs(other.get(20, TimeUnit.SECONDS));
    }
    assertThat(number()).isEqualTo(40);
  }

  /** What one of two used who were in their transactions at the same moment. */
  private CounterSql counted(CyclicBarrier both) {
    return database.inTransaction(
        tx -> {
          CounterSql mine = tx.sql(CounterSql.class);
          meet(both);
          mine.count();
          return mine;
        });
  }

  private static void meet(CyclicBarrier both) {
    try {
      both.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void after_a_failure_everything_is_made_anew_and_nothing_of_it_stays() {
    var failed = new AtomicReference<CounterSql>();
    assertThatThrownBy(
            () ->
                database.run(
                    tx -> {
                      failed.set(tx.sql(CounterSql.class));
                      failed.get().count();
                      failed.get().wrong();
                    }))
        .hasStackTraceContaining("there_is_no_such_table");
    assertThat(number()).isZero();
    CounterSql next = database.inTransaction(tx -> tx.sql(CounterSql.class));
    assertThat(next).isNotSameAs(failed.get());
  }

  @Test
  void what_is_done_within_a_transaction_is_part_of_it() {
    assertThatThrownBy(
            () ->
                database.run(
                    tx -> {
                      database.run(inner -> inner.sql(CounterSql.class).count());
                      throw new IllegalStateException("the outer one breaks off");
                    }))
        .hasMessage("the outer one breaks off");
    assertThat(number()).isZero();
  }

  @Test
  void connections_are_given_back_however_a_transaction_ends() {
    for (int i = 0; i < 30; i++) {
      assertThatThrownBy(
              () ->
                  database.run(
                      tx -> {
                        throw new IllegalStateException("in vain");
                      }))
          .hasMessage("in vain");
      database.run(tx -> tx.sql(CounterSql.class).count());
    }
    assertThat(number()).isEqualTo(30);
  }

  private long number() {
    return database.inTransaction(tx -> tx.sql(CounterSql.class).number());
  }
}
