package io.herald.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.herald.testkit.OnBothDatabases;
import io.herald.testkit.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class GroupCommitTest {
  private final Database database;
  private final GroupCommit together;
  private final ExecutorService hands = Executors.newCachedThreadPool();
  private final Set<Tx> transactions = ConcurrentHashMap.newKeySet();

  GroupCommitTest(TestDatabase kind) {
    database = kind.open();
    together = new GroupCommit(database, 10);
  }

  @AfterEach
  void close() {
    hands.shutdown();
    database.close();
  }

  @Test
  void what_waits_is_committed_in_one_transaction() throws Exception {
    List<Future<Integer>> all = behindOneThatLasts(1, 2, 3, 4, 5);
    for (int i = 0; i < all.size(); i++) {
      assertThat(all.get(i).get()).isEqualTo(i + 1);
    }
    assertThat(database.<Long>inTransaction(Changes::number)).isEqualTo(6);
    assertThat(transactions).hasSize(2);
  }

  @Test
  void pieces_that_come_one_after_the_other_gather_until_the_group_is_full() throws Exception {
    var gathering = new GroupCommit(database, 3, Duration.ofMinutes(5));
    var reads = new AtomicInteger();
    Function<Tx, Integer> piece =
        tx -> {
          transactions.add(tx);
          return tx.alike(Integer.class, "shared", reads::incrementAndGet);
        };
    var all = new ArrayList<Future<Integer>>();
    for (int i = 0; i < 3; i++) {
      all.add(hands.submit(() -> gathering.inTransaction(piece)));
    }
    for (Future<Integer> each : all) {
      assertThat(each.get()).as("what is asked for alike is read once").isEqualTo(1);
    }
    assertThat(transactions).hasSize(1);
  }

  @Test
  void a_piece_alone_reads_each_time() {
    var reads = new AtomicInteger();
    database.run(
        tx -> {
          tx.alike(Integer.class, "shared", reads::incrementAndGet);
          assertThat(tx.alike(Integer.class, "shared", reads::incrementAndGet)).isEqualTo(2);
        });
  }

  @Test
  void one_that_fails_is_undone_alone_and_hears_of_it_alone() throws Exception {
    List<Future<Integer>> all = behindOneThatLasts(1, -2, 3);
    assertThat(all.get(0).get()).isEqualTo(1);
    assertThatThrownBy(() -> all.get(1).get())
        .isInstanceOf(ExecutionException.class)
        .hasRootCauseMessage("-2 is refused");
    assertThat(all.get(2).get()).isEqualTo(3);
    assertThat(database.<Long>inTransaction(Changes::number)).isEqualTo(3);
  }

  @Test
  void nobody_goes_on_before_theirs_is_durable() {
    var heard = new ArrayList<Long>();
    together.run(
        tx -> {},
        tx -> {
          Changes.happened(tx);
          tx.afterCommit(() -> heard.add(database.inTransaction(Changes::number)));
          assertThat(heard).isEmpty();
        });
    assertThat(heard).containsExactly(1L);
  }

  /** Pieces that all wait while another one is done. */
  private List<Future<Integer>> behindOneThatLasts(int... numbers) throws Exception {
    var begun = new CountDownLatch(1);
    var end = new CountDownLatch(1);
    Future<Integer> first =
        hands.submit(
            () ->
                together.inTransaction(
                    tx -> {
                      begun.countDown();
                      await(end);
                      return counted(0).apply(tx);
                    }));
    assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
    var all = new ArrayList<Future<Integer>>();
    for (int number : numbers) {
      all.add(hands.submit(() -> together.inTransaction(counted(number))));
      while (together.waiting() < all.size()) {
        Thread.onSpinWait();
      }
    }
    end.countDown();
    first.get();
    return all;
  }

  private Function<Tx, Integer> counted(int number) {
    return tx -> {
      transactions.add(tx);
      Changes.happened(tx);
      if (number < 0) {
        throw new IllegalStateException(number + " is refused");
      }
      return number;
    };
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
