package io.herald.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.herald.testkit.House;
import io.herald.testkit.OnBothDatabases;
import io.herald.testkit.TestDatabase;
import io.herald.words.Refusal;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class RolesTest {
  private final House house;
  private final Roles roles;

  RolesTest(TestDatabase kind) {
    house = new House(kind.open());
    roles = house.roles;
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void a_role_is_held_from_grant_to_taking_and_recorded_once_each() {
    Person admin = house.member("Admin", Role.ADMIN);
    Person amira = house.member("Amira");

    assertThat(holds(amira, Role.APPROVER)).isFalse();
    assertThat(grant(admin, amira, Role.APPROVER)).isTrue();
    assertThat(grant(admin, amira, Role.APPROVER)).isFalse();
    assertThat(holds(amira, Role.APPROVER)).isTrue();
    assertThat(take(admin, amira, Role.APPROVER)).isTrue();
    assertThat(take(admin, amira, Role.APPROVER)).isFalse();
    assertThat(holds(amira, Role.APPROVER)).isFalse();
    assertThat(house.recorded("member/" + amira.member()))
        .containsExactly("role_granted", "role_taken");
  }

  @Test
  void nothing_follows_from_a_higher_role() {
    Person admin = house.member("Admin", Role.ADMIN);

    assertThat(holds(admin, Role.ADMIN)).isTrue();
    assertThat(holds(admin, Role.APPROVER)).isFalse();
    assertThat(holds(admin, Role.LEAD)).isFalse();
  }

  @Test
  void the_last_admin_stays_admin() {
    Person admin = house.member("Admin", Role.ADMIN);
    assertThatThrownBy(() -> take(admin, admin, Role.ADMIN))
        .isInstanceOfSatisfying(
            Refusal.class, r -> assertThat(r.key()).isEqualTo("refusal.last_admin"));

    Person second = house.member("Second", Role.ADMIN);
    assertThat(take(second, admin, Role.ADMIN)).isTrue();
  }

  @Test
  void a_role_is_worth_nothing_once_its_holder_left_the_organisation() {
    Person amira = house.member("Amira", Role.APPROVER);

    house.run(
        tx ->
            house.people.learn(
                tx,
                amira.id(),
                new AccountFacts(
                    amira.account(),
                    "Amira",
                    null,
                    AccountFacts.Kind.MEMBER,
                    ZoneId.of("UTC"),
                    false)));

    assertThat(holds(amira, Role.APPROVER)).isFalse();
  }

  @Test
  void one_of_several_roles_is_enough_and_the_first_is_named_when_none_is_there() {
    Person lead = house.member("Lead", Role.LEAD);
    Person amira = house.member("Amira");

    house.run(tx -> roles.must(tx, lead.member(), Role.APPROVER, Role.LEAD));

    assertThatThrownBy(() -> house.run(tx -> roles.must(tx, amira.member(), Role.LEAD, Role.ADMIN)))
        .isInstanceOfSatisfying(
            Refusal.class,
            r ->
                assertThat(r.text().plain(ZoneId.of("UTC")))
                    .isEqualTo("Only a comms lead or an admin can do this."));
  }

  @Test
  void holders_are_found_as_members_and_as_people() {
    Person one = house.member("One", Role.LEAD);
    Person two = house.member("Two", Role.LEAD, Role.ADMIN);

    assertThat(house.list(tx -> roles.holders(tx, Role.LEAD)))
        .containsExactlyInAnyOrder(one.member(), two.member());
    assertThat(house.list(tx -> roles.people(tx, Role.ADMIN))).containsExactly(two);
    assertThat(house.list(tx -> roles.people(tx, Role.RECORDS))).isEmpty();
  }

  private boolean holds(Person person, Role role) {
    return house.holds(tx -> roles.holds(tx, person.member(), role));
  }

  private boolean grant(Person by, Person to, Role role) {
    return house.holds(tx -> roles.grant(tx, by.member(), to.member(), role));
  }

  private boolean take(Person by, Person from, Role role) {
    return house.holds(tx -> roles.take(tx, by.member(), from.member(), role));
  }
}
