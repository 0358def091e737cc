package io.herald.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.herald.members.AccountFacts.Kind;
import io.herald.testkit.House;
import io.herald.testkit.OnBothDatabases;
import io.herald.testkit.TestDatabase;
import io.herald.words.Refusal;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class PeopleTest {
  private final House house;
  private final People people;

  PeopleTest(TestDatabase kind) {
    house = new House(kind.open());
    people = house.people;
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void whoever_is_met_first_is_kept_by_account_alone_and_looked_up() {
    Person met = house.stranger("U7");

    assertThat(met.kind()).isEqualTo(Kind.UNKNOWN);
    assertThat(met.name()).isNull();
    assertThat(met.at()).isEqualTo("@U7");
    assertThat(house.work(People.LOOK_UP)).containsExactly(met.id());
    assertThat(house.stranger("U7")).isEqualTo(met);
    assertThat(house.work(People.LOOK_UP)).isEmpty();
  }

  @Test
  void the_same_user_id_in_another_workspace_is_somebody_else() {
    Person here = house.stranger("U7");
    Person there = house.in(tx -> people.meet(tx, new Account(Platform.SLACK, "T2", "U7")));

    assertThat(there.member()).isNotEqualTo(here.member());
    assertThat(there.workspace()).isNotEqualTo(here.workspace());
    assertThat(house.<Person>in(tx -> people.inWorkspace(tx, there.workspace(), "U7")))
        .isEqualTo(there);
  }

  @Test
  void what_the_platform_says_is_kept() {
    Person amira = house.person("Amira", "amira@example.com", Kind.MEMBER);

    assertThat(amira.at()).isEqualTo("@Amira");
    assertThat(amira.zoneId()).isEqualTo(ZoneId.of("Europe/Berlin"));
    assertThat(amira.email()).isEqualTo("amira@example.com");
    assertThat(house.holds(tx -> people.stillHere(tx, amira.member()))).isTrue();
  }

  @Test
  void whoever_leaves_the_organisation_is_here_no_more_and_may_come_back() {
    Person amira = house.member("Amira");

    learn(amira, false);
    learn(amira, false);
    assertThat(house.holds(tx -> people.stillHere(tx, amira.member()))).isFalse();
    assertThatThrownBy(() -> house.run(tx -> people.join(tx, amira))).isInstanceOf(Refusal.class);

    learn(amira, true);
    assertThat(house.holds(tx -> people.stillHere(tx, amira.member()))).isTrue();
    assertThat(house.recorded("member/" + amira.member()))
        .containsExactly("member_gone", "member_back");
  }

  private void learn(Person person, boolean active) {
    house.run(
        tx ->
            people.learn(
                tx,
                person.id(),
                new AccountFacts(
                    person.account(), "Amira", null, Kind.MEMBER, ZoneId.of("UTC"), active)));
  }

  @Test
  void joining_is_recorded_once_and_follows_general() {
    Person amira = house.member("Amira");

    assertThat(house.holds(tx -> people.join(tx, amira))).isTrue();
    assertThat(house.holds(tx -> people.join(tx, amira))).isFalse();
    assertThat(house.again(amira).joined()).isTrue();
    assertThat(house.list(tx -> people.follows(tx, amira.member())))
        .containsExactly(People.GENERAL);
    assertThat(house.recorded("member/" + amira.member())).containsExactly("joined");
  }

  @Test
  void whoever_chose_topics_before_joining_gets_no_other() {
    long hiring = house.topic("Hiring").id();
    Person amira = house.member("Amira");
    house.run(tx -> people.follow(tx, amira.member(), List.of(hiring)));

    house.run(tx -> people.join(tx, amira));

    assertThat(house.list(tx -> people.follows(tx, amira.member()))).containsExactly(hiring);
  }

  @Test
  void leaving_is_recorded_once_and_keeps_the_topics() {
    Person amira = house.joined("Amira");

    assertThat(house.holds(tx -> people.leave(tx, amira))).isTrue();
    assertThat(house.holds(tx -> people.leave(tx, amira))).isFalse();
    assertThat(house.again(amira).joined()).isFalse();
    assertThat(house.list(tx -> people.follows(tx, amira.member())))
        .containsExactly(People.GENERAL);
    assertThat(house.recorded("member/" + amira.member())).containsExactly("joined", "left");
  }

  @Test
  void somebody_unknown_is_looked_up_before_anything_hangs_on_who_they_are() {
    Person stranger = house.stranger("U7");

    assertThatThrownBy(() -> house.run(tx -> people.mustBelong(tx, stranger)))
        .isInstanceOf(NotKnownYet.class);
  }

  @Test
  void guests_belong_only_when_an_admin_lets_them_in_and_bots_and_foreigners_never() {
    Person guest = house.person("Guest", null, Kind.GUEST);
    Person bot = house.person("Bot", null, Kind.BOT);
    Person foreign = house.person("Foreign", null, Kind.FOREIGN);

    assertThat(house.holds(tx -> people.belongs(tx, guest))).isFalse();
    house.run(tx -> house.organisation.guests(tx, null, true));
    assertThat(house.holds(tx -> people.belongs(tx, guest))).isTrue();
    assertThat(house.holds(tx -> people.belongs(tx, bot))).isFalse();
    assertThat(house.holds(tx -> people.belongs(tx, foreign))).isFalse();
    assertThatThrownBy(() -> house.run(tx -> people.mustBelong(tx, bot)))
        .isInstanceOfSatisfying(
            Refusal.class, r -> assertThat(r.key()).isEqualTo("refusal.not_a_member"));
  }

  @Test
  void a_welcome_is_given_once() {
    Person amira = house.member("Amira");

    assertThat(house.holds(tx -> people.welcome(tx, amira))).isTrue();
    assertThat(house.holds(tx -> people.welcome(tx, amira))).isFalse();
  }

  @Test
  void following_records_only_what_changed() {
    long hiring = house.topic("Hiring").id();
    Person amira = house.joined("Amira");

    house.run(tx -> people.follow(tx, amira.member(), List.of(People.GENERAL, hiring)));
    house.run(tx -> people.follow(tx, amira.member(), List.of(hiring)));

    assertThat(house.recorded("member/" + amira.member()))
        .containsExactly("joined", "followed", "unfollowed");
  }

  @Test
  void tracking_is_on_until_it_is_switched_off() {
    Person amira = house.member("Amira");
    assertThat(amira.tracking()).isTrue();

    house.run(tx -> people.track(tx, amira, true));
    house.run(tx -> people.track(tx, amira, false));

    assertThat(house.again(amira).tracking()).isFalse();
    assertThat(house.recorded("member/" + amira.member())).containsExactly("tracking_set");
  }

  @Test
  void what_somebody_does_is_noted_once_in_a_minute() {
    Person amira = house.member("Amira");
    house.run(tx -> people.used(tx, amira));
    Person first = house.again(amira);
    assertThat(first.lastUsedAt()).isNotNull();
    house.clock.advance(java.time.Duration.ofSeconds(59));
    house.run(tx -> people.used(tx, first));
    assertThat(house.again(amira).lastUsedAt()).isEqualTo(first.lastUsedAt());

    house.clock.advance(java.time.Duration.ofSeconds(2));
    house.run(tx -> people.used(tx, first));
    assertThat(house.again(amira).lastUsedAt()).isAfter(first.lastUsedAt());
  }

  @Test
  void an_equal_address_makes_two_accounts_one_person_as_far_as_refusing_goes() {
    Person one = house.person("One", "Same@example.com", Kind.MEMBER);
    Person two = house.person("Two", "same@EXAMPLE.com", Kind.MEMBER);
    Person three = house.person("Three", "three@example.com", Kind.MEMBER);
    Person four = house.member("Four");
    Person five = house.member("Five");

    assertThat(same(one, one)).isTrue();
    assertThat(same(one, two)).isTrue();
    assertThat(same(one, three)).isFalse();
    assertThat(same(four, five)).as("no address equals none").isFalse();
  }

  private boolean same(Person one, Person other) {
    return house.holds(tx -> people.same(tx, one.member(), other.member()));
  }
}
