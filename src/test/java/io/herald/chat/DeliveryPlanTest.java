package io.herald.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.members.Role;
import io.herald.testkit.Crowd;
import io.herald.testkit.House;
import io.herald.testkit.OnBothDatabases;
import io.herald.testkit.TestDatabase;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jdbi.v3.sqlobject.customizer.Define;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What is read of several at once for their deliveries is read by their ids. H2 uses an index of
 * two columns for its first one alone where the second is in a list, and would read the deliveries
 * of all members.
 */
@OnBothDatabases
class DeliveryPlanTest {
  private static final int MEMBERS = 3_000;

  private final TestDatabase kind;
  private final House house;

  DeliveryPlanTest(TestDatabase kind) {
    this.kind = kind;
    this.house = new House(kind.open());
  }

  /** Asks the database for its plan of a statement, with what it found. */
  interface PlanSql {
    @SqlUpdate(
        """
        INSERT INTO card (kind, subject, detail, workspace, recipient, state)
        SELECT 'POST', d.id, 0, 1, 'U' || d.member, 'SHOWN' FROM delivery d
        """)
    int cards();

    @SqlUpdate("ANALYZE")
    void analyze();

    @SqlQuery("EXPLAIN ANALYZE <statement>")
    List<String> plan(@Define String statement);
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void what_is_read_of_several_deliveries_is_read_from_an_index() {
    var author = house.member("Author");
    var approver = house.member("Approver", Role.APPROVER);
    Crowd.fill(house, House.TEAM, MEMBERS);
    long post = house.live(house.approved(house.submitted(author, "News"), approver)).id();
    assertThat(house.<Integer>in(tx -> tx.sql(PlanSql.class).cards())).isEqualTo(MEMBERS);
    house.run(tx -> tx.sql(PlanSql.class).analyze());

    for (String which :
        List.of(
            "campaign.BroadcastSql.deliveries",
            "campaign.DeliverySql.stands",
            "campaign.AskingSql.deliveries",
            "chat.CardSql.ofDeliveries",
            "members.PeopleSql.ofMembers",
            "members.PeopleSql.follows",
            "members.AttentionSql.find",
            "share.GivenSql.given",
            "share.GivenSql.own",
            "share.ShareSql.everShared",
            "policy.PolicySql.waiting")) {
      String statement =
          statement(which)
              .replaceAll("<\\w+>", "11, 12, 13, 13")
              .replace(":post", Long.toString(post))
              .replace(":broadcast", "1")
              .replace(":revision", "1");
      String plan = String.join("\n", house.list(tx -> tx.sql(PlanSql.class).plan(statement)));
      assertThat(mostRows(plan)).as(which + " reads few rows: " + plan).isLessThan(MEMBERS / 10);
    }
  }

  /** The most rows that a step of the plan came to, or looked at. */
  private int mostRows(String plan) {
    String number =
        kind == TestDatabase.H2_FILE
            ? "scanCount: (\\d+)"
            : "(?:Removed by Filter: |actual time=\\S+ rows=)(\\d+)";
    return Pattern.compile(number)
        .matcher(plan)
        .results()
        .mapToInt(found -> Integer.parseInt(found.group(1)))
        .max()
        .orElseThrow();
  }

  private static String statement(String which) {
    int dot = which.lastIndexOf('.');
    try {
      return Arrays.stream(
              Class.forName("io.herald." + which.substring(0, dot)).getDeclaredMethods())
          .filter(method -> method.getName().equals(which.substring(dot + 1)))
          .filter(method -> method.isAnnotationPresent(SqlQuery.class))
          .map(method -> method.getAnnotation(SqlQuery.class).value())
          .filter(sql -> sql.contains("<"))
          .findFirst()
          .orElseThrow(() -> new AssertionError("no statement " + which));
    } catch (ClassNotFoundException e) {
      throw new AssertionError("no statements " + which, e);
    }
  }
}
