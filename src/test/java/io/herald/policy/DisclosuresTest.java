package io.herald.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.members.Person;
import io.herald.members.Role;
import io.herald.network.Network;
import io.herald.policy.Disclosure.Mode;
import io.herald.post.Post;
import io.herald.share.Givens;
import io.herald.testkit.House;
import io.herald.testkit.OnBothDatabases;
import io.herald.testkit.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class DisclosuresTest {
  private static final DisclosureRule ADVISED =
      new DisclosureRule(null, null, 0, Mode.ADVISED, "I work for Acme", "#acme");
  private static final DisclosureRule ON_X =
      new DisclosureRule(new Language("de"), Network.X, 1, Mode.OFF, "", "");

  private final House house;
  private final Person dan;

  DisclosuresTest(TestDatabase kind) {
    house = new House(kind.open());
    dan = house.joined("Dan", Role.APPROVER);
  }

  @AfterEach
  void close() {
    house.close();
  }

  private void set(DisclosureRule rule) {
    house.run(tx -> house.disclosures.set(tx, dan.member(), rule));
  }

  @Test
  void a_rule_takes_the_place_of_the_one_about_the_same_shares() {
    set(ADVISED);
    set(ON_X);
    var required = new DisclosureRule(null, null, 0, Mode.REQUIRED, "I am with Acme", "");
    set(required);

    assertThat(house.list(tx -> house.disclosures.rules(tx).rules()))
        .containsExactly(required, ON_X);
    assertThat(house.recorded("disclosure"))
        .containsExactly("disclosure_set", "disclosure_set", "disclosure_set");
  }

  @Test
  void what_is_advised_can_be_left_out_of_a_post_and_what_is_required_cannot() {
    set(ADVISED);
    Post post = house.live(house.joined("Ann"), dan, "News");
    Person ben = house.joined("Ben");
    assertThat(given(post, ben).disclosure(Network.LINKEDIN).words()).isEqualTo("I work for Acme");

    house.run(tx -> house.givens.leaveOut(tx, post.id(), ben.member(), true));
    assertThat(given(post, ben).disclosure(Network.LINKEDIN)).isEqualTo(Disclosure.NONE);
    assertThat(given(post, dan).disclosure(Network.LINKEDIN).words())
        .as("of nobody else")
        .isEqualTo("I work for Acme");

    set(new DisclosureRule(null, null, 0, Mode.REQUIRED, "I work for Acme", ""));
    assertThat(given(post, ben).disclosure(Network.LINKEDIN).words()).isEqualTo("I work for Acme");
    assertThat(house.recorded("post/" + post.id())).contains("disclosure_left_out");
  }

  private Givens.Given given(Post post, Person person) {
    return house.in(tx -> house.givens.give(tx, house.posts.shown(tx, post), person.member()));
  }
}
