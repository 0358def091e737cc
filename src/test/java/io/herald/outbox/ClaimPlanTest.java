package io.herald.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.testkit.House;
import io.herald.testkit.OnBothDatabases;
import io.herald.testkit.TestDatabase;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.sqlobject.customizer.Define;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A claim must not read what it does not claim, or it gets slower with everything that waits. Both
 * databases say beforehand how they will go about it.
 */
@OnBothDatabases
class ClaimPlanTest {
  private static final int WAITING = 20_000;

  private final TestDatabase database;
  private final House house;

  ClaimPlanTest(TestDatabase database) {
    this.database = database;
    this.house = new House(database.open());
  }

  /** Asks the database for its plan of a statement of the outbox. */
  interface PlanSql {
    @SqlUpdate(
        """
        INSERT INTO outbox (lane, kind, subject, due_at, queued_at)
        SELECT 1, 'card', s.n, :due, :due FROM generate_series(1, :many) AS s(n)
        """)
    void fill(int many, Instant due);

    @SqlUpdate(
        """
        UPDATE outbox SET kind = 'delivery', workspace = 1, due_at = :due WHERE subject > :from
        """)
    void divert(int from, Instant due);

    @SqlUpdate("ANALYZE")
    void analyze();

    @SqlQuery("EXPLAIN <statement>")
    List<String> ordered(@Define String statement, int lane, Instant now, int most);

    @SqlQuery("EXPLAIN <statement>")
    List<String> plain(@Define String statement);
  }

  @BeforeEach
  void fill() {
    house.run(tx -> tx.sql(PlanSql.class).fill(WAITING, house.clock.instant()));
    house.run(tx -> tx.sql(PlanSql.class).analyze());
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void what_is_due_is_read_from_the_index_in_its_order() {
    String due = statement("due");
    String plan =
        plan(house.list(tx -> tx.sql(PlanSql.class).ordered(due, 1, house.clock.instant(), 100)));
    assertThat(due).doesNotContain("FOR UPDATE");
    assertThat(plan).contains("outbox_due");
    if (database == TestDatabase.H2_FILE) {
      assertThat(plan).contains("index sorted");
    } else {
      assertThat(plan).doesNotContain("Seq Scan").doesNotContain("Sort");
    }
  }

  @Test
  void what_is_due_for_one_workspace_is_read_from_an_index_in_its_order() {
    // A broadcast in another workspace waits as well, and longer.
    house.run(tx -> tx.sql(PlanSql.class).divert(100, house.clock.instant().minusSeconds(60)));
    house.run(tx -> tx.sql(PlanSql.class).analyze());
    String due = statement("dueOf").replace(":kind", "'card'").replace(":workspace", "0");
    String plan =
        plan(house.list(tx -> tx.sql(PlanSql.class).ordered(due, 1, house.clock.instant(), 100)));
    assertThat(due).doesNotContain("FOR UPDATE");
    assertThat(plan).contains("outbox_route");
    if (database == TestDatabase.H2_FILE) {
      assertThat(plan).contains("index sorted");
    } else {
      assertThat(plan).doesNotContain("Seq Scan").doesNotContain("Sort");
    }
  }

  @Test
  void what_is_claimed_is_locked_marked_and_read_by_its_ids() {
    String ids =
        IntStream.rangeClosed(1, 100).mapToObj(String::valueOf).collect(Collectors.joining(","));
    for (String name : List.of("lock", "claim", "read")) {
      String statement = statement(name).replace("<ids>", ids).replace(":node", "1");
      assertThat(plan(house.list(tx -> tx.sql(PlanSql.class).plain(statement))))
          .as(name)
          .contains(database == TestDatabase.H2_FILE ? "PRIMARY_KEY" : "outbox_pkey")
          .doesNotContain("Seq Scan")
          .doesNotContain("tableScan");
    }
  }

  private static String plan(List<String> lines) {
    return String.join("\n", lines);
  }

  /** The text of one of the outbox's statements. */
  private static String statement(String name) {
    return Arrays.stream(OutboxSql.class.getDeclaredMethods())
        .filter(method -> method.getName().equals(name))
        .map(
            method ->
                method.isAnnotationPresent(SqlQuery.class)
                    ? method.getAnnotation(SqlQuery.class).value()
                    : method.getAnnotation(SqlUpdate.class).value())
        .findFirst()
        .orElseThrow(() -> new AssertionError("no statement " + name));
  }
}
