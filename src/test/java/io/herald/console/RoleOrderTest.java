package io.herald.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.members.AccountFacts.Kind;
import io.herald.members.Person;
import io.herald.members.Role;
import io.herald.testkit.House;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RoleOrderTest {
  private final House house = new House();
  private final List<String> heard = new ArrayList<>();

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void somebody_becomes_admin_by_address_when_no_admin_is_left() {
    Person amira = house.person("Amira", "amira@acme.example", Kind.MEMBER);

    assertThat(order("role grant", "ADMIN", "Amira@Acme.example")).isZero();
    assertThat(order("role grant", "admin", "@" + amira.platformId())).isZero();

    assertThat(house.holds(tx -> house.roles.holds(tx, amira.member(), Role.ADMIN))).isTrue();
    assertThat(heard).containsExactly("@Amira is now admin.", "@Amira was admin before.");
    String entry = house.list(tx -> house.records.about(tx, "member/" + amira.member())).get(0);
    assertThat(entry).contains("role_granted", "\"way\":\"command line\"").doesNotContain("actor");
  }

  @Test
  void a_role_is_taken_but_not_the_last_admins() {
    Person dan = house.person("Dan", "dan@acme.example", Kind.MEMBER, Role.ADMIN, Role.LEAD);

    assertThat(order("role take", "lead", "dan@acme.example")).isZero();
    assertThat(order("role take", "admin", "dan@acme.example")).isEqualTo(1);

    assertThat(house.holds(tx -> house.roles.holds(tx, dan.member(), Role.LEAD))).isFalse();
    assertThat(house.holds(tx -> house.roles.holds(tx, dan.member(), Role.ADMIN))).isTrue();
    assertThat(heard.get(1)).contains("last admin");
  }

  @Test
  void who_is_not_known_or_not_alone_is_named_with_the_way_out() {
    house.person("Amira", "one@acme.example", Kind.MEMBER);
    house.inTeams("Ben", "one@acme.example", Kind.MEMBER);

    assertThat(order("role grant", "lead", "nobody@acme.example")).isEqualTo(1);
    assertThat(order("role grant", "lead", "one@acme.example")).isEqualTo(1);
    assertThat(order("role grant", "king", "one@acme.example")).isEqualTo(1);

    assertThat(heard.get(0)).contains("nobody@acme.example", "writes to Herald once");
    assertThat(heard.get(1)).contains("UAMIRA (slack)", "29:Ben (teams)");
    assertThat(heard.get(2)).contains("king", "approver, lead, records, handler, admin");
  }

  private int order(String name, String... arguments) {
    var orders =
        new Orders(
            Map.of(
                "role grant",
                new RoleOrder(
                    true, house.database, house.people, house.roles, RoleOrder.Around.NOTHING),
                "role take",
                new RoleOrder(
                    false, house.database, house.people, house.roles, RoleOrder.Around.NOTHING)));
    return orders.carryOut(
        name,
        List.of(arguments),
        new Told() {
          @Override
          public void say(String line) {
            heard.add(line);
          }

          @Override
          public void complain(String line) {
            heard.add(line);
          }
        });
  }
}
