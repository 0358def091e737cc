package io.herald.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.members.Person;
import io.herald.members.Role;
import io.herald.testkit.House;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HomesTest {
  private final ChatHouse chat = new ChatHouse();
  private final House house = chat.house;

  @AfterEach
  void close() {
    chat.close();
  }

  @Test
  void a_home_is_drawn_when_it_is_opened_and_anew_when_something_changes() {
    Person amira = house.member("Amira");

    house.run(tx -> chat.homes.opened(tx, amira));
    assertThat(house.work(Homes.HOME)).containsExactly(amira.id());
    house.run(tx -> chat.homes.refresh(tx, amira.member()));
    assertThat(house.work(Homes.HOME)).containsExactly(amira.id());
  }

  @Test
  void whoever_never_opened_home_has_none_to_draw() {
    Person amira = house.member("Amira", Role.APPROVER);

    house.run(
        tx -> {
          chat.homes.refresh(tx, amira.member());
          chat.homes.refresh(tx, Role.APPROVER);
        });

    assertThat(house.work(Homes.HOME)).isEmpty();
  }

  @Test
  void everybody_with_a_role_sees_what_changed_for_it() {
    Person one = house.member("One", Role.APPROVER);
    Person two = house.member("Two", Role.APPROVER, Role.LEAD);
    Person three = house.member("Three", Role.LEAD);
    house.run(
        tx -> {
          chat.homes.opened(tx, one);
          chat.homes.opened(tx, two);
          chat.homes.opened(tx, three);
        });
    house.work(Homes.HOME);

    house.run(tx -> chat.homes.refresh(tx, Role.APPROVER));

    assertThat(house.work(Homes.HOME)).containsExactlyInAnyOrder(one.id(), two.id());
  }
}
