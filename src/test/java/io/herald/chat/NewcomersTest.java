package io.herald.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.members.Person;
import io.herald.members.Role;
import io.herald.testkit.House;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NewcomersTest {
  private final House house = new House();
  private final Newcomers newcomers =
      new Newcomers(
          house.roles,
          house.outbox,
          new FirstSettings(Map.of(), List.of("dan@acme.example"), List.of("clara@acme.example")));

  @AfterEach
  void close() {
    house.close();
  }

  private List<Long> looked() {
    house.run(newcomers::came);
    return house.work(FirstSettingsErrand.FIRST_SETTINGS);
  }

  @Test
  void whom_the_settings_name_is_looked_for_until_the_roles_are_held() {
    assertThat(looked()).hasSize(1);
    house.member("Dan", Role.ADMIN);
    assertThat(looked()).hasSize(1);
    house.member("Clara", Role.APPROVER);
    assertThat(looked()).isEmpty();
  }

  @Test
  void somebody_is_new_once() {
    Person amira = house.member("Amira");
    assertThat(house.holds(tx -> house.people.used(tx, amira))).isTrue();
    assertThat(house.holds(tx -> house.people.used(tx, house.people.identity(tx, amira.id()))))
        .isFalse();
  }
}
