package io.herald.share;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.members.Person;
import io.herald.members.Role;
import io.herald.network.Network;
import io.herald.post.Post;
import io.herald.share.TrackedSql.Count;
import io.herald.testkit.House;
import io.herald.testkit.OnBothDatabases;
import io.herald.testkit.TestDatabase;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The roll-up says what the rows that it sums up say. */
@OnBothDatabases
class StatsTest {
  private final House house;

  StatsTest(TestDatabase kind) {
    house = new House(kind.open());
  }

  @AfterEach
  void close() {
    house.close();
  }

  interface RawSql {
    @SqlQuery("SELECT COUNT(*) FROM share")
    long shares();

    @SqlQuery(
        "SELECT COUNT(*) FROM (SELECT DISTINCT post, member FROM share_link WHERE counted_at IS NOT"
            + " NULL) people")
    long people();

    @SqlQuery("SELECT id FROM tracked_link ORDER BY id")
    List<Long> links();

    @SqlQuery("SELECT COALESCE(SUM(shares), 0) FROM share_stat")
    long statShares();

    @SqlQuery("SELECT COALESCE(SUM(people), 0) FROM share_stat")
    long statPeople();

    @SqlQuery("SELECT COALESCE(SUM(visits), 0) FROM share_stat")
    long statVisits();
  }

  @Test
  void shares_people_and_visits_add_up_whatever_the_order() {
    long seed = System.nanoTime();
    System.out.println("StatsTest seed " + seed);
    var random = new Random(seed);
    Person author = house.member("Author");
    Person approver = house.member("Approver", Role.APPROVER);
    List<Post> posts =
        List.of(house.live(author, approver, "One"), house.live(author, approver, "Two"));
    var people = new ArrayList<Person>();
    for (int i = 0; i < 5; i++) {
      people.add(house.member("Member " + i));
    }
    var networks = List.of(Network.LINKEDIN, Network.X, Network.BLUESKY);
    long visits = 0;
    for (int step = 0; step < 60; step++) {
      house.clock.advance(Duration.ofSeconds(random.nextInt(30_000)));
      house.share(
          people.get(random.nextInt(people.size())),
          posts.get(random.nextInt(posts.size())),
          networks.get(random.nextInt(networks.size())));
      List<Long> links = house.list(tx -> tx.sql(RawSql.class).links());
      LocalDate today = LocalDate.ofInstant(house.clock.instant(), ZoneOffset.UTC);
      var counts = new ArrayList<Count>();
      for (long link : links) {
        long more = random.nextInt(3);
        if (more > 0) {
          counts.add(new Count(link, today, more));
          visits += more;
        }
      }
      if (!counts.isEmpty()) {
        house.run(tx -> Stats.visited(tx, counts, today, new Places()));
      }
    }
    assertThat(house.<Long>in(tx -> tx.sql(RawSql.class).statShares()))
        .isEqualTo(house.<Long>in(tx -> tx.sql(RawSql.class).shares()));
    assertThat(house.<Long>in(tx -> tx.sql(RawSql.class).statPeople()))
        .isEqualTo(house.<Long>in(tx -> tx.sql(RawSql.class).people()));
    assertThat(house.<Long>in(tx -> tx.sql(RawSql.class).statVisits())).isEqualTo(visits);
  }
}
