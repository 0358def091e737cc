package io.herald.records;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.testkit.House;
import io.herald.testkit.OnBothDatabases;
import io.herald.testkit.TestDatabase;
import java.util.Arrays;
import java.util.List;
import org.jdbi.v3.sqlobject.customizer.Define;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Sealing must not read what has its place, or it gets slower with every entry that there is. */
@OnBothDatabases
class SealPlanTest {
  private static final int PLACED = 20_000;

  private final TestDatabase database;
  private final House house;

  SealPlanTest(TestDatabase database) {
    this.database = database;
    this.house = new House(database.open());
  }

  interface PlanSql {
    @SqlUpdate(
        """
        INSERT INTO record (at, kind, subject, content, content_hash, number, chain_hash)
        SELECT o.first_seen, 'tried', 'thing/1', '{}', 'a', s.n, 'b'
        FROM (SELECT MIN(first_seen) AS first_seen FROM member) o,
          generate_series(1, :many) AS s(n)
        """)
    void fill(int many);

    @SqlUpdate("ANALYZE")
    void analyze();

    @SqlQuery("EXPLAIN <statement>")
    List<String> plan(@Define String statement, int most);
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void entries_without_a_place_are_read_from_the_index_in_its_order() {
    house.member("Anybody");
    house.run(tx -> tx.sql(PlanSql.class).fill(PLACED));
    house.run(tx -> tx.sql(PlanSql.class).analyze());

    String next = plan("next");
    assertThat(next).contains("record_unplaced");
    if (database == TestDatabase.H2_FILE) {
      assertThat(next).contains("index sorted");
    } else {
      assertThat(next).doesNotContain("Seq Scan").doesNotContain("Sort");
    }
    assertThat(plan("unplaced"))
        .containsAnyOf("record_unplaced", "record_number")
        .doesNotContain("Seq Scan")
        .doesNotContain("tableScan");
  }

  private String plan(String name) {
    String statement =
        Arrays.stream(ChainSql.class.getDeclaredMethods())
            .filter(method -> method.getName().equals(name))
            .map(method -> method.getAnnotation(SqlQuery.class).value())
            .findFirst()
            .orElseThrow();
    return String.join("\n", house.list(tx -> tx.sql(PlanSql.class).plan(statement, 100)));
  }
}
