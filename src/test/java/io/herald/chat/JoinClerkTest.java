package io.herald.chat;

import static io.herald.chat.ChatHouse.refused;
import static io.herald.chat.ChatHouse.said;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.herald.members.AccountFacts.Kind;
import io.herald.members.NotKnownYet;
import io.herald.members.Person;
import io.herald.testkit.House;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JoinClerkTest {
  private final ChatHouse chat = new ChatHouse();
  private final House house = chat.house;
  private final JoinClerk clerk =
      new JoinClerk(
          house.people,
          house.topics,
          chat.cards,
          chat.homes,
          new SettingsClerk(
              house.people,
              house.roles,
              house.organisation,
              house.attention,
              house.digests,
              house.topics,
              chat.homes));

  @AfterEach
  void close() {
    chat.close();
  }

  private Reply ask(Person person, Intent.Joining intent) {
    return chat.ask(clerk, person, intent);
  }

  @Test
  void joining_says_what_comes_and_how_to_change_it() {
    Person amira = house.member("Amira");

    assertThat(said(ask(amira, new Intent.Join())))
        .isEqualTo(
            "You have joined. You follow General: when a post about it goes live, you get a card"
                + " here. `/herald settings` changes the topics, `/herald leave` ends it all at"
                + " once.");
    assertThat(house.again(amira).joined()).isTrue();
  }

  @Test
  void joining_twice_says_so_and_changes_nothing() {
    Person amira = house.joined("Amira");

    assertThat(said(ask(amira, new Intent.Join()))).startsWith("You had joined before. ");
    assertThat(house.recorded("member/" + amira.member())).containsExactly("joined");
  }

  @Test
  void whoever_follows_nothing_learns_that_nothing_comes() {
    Person amira = house.joined("Amira");
    house.run(tx -> house.people.follow(tx, amira.member(), List.of()));

    assertThat(said(ask(amira, new Intent.Join()))).contains("no posts come to you");
  }

  @Test
  void guests_bots_and_people_of_other_organisations_cannot_join() {
    for (Kind kind : List.of(Kind.GUEST, Kind.BOT, Kind.FOREIGN)) {
      Person person = house.person(kind.name(), null, kind);
      assertThat(refused(() -> ask(person, new Intent.Join())))
          .startsWith("Herald is for the members of this organisation");
      assertThat(house.again(person).joined()).isFalse();
    }
  }

  @Test
  void somebody_unknown_is_looked_up_before_they_join() {
    Person stranger = house.stranger("U7");

    assertThatThrownBy(() -> ask(stranger, new Intent.Join())).isInstanceOf(NotKnownYet.class);
  }

  @Test
  void leaving_says_what_stays_and_how_to_come_back() {
    Person amira = house.joined("Amira");

    assertThat(said(ask(amira, new Intent.Leave())))
        .isEqualTo(
            "You have left: nothing more is sent to you. Cards that you have go on working. To"
                + " come back, type `/herald join`.");
    assertThat(house.again(amira).joined()).isFalse();
    assertThat(said(ask(amira, new Intent.Leave()))).startsWith("You had not joined");
  }

  @Test
  void joining_and_leaving_draw_the_welcome_and_home_anew() {
    Person amira = house.member("Amira");
    CardRow welcome = chat.in(tx -> chat.cards.want(tx, CardKind.WELCOME, amira.member(), amira));
    house.run(tx -> chat.homes.opened(tx, amira));
    house.work(CardBook.CARD);
    house.work(Homes.HOME);

    ask(amira, new Intent.Join());
    assertThat(house.work(CardBook.CARD)).containsExactly(welcome.id());
    ask(amira, new Intent.Leave());
    assertThat(house.work(Homes.HOME)).containsExactly(amira.id());
  }
}
