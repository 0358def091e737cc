package io.herald.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.testkit.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What pieces of work that share a transaction read and write together. */
class ManyTest {
  private final Database database = TestDatabase.H2_FILE.open();
  private final ExecutorService hands = Executors.newCachedThreadPool();
  private final List<List<Long>> reads = new ArrayList<>();
  private final List<List<Row>> writes = new ArrayList<>();

  private record Row(long id) {}

  private record Other(long id) {}

  @AfterEach
  void close() {
    hands.shutdown();
    database.close();
  }

  @Test
  void what_the_pieces_deal_with_is_read_at_once() throws Exception {
    assertThat(together(5, 7, 9)).containsExactly("5 read", "7 read", "9 read");
    assertThat(reads).containsExactly(List.of(5L, 7L, 9L, 9L));
  }

  @Test
  void lists_have_few_lengths_so_that_the_database_knows_their_statements() throws Exception {
    together(1, 2, 3, 4, 5);
    assertThat(reads).containsExactly(List.of(1L, 2L, 3L, 4L, 5L, 5L, 5L, 5L));
  }

  @Test
  void what_is_not_there_is_not_looked_for_again() {
    shared(
        tx -> {
          tx.dealsWith(Row.class, List.of(-1L, 2L));
          assertThat(read(tx, -1)).isEmpty();
          assertThat(read(tx, -1)).isEmpty();
          assertThat(read(tx, 2)).contains("2 read");
          return tx;
        });
    assertThat(reads).hasSize(1);
  }

  @Test
  void another_one_is_read_each_time() {
    shared(
        tx -> {
          tx.dealsWith(Row.class, List.of(1L));
          read(tx, 2);
          return read(tx, 2);
        });
    assertThat(reads).containsExactly(List.of(2L), List.of(2L));
  }

  @Test
  void what_comes_to_be_dealt_with_later_is_read_without_what_is_known() {
    shared(
        tx -> {
          tx.dealsWith(Row.class, List.of(1L));
          read(tx, 1);
          tx.dealsWith(Row.class, List.of(2L, 3L));
          return read(tx, 3);
        });
    assertThat(reads).containsExactly(List.of(1L), List.of(2L, 3L));
  }

  @Test
  void what_was_changed_is_so_from_then_on() {
    shared(
        tx -> {
          tx.dealsWith(Row.class, List.of(1L));
          tx.isNow(Row.class, 1, String.class, "changed before it was read");
          assertThat(read(tx, 1)).contains("changed before it was read");
          tx.isNow(Row.class, 1, String.class, "changed again");
          assertThat(read(tx, 1)).contains("changed again");
          assertThat(read(tx, 2)).contains("2 read");
          return tx;
        });
  }

  @Test
  void different_things_of_the_same_ones_are_told_apart() {
    shared(
        tx -> {
          tx.dealsWith(Row.class, List.of(1L));
          read(tx, 1);
          Optional<String> other =
              tx.read(Row.class, 1, "something else", ids -> Map.of(1L, "else"));
          assertThat(other).contains("else");
          assertThat(read(tx, 1)).contains("1 read");
          return tx;
        });
  }

  @Test
  void rows_of_a_class_are_written_at_the_end_in_their_order() {
    shared(
        tx -> {
          tx.write(new Row(2), (same, rows) -> writes.add(List.copyOf(rows)));
          tx.write(new Other(9), (same, rows) -> assertThat(writes).hasSize(1));
          tx.write(new Row(1), (same, rows) -> writes.add(List.copyOf(rows)));
          assertThat(writes).isEmpty();
          return tx;
        });
    assertThat(writes).containsExactly(List.of(new Row(2), new Row(1)));
  }

  @Test
  void what_follows_from_a_written_row_is_written_too() {
    shared(
        tx -> {
          tx.write(new Row(1), (same, rows) -> same.atEnd(Late.class, Late::new).tx = same);
          return tx;
        });
    assertThat(writes).containsExactly(List.of(new Row(7)));
  }

  /** Gathers a fact that is a row again. */
  private final class Late implements Tx.AtEnd {
    private Tx tx;

    @Override
    public void write(Tx same) {
      assertThat(same).isSameAs(tx);
      same.write(new Row(7), (again, rows) -> writes.add(List.copyOf(rows)));
    }
  }

  @Test
  void a_piece_alone_reads_and_writes_at_once() {
    database.run(
        tx -> {
          tx.dealsWith(Row.class, List.of(1L, 2L));
          read(tx, 1);
          tx.isNow(Row.class, 1, String.class, "changed");
          assertThat(read(tx, 1)).contains("1 read");
          tx.write(new Row(1), (same, rows) -> writes.add(List.copyOf(rows)));
          tx.write(new Row(2), (same, rows) -> writes.add(List.copyOf(rows)));
          assertThat(writes).containsExactly(List.of(new Row(1)), List.of(new Row(2)));
        });
    assertThat(reads).containsExactly(List.of(1L), List.of(1L));
  }

  private void shared(Function<Tx, Object> work) {
    database.run(
        tx -> {
          tx.takesMany();
          work.apply(tx);
        });
  }

  private Optional<String> read(Tx tx, long id) {
    return tx.read(
        Row.class,
        id,
        String.class,
        ids -> {
          reads.add(ids);
          var found = new HashMap<Long, String>();
          ids.stream().filter(each -> each > 0).forEach(each -> found.put(each, each + " read"));
          return found;
        });
  }

  /** What pieces read that end up in one group, each about one. */
  private List<String> together(long... ids) throws Exception {
    var group = new GroupCommit(database, ids.length, Duration.ofMinutes(5));
    var all = new ArrayList<Future<String>>();
    for (long id : ids) {
      all.add(
          hands.submit(
              () ->
                  group.inTransaction(
                      tx -> tx.dealsWith(Row.class, List.of(id)),
                      tx -> read(tx, id).orElseThrow())));
    }
    var found = new ArrayList<String>();
    for (Future<String> each : all) {
      found.add(each.get());
    }
    return found;
  }
}
