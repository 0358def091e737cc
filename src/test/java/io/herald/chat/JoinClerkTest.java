package io.herald.chat;

import static io.herald.chat.ChatHouse.choice;
import static io.herald.chat.ChatHouse.labels;
import static io.herald.chat.ChatHouse.refused;
import static io.herald.chat.ChatHouse.said;
import static io.herald.chat.ChatHouse.shown;
import static io.herald.chat.ChatHouse.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.herald.members.AccountFacts.Kind;
import io.herald.members.NotKnownYet;
import io.herald.members.Person;
import io.herald.policy.Language;
import io.herald.policy.PolicyText;
import io.herald.policy.Readers;
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
              chat.homes),
          house.policies);

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
                + " here. “/herald settings” changes the topics, “/herald leave” ends it all at"
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
                + " come back, type “/herald join”.");
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

  private long published(String title) {
    var text = new PolicyText(Language.ENGLISH, title, "https://acme.example/", "Be kind.");
    return house.in(
        tx -> house.policies.publish(tx, house.member("Dan").member(), text, Readers.EVERYBODY));
  }

  @Test
  void the_policy_is_shown_before_anybody_joins_one_document_after_the_other() {
    Person amira = house.member("Amira");
    long first = published("Sharing");
    published("Safety");

    Card card = shown(ask(amira, new Intent.Join()));
    assertThat(words(card)).contains("Before you join", "Sharing", "Be kind.");
    assertThat(labels(card))
        .containsExactly("Open the policy", "I have read it: join", "Join, read it later");
    assertThat(house.again(amira).joined()).isFalse();

    Card second = shown(ask(amira, (Intent.Joining) choice(card, "I have read it: join").intent()));
    assertThat(words(second)).contains("Safety");
    assertThat(house.again(amira).joined()).isFalse();
    assertThat(said(ask(amira, (Intent.Joining) choice(second, "I have read it: join").intent())))
        .startsWith("You have joined.");
    assertThat(house.again(amira).joined()).isTrue();
    assertThat(house.recorded("policy/" + first)).contains("policy_acknowledged");
  }

  @Test
  void whoever_reads_later_joins_now_and_is_not_asked_again_by_itself() {
    Person amira = house.member("Amira");
    published("Sharing");
    Card card = shown(ask(amira, new Intent.Join()));

    assertThat(said(ask(amira, (Intent.Joining) choice(card, "Join, read it later").intent())))
        .startsWith("You have joined.")
        .contains("/herald policy");
    assertThat(house.list(tx -> house.policies.takeAsks(tx, 10))).isEmpty();
    assertThat(house.holds(tx -> house.policies.waits(tx, amira.member()))).isTrue();
  }
}
