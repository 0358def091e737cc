package io.herald.records;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.outbox.Chores;
import io.herald.records.export.LedgerHouse;
import io.herald.testkit.House;
import io.herald.testkit.OnBothDatabases;
import io.herald.testkit.TestDatabase;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class SealerTest {
  private final House house;
  private final Sealer sealer;

  SealerTest(TestDatabase database) {
    house = new House(database.open());
    sealer = new Sealer(house.database);
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void each_entry_is_tied_to_all_before_it() {
    write("thing/1");
    write("thing/2");
    assertThat(sealer.head()).isEqualTo(new Sealer.Head(0, Sha256.NOTHING));

    Sealer.Head head = sealer.sealAll();

    List<ChainTestSql.Row> rows = rows();
    assertThat(rows).extracting(ChainTestSql.Row::number).containsExactly(1L, 2L);
    String first = Sha256.link(Sha256.NOTHING, Sha256.of(rows.get(0).content()));
    String second = Sha256.link(first, Sha256.of(rows.get(1).content()));
    assertThat(rows).extracting(ChainTestSql.Row::chainHash).containsExactly(first, second);
    assertThat(head).isEqualTo(new Sealer.Head(2, second));
  }

  @Test
  void an_entry_that_was_committed_late_comes_late_whatever_its_id() throws Exception {
    var written = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    ExecutorService late = Executors.newSingleThreadExecutor();
    Future<?> slow =
        late.submit(
            () ->
                house.run(
                    tx -> {
                      house.records.append(tx, Entry.of("tried", null, "slow/1"));
                      assertThat(house.records.about(tx, "slow/1")).hasSize(1);
                      written.countDown();
                      await(goOn);
                    }));
    await(written);
    write("quick/1");
    assertThat(sealer.sealAll().number()).isEqualTo(1);
    goOn.countDown();
    slow.get();
    late.shutdown();

    assertThat(sealer.sealAll().number()).isEqualTo(2);
    List<ChainTestSql.Row> rows = rows();
    assertThat(rows).extracting(ChainTestSql.Row::subject).containsExactly("quick/1", "slow/1");
    assertThat(rows.get(0).id()).isGreaterThan(rows.get(1).id());
    assertWhole(rows);
  }

  @Test
  void three_writers_and_two_sealers_make_one_chain_though_a_third_is_killed_in_the_middle()
      throws Exception {
    int each = 400;
    var killed = new ArrayList<Integer>();
    ExecutorService pool = Executors.newFixedThreadPool(6);
    var writers = new ArrayList<Future<?>>();
    for (int w = 1; w <= 3; w++) {
      String subject = "writer/" + w;
      writers.add(
          pool.submit(
              () -> {
                for (int i = 0; i < each; i++) {
                  write(subject);
                }
              }));
    }
    var over = new CountDownLatch(1);
    var sealers = new ArrayList<Future<?>>();
    for (int s = 0; s < 2; s++) {
      var another = new Sealer(house.database);
      sealers.add(
          pool.submit(
              () -> {
                while (over.getCount() > 0) {
                  another.seal();
                }
              }));
    }
    sealers.add(
        pool.submit(
            () -> {
              while (over.getCount() > 0) {
                try {
                  house.run(
                      tx -> {
                        int placed = sealer.seal(tx);
                        if (placed > 0) {
                          killed.add(placed);
                          throw new Killed();
                        }
                      });
                } catch (Killed expected) {
                  // What it had placed is the others' again.
                }
              }
            }));
    for (Future<?> writer : writers) {
      writer.get(60, TimeUnit.SECONDS);
    }
    over.countDown();
    for (Future<?> one : sealers) {
      one.get(60, TimeUnit.SECONDS);
    }
    pool.shutdown();

    assertThat(sealer.sealAll().number()).isEqualTo(3L * each);
    assertThat(killed).as("times the third was killed").isNotEmpty();
    assertWhole(rows());
  }

  @Test
  void while_it_runs_what_is_committed_gets_its_place() throws Exception {
    try (var sealing = sealing()) {
      sealing.start();
      write("thing/1");
      Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> sealer.head().number() == 1);
    }
  }

  @Test
  void an_orderly_stop_leaves_nothing_without_a_place() {
    var sealing = sealing();
    write("thing/1");
    sealing.close();
    assertThat(sealer.head().number()).isEqualTo(1);
    assertThat(house.list(tx -> tx.sql(CheckpointSql.class).between(1, 1))).hasSize(1);
  }

  private Sealing sealing() {
    LedgerKey key = LedgerKey.of(house.database, LedgerHouse.KEYS, new SecureRandom(), house.clock);
    var checkpoints = new Checkpoints(house.database, sealer, key, house.clock);
    return new Sealing(house.database, sealer, checkpoints, new Chores(house.clock));
  }

  private void write(String subject) {
    house.run(tx -> house.records.append(tx, Entry.of("tried", null, subject).with("a", "b")));
  }

  private List<ChainTestSql.Row> rows() {
    return house.list(tx -> tx.sql(ChainTestSql.class).rows());
  }

  private static void assertWhole(List<ChainTestSql.Row> rows) {
    assertThat(rows)
        .extracting(ChainTestSql.Row::number)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, rows.size()).boxed().toList());
    String hash = Sha256.NOTHING;
    for (ChainTestSql.Row row : rows) {
      hash = Sha256.link(hash, Sha256.of(row.content()));
      assertThat(row.chainHash()).as("entry %d", row.number()).isEqualTo(hash);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1;
  }
}
