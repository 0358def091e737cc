package io.herald.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.herald.members.Person;
import io.herald.members.Role;
import io.herald.post.Post;
import io.herald.testkit.House;
import io.herald.testkit.OnBothDatabases;
import io.herald.testkit.TestDatabase;
import io.herald.words.Refusal;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class PacksTest {
  private static final String FALCON = CheckTexts.falcon();

  private final House house;
  private final Person dan;

  PacksTest(TestDatabase on) {
    house = new House(on.open());
    dan = house.joined("Dan", Role.ADMIN);
  }

  @AfterEach
  void close() {
    house.close();
  }

  private List<String> found(String text) {
    return house.in(
        tx ->
            house.packs.rulebook(tx).check(text, Context.words(house.clock.instant())).stream()
                .map(Finding::rule)
                .toList());
  }

  private void load(String text) {
    house.run(tx -> house.packs.load(tx, PackReader.read(text), dan.member()));
  }

  private void turn(String pack, boolean on) {
    house.run(tx -> house.packs.turn(tx, pack, on, dan.member()));
  }

  @Test
  void the_everyday_pack_is_in_force_until_it_is_switched_off() {
    assertThat(found("Mail me: anna.weber@example.org")).containsExactly("everyday.email");
    turn("everyday", false);
    assertThat(found("Mail me: anna.weber@example.org")).isEmpty();
    turn("everyday", true);
    assertThat(found("Mail me: anna.weber@example.org")).containsExactly("everyday.email");
    assertThat(house.recorded("rule_pack/everyday"))
        .containsExactly("rule_pack_switched_off", "rule_pack_switched_on");
  }

  @Test
  void a_pack_that_is_loaded_is_in_force_at_once_and_takes_the_place_of_the_one_before() {
    assertThat(found("Falcon and Eagle")).isEmpty();
    load(FALCON);
    assertThat(found("Falcon and Eagle")).containsExactly("acme.falcon");
    load(FALCON.replace("falcon", "eagle").replace("Falcon", "Eagle"));
    assertThat(found("Falcon and Eagle")).containsExactly("acme.eagle");
    assertThat(house.list(tx -> house.packs.all(tx)))
        .filteredOn(Packs.Standing::own)
        .extracting(standing -> standing.pack().id())
        .containsExactly("acme");
    assertThat(house.recorded("rule_pack/acme"))
        .containsExactly("rule_pack_loaded", "rule_pack_loaded");
  }

  @Test
  void a_pack_of_ones_own_takes_the_place_of_the_one_that_comes_with_herald() {
    load(FALCON.replace("pack: acme", "pack: everyday"));
    assertThat(found("Falcon, anna.weber@example.org")).containsExactly("everyday.falcon");
  }

  @Test
  void what_comes_into_force_has_everything_looked_at_again_and_what_goes_has_not() {
    load(FALCON);
    turn("acme", false);
    turn("acme", true);
    List<Long> rechecks = house.work(Packs.RECHECK);
    assertThat(rechecks).hasSize(2);
    assertThat(rechecks)
        .allSatisfy(
            id -> {
              Recheck recheck = house.in(tx -> house.packs.recheck(tx, id)).orElseThrow();
              assertThat(recheck.pack()).isEqualTo("acme");
              assertThat(recheck.before()).isNull();
              assertThat(recheck.member()).isEqualTo(dan.member());
            });
    load(FALCON);
    long last = house.work(Packs.RECHECK).get(0);
    assertThat(house.in(tx -> house.packs.recheck(tx, last)).orElseThrow().before())
        .isEqualTo(FALCON);
  }

  @Test
  void what_two_accounts_did_is_one_member_s_when_they_become_one() {
    load(FALCON);
    Post post = house.submitted(house.joined("Ben"), "Falcon");
    Person other = house.joined("Other");
    Finding finding =
        house
            .in(tx -> house.packs.rulebook(tx))
            .check("Falcon", Context.words(house.clock.instant()))
            .get(0);
    house.run(
        tx -> {
          house.overrides.add(tx, post.id(), 1, List.of(finding), dan.member(), "It may.");
          house.packs.handOver(tx, dan.member(), other.member());
          house.overrides.handOver(tx, dan.member(), other.member());
        });
    long recheck = house.work(Packs.RECHECK).get(0);
    assertThat(house.in(tx -> house.packs.recheck(tx, recheck)).orElseThrow().member())
        .isEqualTo(other.member());
    assertThat(house.list(tx -> house.overrides.of(tx, post.id(), 1)))
        .extracting(Overrides.Let::member, Overrides.Let::reason)
        .containsExactly(tuple(other.member(), "It may."));
  }

  @Test
  void a_pack_that_is_not_there_is_not_switched() {
    assertThatThrownBy(() -> turn("nothing", true)).isInstanceOf(Refusal.class);
  }
}
