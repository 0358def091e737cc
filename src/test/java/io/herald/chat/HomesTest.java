package io.herald.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.members.Person;
import io.herald.members.Role;
import io.herald.testkit.House;
import io.herald.testkit.OnBothDatabases;
import io.herald.testkit.TestDatabase;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class HomesTest {
  private final ChatHouse chat;
  private final House house;

  HomesTest(TestDatabase kind) {
    house = new House(kind.open());
    chat = new ChatHouse(house);
  }

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

  @Test
  void everybody_who_looked_lately_sees_what_changed_for_all() {
    Person now = house.member("Now");
    Person before = house.member("Before");
    house.run(tx -> chat.homes.opened(tx, before));
    house.clock.advance(Duration.ofDays(2));
    house.run(tx -> chat.homes.opened(tx, now));
    house.work(Homes.HOME);

    house.run(tx -> chat.homes.refreshMembers(tx));

    assertThat(house.work(Homes.HOME)).containsExactly(now.id());
  }

  @Test
  void each_list_of_each_person_is_turned_by_itself_until_home_is_opened_again() {
    Person amira = house.member("Amira");
    Person ben = house.member("Ben");
    house.run(
        tx -> {
          chat.homes.turn(tx, amira, HomeList.FEED, 10);
          chat.homes.turn(tx, amira, HomeList.FEED, 20);
          chat.homes.turn(tx, amira, HomeList.MINE, 5);
        });
    assertThat(skipped(amira, HomeList.FEED)).isEqualTo(20);
    assertThat(skipped(amira, HomeList.MINE)).isEqualTo(5);
    assertThat(skipped(amira, HomeList.REVIEWS)).isZero();
    assertThat(skipped(ben, HomeList.FEED)).isZero();
    assertThat(house.work(Homes.HOME)).containsExactly(amira.id());

    house.run(tx -> chat.homes.opened(tx, amira));
    assertThat(skipped(amira, HomeList.FEED)).isZero();
  }

  private int skipped(Person person, HomeList list) {
    return house.in(tx -> chat.homes.skipped(tx, person, list));
  }
}
