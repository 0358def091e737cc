package io.herald.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.herald.members.AccountFacts.Kind;
import io.herald.testkit.House;
import io.herald.testkit.OnBothDatabases;
import io.herald.testkit.TestDatabase;
import io.herald.words.Refusal;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class LinkingTest {
  private final House house;
  private final Person slack;
  private final Person teams;

  LinkingTest(TestDatabase kind) {
    house = new House(kind.open());
    slack = house.person("Amira", "Amira@acme.example", Kind.MEMBER);
    teams = house.inTeams("Amira", "amira@ACME.example", Kind.MEMBER);
  }

  @AfterEach
  void close() {
    house.close();
  }

  private String code(Person person) {
    return house.in(tx -> house.linking.show(tx, person));
  }

  private String take(Person person, String code) {
    return words(
        house.in(tx -> house.linking.take(tx, house.people.identity(tx, person.id()), code)));
  }

  private String vouch(Person admin, Person whom, String code) {
    return words(house.in(tx -> house.linking.vouch(tx, admin, whom, code)));
  }

  private static String words(Linking.Taken taken) {
    return taken.why().map(why -> why.plain(ZoneOffset.UTC)).orElse("linked");
  }

  private boolean one(Person one, Person other) {
    return house.again(one).member() == house.again(other).member();
  }

  private static String wrong(String code) {
    return code.substring(0, code.length() - 1) + (code.endsWith("2") ? "3" : "2");
  }

  @Test
  void a_code_that_one_account_shows_and_the_other_takes_makes_them_one_member() {
    String code = code(slack);
    assertThat(code).matches("[2-9B-DF-HJKMNP-RTV-XZ]{3}-[2-9B-DF-HJKMNP-RTV-XZ]{5}");

    assertThat(take(teams, code.toLowerCase(Locale.ROOT).replace("-", " "))).isEqualTo("linked");

    assertThat(one(slack, teams)).isTrue();
    assertThat(house.again(teams).member()).as("whom Herald met first").isEqualTo(slack.member());
    assertThat(house.recorded("member/" + slack.member())).containsExactly("members_linked");
    assertThat(house.recorded("member/" + teams.member())).containsExactly("members_linked");
  }

  @Test
  void a_code_works_once_and_for_ten_minutes_and_only_the_newest_one() {
    String first = code(slack);
    String second = code(slack);
    assertThat(take(teams, first)).startsWith("This code is not right");

    house.clock.advance(Linking.GOOD_FOR);
    assertThat(take(teams, second)).startsWith("This code is not right");

    String third = code(slack);
    assertThat(take(teams, third)).isEqualTo("linked");
    assertThat(take(teams, third)).startsWith("This code is not right");
  }

  @Test
  void nothing_of_a_code_can_be_read_in_the_database() {
    String code = code(slack);

    var row =
        house.in(
            tx ->
                tx.sql(LinkSql.class)
                    .code(code.substring(0, 3), house.clock.instant().minusSeconds(60)));
    assertThat(row).isPresent();
    assertThat(row.get().hash()).hasSize(64).doesNotContain(code.substring(4));
  }

  @Test
  void five_wrong_tries_end_a_code_whoever_makes_them() {
    String code = code(slack);
    for (int i = 0; i < Linking.TRIES; i++) {
      Person guesser = house.inTeams("Guesser " + i, null, Kind.MEMBER);
      assertThat(take(guesser, wrong(code))).startsWith("This code is not right");
    }

    assertThat(take(teams, code)).startsWith("This code is not right");
    assertThat(one(slack, teams)).isFalse();
  }

  @Test
  void five_wrong_tries_end_a_persons_trying_for_ten_minutes() {
    for (int i = 0; i < Linking.TRIES; i++) {
      assertThat(take(teams, "no code " + i)).startsWith("This code is not right");
    }
    assertThat(take(teams, code(slack))).contains("wait ten minutes");

    house.clock.advance(Linking.GOOD_FOR);
    assertThat(take(teams, code(slack))).isEqualTo("linked");
  }

  @Test
  void tries_made_at_once_are_counted_one_by_one() throws Exception {
    String code = code(slack);
    ExecutorService many = Executors.newFixedThreadPool(8);
    try {
      List<Callable<String>> tries =
          java.util.stream.IntStream.range(0, 20)
              .<Callable<String>>mapToObj(i -> () -> take(teams, wrong(code)))
              .toList();
      long counted = 0;
      for (var each : many.invokeAll(tries)) {
        counted += each.get().startsWith("This code is not right") ? 1 : 0;
      }
      assertThat(counted).isEqualTo(Linking.TRIES);
    } finally {
      many.shutdownNow();
    }
  }

  @Test
  void accounts_with_different_or_unknown_addresses_stay_apart() {
    Person other = house.inTeams("Ben", "ben@acme.example", Kind.MEMBER);
    Person unseen = house.inTeams("Clara", null, Kind.MEMBER);
    Person hidden = house.person("Otto", null, Kind.MEMBER);

    assertThat(take(other, code(slack))).contains("same confirmed e-mail address", "link @person");
    assertThat(take(unseen, code(slack))).contains("same confirmed e-mail address");
    assertThat(take(unseen, code(hidden))).as("none equals none").contains("An admin");
    assertThat(one(slack, other)).isFalse();
  }

  @Test
  void guests_bots_strangers_and_those_who_left_are_never_linked() {
    house.run(tx -> house.organisation.guests(tx, null, true));
    Person guest = house.inTeams("Guest", "amira@acme.example", Kind.GUEST);
    assertThat(take(guest, code(slack))).contains("no guests");
    assertThatThrownBy(() -> code(guest)).isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> code(house.person("Bot", null, Kind.BOT))).isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> code(house.stranger("U7"))).isInstanceOf(NotKnownYet.class);

    String code = code(slack);
    house.run(
        tx ->
            house.people.learn(
                tx,
                slack.id(),
                new AccountFacts(
                    slack.account(),
                    "Amira",
                    "amira@acme.example",
                    Kind.MEMBER,
                    ZoneOffset.UTC,
                    false)));
    assertThat(take(teams, code)).contains("people who left");
  }

  @Test
  void two_accounts_of_one_workspace_are_never_linked() {
    Person second = house.person("Amira Two", "amira@acme.example", Kind.MEMBER);
    assertThat(take(second, code(slack))).contains("same workspace");
    assertThat(take(slack, code(slack))).contains("Type it on your other platform");

    take(teams, code(slack));
    assertThat(take(teams, code(slack))).contains("linked already");
    assertThat(take(second, code(teams))).contains("unlink");
    assertThat(one(second, teams)).isFalse();
  }

  @Test
  void an_admin_vouches_for_what_addresses_cannot_tell() {
    Person admin = house.inTeams("Dan", null, Kind.MEMBER, Role.ADMIN);
    Person ben = house.inTeams("Ben", "ben@elsewhere.example", Kind.MEMBER);
    Person unknown =
        house.in(tx -> house.people.meet(tx, new Account(Platform.TEAMS, House.TENANT, "29:new")));

    assertThat(vouch(admin, unknown, code(slack))).contains("type it again in a moment");
    assertThat(vouch(admin, ben, wrong(code(slack)))).startsWith("This code is not right");
    assertThat(vouch(admin, ben, code(slack))).isEqualTo("linked");
    assertThat(one(slack, ben)).isTrue();
  }

  @Test
  void one_who_is_linked_hears_where_they_were_last_or_where_they_want_to() {
    take(teams, code(slack));
    house.run(tx -> house.people.used(tx, slack));
    house.clock.advance(Duration.ofMinutes(2));
    house.run(tx -> house.people.used(tx, teams));
    assertThat(heardAt()).isEqualTo(Platform.TEAMS);

    house.clock.advance(Duration.ofMinutes(2));
    house.run(tx -> house.people.used(tx, house.people.identity(tx, slack.id())));
    assertThat(heardAt()).isEqualTo(Platform.SLACK);

    house.clock.advance(Duration.ofSeconds(5));
    house.run(tx -> house.people.used(tx, house.people.identity(tx, teams.id())));
    assertThat(heardAt()).isEqualTo(Platform.TEAMS);
    house.clock.advance(Duration.ofSeconds(5));
    house.run(tx -> house.people.used(tx, house.people.identity(tx, slack.id())));
    assertThat(heardAt()).as("back within the minute").isEqualTo(Platform.SLACK);

    house.run(tx -> house.people.prefer(tx, slack.member(), teams.id()));
    assertThat(heardAt()).isEqualTo(Platform.TEAMS);
    house.run(tx -> house.people.prefer(tx, slack.member(), null));
    assertThat(heardAt()).isEqualTo(Platform.SLACK);
  }

  private Platform heardAt() {
    return house.in(tx -> house.people.member(tx, slack.member())).platform();
  }

  @Test
  void an_account_that_is_unlinked_begins_anew_and_everything_stays_with_the_other() {
    house.run(tx -> house.people.join(tx, slack));
    house.run(tx -> house.roles.grantFromSettings(tx, teams.member(), Role.APPROVER));
    take(teams, code(slack));
    long member = slack.member();

    Person linked = house.again(teams);
    house.run(tx -> house.union.leave(tx, member, linked));

    Person alone = house.again(teams);
    assertThat(alone.member()).isNotIn(member, teams.member());
    assertThat(alone.joined()).isFalse();
    assertThat(house.holds(tx -> house.people.welcome(tx, alone))).as("welcomed once").isFalse();
    assertThat(house.holds(tx -> house.roles.holds(tx, alone.member(), Role.APPROVER))).isFalse();
    assertThat(house.holds(tx -> house.roles.holds(tx, member, Role.APPROVER))).isTrue();
    assertThat(house.again(slack).joined()).isTrue();
    assertThat(house.holds(tx -> house.people.same(tx, alone.member(), member)))
        .as("an equal address goes on refusing")
        .isTrue();
    assertThatThrownBy(() -> house.run(tx -> house.union.leave(tx, member, alone)))
        .isInstanceOf(Refusal.class);

    assertThat(take(alone, code(slack))).isEqualTo("linked");
    assertThat(house.again(teams).member()).isEqualTo(member);
  }

  @Test
  void two_who_take_one_code_at_once_link_it_once() throws Exception {
    Person twin = house.inTeams("Twin", "amira@acme.example", Kind.MEMBER);
    String code = code(slack);
    ExecutorService two = Executors.newFixedThreadPool(2);
    try {
      List<Callable<String>> tries = List.of(() -> take(teams, code), () -> take(twin, code));
      var answers = new java.util.ArrayList<String>();
      for (var each : two.invokeAll(tries)) {
        answers.add(each.get());
      }
      assertThat(answers).containsOnlyOnce("linked");
      assertThat(one(teams, twin)).isFalse();
    } finally {
      two.shutdownNow();
    }
  }

  @Test
  void codes_are_read_however_they_are_typed_and_nothing_else_is() {
    LinkCode code = LinkCode.make(new SecureRandom());
    String shown = code.shown();
    assertThat(LinkCode.read(" " + shown.toLowerCase(Locale.ROOT) + " ")).contains(code);
    assertThat(LinkCode.read(shown.replace("-", ""))).contains(code);
    for (String other : List.of("", "ABC", shown + "2", "OOO-OOOOO", "🎉🎉🎉-🎉🎉🎉🎉🎉")) {
      assertThat(LinkCode.read(other)).as(other).isEmpty();
    }
    assertThat(code.toString()).doesNotContain(shown.substring(4));
  }
}
