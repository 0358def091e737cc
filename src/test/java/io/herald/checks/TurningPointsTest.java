package io.herald.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.members.Person;
import io.herald.members.Role;
import io.herald.testkit.House;
import io.herald.testkit.OnBothDatabases;
import io.herald.testkit.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class TurningPointsTest {
  private static final Instant BEGINS = Instant.parse("2027-03-01T08:00:00Z");
  private static final String PACK =
      """
      pack: acme
      name: Acme
      version: "1"
      about: Our own.
      rules:
        - id: quiet
          name: Quiet period
          severity: warning
          source: the board
          why: Results are near.
          better: Say it afterwards.
          names: [Results]
          from: 2027-03-01T08:00:00Z
          until: 2027-03-08T08:00:00Z
          finds: Results are near.
          spares: Nothing is near.
      """;

  private final House house;
  private final Person dan;

  TurningPointsTest(TestDatabase on) {
    house = new House(on.open());
    dan = house.joined("Dan", Role.ADMIN);
  }

  @BeforeEach
  void anHourBefore() {
    house.clock.set(BEGINS.minus(Duration.ofHours(1)));
    house.run(tx -> house.packs.load(tx, PackReader.read(PACK), dan.member()));
    look();
    house.work(Packs.RECHECK);
  }

  @AfterEach
  void close() {
    house.close();
  }

  /** A look of a Herald that has just started: it knows nothing but the database. */
  private void look() {
    var points =
        new TurningPoints(new Packs(house.records, house.outbox, house.clock), house.clock);
    house.run(points::look);
  }

  private List<Recheck> looks() {
    look();
    return house.work(Packs.RECHECK).stream()
        .map(id -> house.in(tx -> house.packs.recheck(tx, id)).orElseThrow())
        .toList();
  }

  @Test
  void what_is_written_is_looked_at_again_when_a_rule_begins_and_when_it_ends() {
    house.clock.set(BEGINS.minusMillis(1));
    assertThat(looks()).isEmpty();

    house.clock.set(BEGINS);
    assertThat(looks())
        .singleElement()
        .satisfies(
            recheck -> {
              assertThat(recheck.pack()).isEqualTo("acme");
              assertThat(recheck.before()).isEqualTo(PACK);
              assertThat(recheck.beforeAt()).isEqualTo(BEGINS.minusMillis(1));
              assertThat(recheck.member()).isNull();
            });
    assertThat(looks()).as("once").isEmpty();

    house.clock.advance(Duration.ofDays(7));
    assertThat(looks()).hasSize(1);
  }

  @Test
  void a_herald_that_was_down_makes_up_for_it_with_one_look() {
    house.clock.advance(Duration.ofDays(30));
    assertThat(looks())
        .singleElement()
        .satisfies(recheck -> assertThat(recheck.beforeAt()).isEqualTo(BEGINS.minusMillis(1)));
  }

  @Test
  void a_pack_that_came_after_its_rules_began_is_not_looked_for_twice() {
    house.clock.set(BEGINS.plus(Duration.ofHours(1)));
    house.run(
        tx -> house.packs.load(tx, PackReader.read(PACK.replace("\"1\"", "\"2\"")), dan.member()));
    assertThat(looks())
        .singleElement()
        .satisfies(recheck -> assertThat(recheck.byItself()).isFalse());
  }

  @Test
  void a_pack_that_is_switched_off_begins_nothing() {
    house.run(tx -> house.packs.turn(tx, "acme", false, dan.member()));
    house.clock.set(BEGINS);
    assertThat(looks()).isEmpty();
  }

  @Test
  void of_several_nodes_one_looks() throws Exception {
    house.clock.set(BEGINS);
    var chores = new io.herald.outbox.Chores(house.clock);
    var points = new TurningPoints(house.packs, house.clock);
    Callable<Boolean> node =
        () ->
            house.holds(
                tx -> {
                  boolean mine = chores.take(tx, "look_at_rules", Duration.ofSeconds(5));
                  if (mine) {
                    points.look(tx);
                  }
                  return mine;
                });
    var nodes = Executors.newFixedThreadPool(3);
    try {
      for (var end : nodes.invokeAll(Stream.generate(() -> node).limit(6).toList())) {
        end.get();
      }
    } finally {
      nodes.shutdown();
    }
    assertThat(house.work(Packs.RECHECK)).hasSize(1);
  }
}
