package io.herald.insights;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.testkit.House;
import io.herald.testkit.OnBothDatabases;
import io.herald.testkit.TestDatabase;
import java.lang.reflect.Method;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.sqlobject.customizer.Define;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Numbers must not cost more the more visits there were. */
@OnBothDatabases
class InsightsPlanTest {
  private final TestDatabase database;
  private final House house;

  InsightsPlanTest(TestDatabase database) {
    this.database = database;
    this.house = new House(database.open());
  }

  /** Asks the database for its plan of a statement. */
  interface PlanSql {
    @SqlUpdate(
        """
        INSERT INTO post (author, state, newest, live, live_at, created_at, changed_at)
        SELECT m.id, 'LIVE', 1, 1, m.first_seen, m.first_seen, m.first_seen
        FROM member m, generate_series(1, 500) AS s(n)
        """)
    void posts();

    @SqlUpdate(
        """
        INSERT INTO share_stat (post, network, on_date, shares, people, visits)
        SELECT p.id, 'x', :date, 1, 1, 1 FROM post p
        """)
    void stats(LocalDate date);

    @SqlUpdate("ANALYZE")
    void analyze();

    @SqlQuery("EXPLAIN <statement>")
    List<String> of(@Define String statement, long post);
  }

  @BeforeEach
  void fill() {
    house.member("Author");
    house.run(tx -> tx.sql(PlanSql.class).posts());
    for (int day = 0; day < 40; day++) {
      LocalDate date = LocalDate.EPOCH.plusDays(day);
      house.run(tx -> tx.sql(PlanSql.class).stats(date));
    }
    house.run(tx -> tx.sql(PlanSql.class).analyze());
  }

  @AfterEach
  void close() {
    house.close();
  }

  private static String statement(String name) {
    return Arrays.stream(InsightsSql.class.getDeclaredMethods())
        .filter(method -> method.getName().equals(name))
        .map(InsightsPlanTest::sql)
        .findFirst()
        .orElseThrow();
  }

  private static String sql(Method method) {
    return String.join(" ", method.getAnnotation(SqlQuery.class).value());
  }

  @Test
  void no_number_is_read_from_single_visits_or_shares() {
    List<Method> all =
        Arrays.stream(InsightsSql.class.getDeclaredMethods())
            .filter(method -> method.isAnnotationPresent(SqlQuery.class))
            .toList();
    assertThat(all).hasSizeGreaterThan(5);
    for (Method method : all) {
      assertThat(sql(method).toLowerCase(Locale.ROOT))
          .as(method.getName())
          .doesNotContainPattern("\\b(visit_count|tracked_link|share_link|share|delivery|card)\\b");
    }
  }

  @Test
  void the_parts_of_a_post_are_read_by_the_index_of_the_roll_up() {
    for (String name : List.of("byNetwork", "byDay", "post")) {
      String plan =
          String.join("\n", house.list(tx -> tx.sql(PlanSql.class).of(statement(name), 7)))
              .toLowerCase(Locale.ROOT);
      assertThat(plan).as(name).contains("share_stat");
      if (database == TestDatabase.H2_FILE) {
        assertThat(plan).as(name).doesNotContain("share_stat.tablescan");
      } else {
        assertThat(plan).as(name).doesNotContain("seq scan on share_stat");
      }
    }
  }
}
