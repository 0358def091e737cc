package io.herald.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.herald.members.Person;
import io.herald.members.Role;
import io.herald.network.Network;
import io.herald.post.Post;
import io.herald.testkit.House;
import io.herald.testkit.OnBothDatabases;
import io.herald.testkit.TestDatabase;
import io.herald.words.Refusal;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class BiosTest {
  private static final Bio ENGINEER = new Bio("Engineer", "Acme");

  private final House house;
  private final Person ben;

  BiosTest(TestDatabase kind) {
    house = new House(kind.open());
    ben = house.joined("Ben");
  }

  @AfterEach
  void close() {
    house.close();
  }

  private void say(Map<Network, AccountKind> kinds) {
    house.run(tx -> house.bios.say(tx, ben.member(), ENGINEER, kinds));
  }

  @Test
  void a_line_names_what_they_do_where_it_fits_and_always_has_its_disclaimer() {
    assertThat(ENGINEER.line(Network.LINKEDIN, AccountKind.HYBRID))
        .isEqualTo(
            "Engineer at Acme. Work and everything else; views are my own, not those of Acme.");
    var long1 = new Bio("Principal engineer for things that move", "Acme Amalgamated Industries");
    assertThat(long1.line(Network.FACEBOOK, AccountKind.HYBRID))
        .isEqualTo(
            "Principal engineer for things that move at Acme Amalgamated Industries. Views are my"
                + " own.");
    for (Network network : Bios.NETWORKS) {
      for (AccountKind kind : AccountKind.values()) {
        String line = new Bio("d".repeat(60), "e".repeat(60)).line(network, kind);
        assertThat(network.bioLength(line).fits()).as(network + " " + line).isTrue();
        assertThat(line).containsAnyOf("my own", "spokesperson");
      }
    }
    assertThat(new Bio("", "Acme").line(Network.X, AccountKind.PROFESSIONAL))
        .isEqualTo("I work for Acme. Not an official spokesperson.");
  }

  @Test
  void what_a_member_said_of_their_accounts_comes_back_and_is_recorded_once() {
    say(Map.of(Network.X, AccountKind.HYBRID, Network.LINKEDIN, AccountKind.PROFESSIONAL));
    say(Map.of(Network.X, AccountKind.HYBRID, Network.LINKEDIN, AccountKind.PROFESSIONAL));
    assertThat(house.list(tx -> house.bios.accounts(tx, ben.member())))
        .extracting(OwnAccount::network)
        .containsExactly(Network.LINKEDIN, Network.X);
    say(Map.of(Network.X, AccountKind.PROFESSIONAL));

    assertThat(house.list(tx -> house.bios.accounts(tx, ben.member())))
        .containsExactly(new OwnAccount(Network.X, AccountKind.PROFESSIONAL, null, null));
    assertThat(house.recorded("member/" + ben.member()))
        .containsExactly("joined", "accounts_stated", "accounts_stated");
  }

  @Test
  void where_a_line_was_put_is_the_members_own_word() {
    say(Map.of(Network.X, AccountKind.HYBRID));
    house.run(tx -> house.bios.placed(tx, ben.member(), Network.X, "Engineer at Acme."));

    OwnAccount account = house.list(tx -> house.bios.accounts(tx, ben.member())).get(0);
    assertThat(account.bio()).isEqualTo("Engineer at Acme.");
    assertThat(account.placedAt()).isEqualTo(house.clock.instant());
    assertThatThrownBy(
            () ->
                house.run(tx -> house.bios.placed(tx, ben.member(), Network.LINKEDIN, "Engineer")))
        .isInstanceOf(Refusal.class);
  }

  @Test
  void on_an_account_for_work_alone_the_shorter_form_of_what_is_advised_is_enough() {
    Person dan = house.joined("Dan", Role.APPROVER);
    house.run(
        tx ->
            house.disclosures.set(
                tx,
                dan.member(),
                new DisclosureRule(
                    null, null, 0, Disclosure.Mode.ADVISED, "I work for Acme", "#acme")));
    Post post = house.live(house.joined("Ann"), dan, "News");
    say(Map.of(Network.X, AccountKind.HYBRID, Network.LINKEDIN, AccountKind.PROFESSIONAL));

    assertThat(said(post, Network.X)).isEqualTo("I work for Acme");
    assertThat(said(post, Network.LINKEDIN)).isEqualTo("#acme");
  }

  private String said(Post post, Network network) {
    return house.in(
        tx ->
            house
                .givens
                .give(tx, house.posts.shown(tx, post), ben.member())
                .text(network, "https://herald.example/c/1234567890")
                .said());
  }

  @Test
  void of_two_who_became_one_the_one_who_stays_has_the_word() {
    Person other = house.joined("Other");
    say(Map.of(Network.X, AccountKind.HYBRID));
    house.run(
        tx -> {
          house.bios.say(
              tx,
              other.member(),
              new Bio("", "Acme"),
              Map.of(
                  Network.X, AccountKind.PROFESSIONAL, Network.BLUESKY, AccountKind.PROFESSIONAL));
          house.bios.handOver(tx, other.member(), ben.member());
        });

    assertThat(house.<Map<Network, AccountKind>>in(tx -> house.bios.kinds(tx, ben.member())))
        .isEqualTo(
            Map.of(Network.X, AccountKind.HYBRID, Network.BLUESKY, AccountKind.PROFESSIONAL));
    assertThat(house.maybe(tx -> house.bios.of(tx, ben.member()))).contains(ENGINEER);
  }
}
