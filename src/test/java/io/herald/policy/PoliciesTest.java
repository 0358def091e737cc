package io.herald.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.herald.members.Person;
import io.herald.members.Role;
import io.herald.testkit.House;
import io.herald.testkit.OnBothDatabases;
import io.herald.testkit.TestDatabase;
import io.herald.words.Refusal;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class PoliciesTest {
  private static final Language GERMAN = new Language("de");
  private static final PolicyText ENGLISH =
      new PolicyText(Language.ENGLISH, "Sharing", "https://acme.example/en", "Be kind.");
  private static final PolicyText DEUTSCH =
      new PolicyText(GERMAN, "Teilen", "https://acme.example/de", "Seid freundlich.");

  private final House house;
  private final Policies policies;
  private final Person dan;

  PoliciesTest(TestDatabase kind) {
    house = new House(kind.open());
    policies = house.policies;
    dan = house.member("Dan", Role.ADMIN);
  }

  @AfterEach
  void close() {
    house.close();
  }

  private long published(Readers readers) {
    return house.in(tx -> policies.publish(tx, dan.member(), ENGLISH, readers));
  }

  private boolean waits(Person person) {
    return house.holds(tx -> policies.waits(tx, person.member()));
  }

  private String refused(Runnable deed) {
    return catchThrowableOfType(Refusal.class, deed::run).text().plain(ZoneOffset.UTC);
  }

  @Test
  void who_acknowledged_which_version_when_and_in_which_language_is_kept() {
    Person ben = house.joined("Ben");
    long document = published(Readers.EVERYBODY);
    house.run(tx -> policies.translate(tx, dan.member(), document, 1, DEUTSCH));
    assertThat(waits(ben)).isTrue();

    assertThat(house.holds(tx -> policies.acknowledge(tx, ben.member(), document, 1, GERMAN)))
        .isTrue();
    assertThat(house.holds(tx -> policies.acknowledge(tx, ben.member(), document, 1, GERMAN)))
        .as("once")
        .isFalse();

    Standing standing = house.list(tx -> policies.standings(tx, ben.member())).get(0);
    assertThat(standing.last())
        .isEqualTo(new Acknowledgement(document, 1, GERMAN, house.clock.instant()));
    assertThat(standing.text()).as("in the language that they chose").isEqualTo(DEUTSCH);
    assertThat(waits(ben)).isFalse();
    assertThat(house.recorded("policy/" + document))
        .containsExactly("policy_published", "policy_translated", "policy_acknowledged");
  }

  @Test
  void a_new_version_waits_again_and_the_older_one_can_no_longer_be_acknowledged() {
    Person ben = house.joined("Ben");
    long document = published(Readers.EVERYBODY);
    house.run(tx -> policies.acknowledge(tx, ben.member(), document, 1, Language.ENGLISH));

    house.run(
        tx -> policies.publishNext(tx, dan.member(), document, 1, ENGLISH, Readers.EVERYBODY));

    assertThat(waits(ben)).isTrue();
    assertThat(
            refused(
                () ->
                    house.run(
                        tx ->
                            policies.acknowledge(tx, ben.member(), document, 1, Language.ENGLISH))))
        .startsWith("A newer version");
    assertThat(
            refused(
                () ->
                    house.run(
                        tx ->
                            policies.publishNext(
                                tx, dan.member(), document, 1, DEUTSCH, Readers.EVERYBODY))))
        .startsWith("Somebody published another version meanwhile");
  }

  @Test
  void a_version_has_its_words_once_in_a_language() {
    long document = published(Readers.EVERYBODY);

    assertThat(
            refused(
                () -> house.run(tx -> policies.translate(tx, dan.member(), document, 1, ENGLISH))))
        .startsWith("There are words in English already");
  }

  @Test
  void a_document_is_for_followers_of_its_topics_and_holders_of_its_roles_alone() {
    long hiring = house.topic("Hiring").id();
    Person ben = house.joined("Ben");
    Person lea = house.joined("Lea", Role.LEAD);
    Person ida = house.joined("Ida");
    house.run(tx -> house.people.follow(tx, ida.member(), List.of(hiring)));
    published(new Readers(List.of(hiring), List.of(Role.LEAD)));

    assertThat(waits(ben)).isFalse();
    assertThat(waits(lea)).isTrue();
    assertThat(waits(ida)).isTrue();
  }

  @Test
  void what_is_retired_asks_nobody_and_a_new_version_brings_it_back() {
    Person ben = house.joined("Ben");
    long document = published(Readers.EVERYBODY);
    assertThat(house.holds(tx -> policies.retire(tx, dan.member(), document))).isTrue();
    assertThat(house.holds(tx -> policies.retire(tx, dan.member(), document))).isFalse();
    assertThat(waits(ben)).isFalse();
    assertThat(house.list(tx -> policies.takeAsks(tx, 10))).isEmpty();

    house.run(
        tx -> policies.publishNext(tx, dan.member(), document, 1, ENGLISH, Readers.EVERYBODY));
    assertThat(waits(ben)).isTrue();
  }

  @Test
  void each_member_is_asked_once_for_a_version_and_nobody_who_has_read_it_or_saw_it() {
    Person ben = house.joined("Ben");
    Person ida = house.joined("Ida");
    Person read = house.joined("Read");
    Person saw = house.joined("Saw");
    house.member("Not joined");
    long document = published(Readers.EVERYBODY);
    house.run(tx -> policies.acknowledge(tx, read.member(), document, 1, Language.ENGLISH));
    house.run(tx -> policies.shown(tx, policies.get(tx, document), saw.member()));

    assertThat(house.list(tx -> policies.takeAsks(tx, 1)))
        .containsExactly(new Policies.Ask(document, 1, ben.member()));
    assertThat(house.list(tx -> policies.takeAsks(tx, 10)))
        .containsExactly(new Policies.Ask(document, 1, ida.member()));
    assertThat(house.list(tx -> policies.takeAsks(tx, 10))).isEmpty();

    house.clock.advance(Duration.ofDays(1));
    house.run(
        tx -> policies.publishNext(tx, dan.member(), document, 1, ENGLISH, Readers.EVERYBODY));
    assertThat(house.list(tx -> policies.takeAsks(tx, 10)))
        .extracting(Policies.Ask::member)
        .containsExactly(ben.member(), ida.member(), read.member(), saw.member());
  }

  @Test
  void readers_are_counted_in_all_and_by_the_topics_that_they_follow() {
    long hiring = house.topic("Hiring").id();
    Person ben = house.joined("Ben");
    Person ida = house.joined("Ida");
    house.run(tx -> house.people.follow(tx, ida.member(), List.of(1L, hiring)));
    long document = published(Readers.EVERYBODY);
    house.run(tx -> policies.acknowledge(tx, ben.member(), document, 1, Language.ENGLISH));

    assertThat(house.<Coverage>in(tx -> policies.coverage(tx, document)))
        .isEqualTo(new Coverage(0, 2, 1));
    assertThat(house.list(tx -> policies.coverageByTopic(tx, document)))
        .containsExactly(new Coverage(1, 2, 1), new Coverage(hiring, 1, 0));
  }

  @Test
  void of_two_who_became_one_each_acknowledgement_stays_once() {
    Person ben = house.joined("Ben");
    Person other = house.joined("Other");
    long one = published(Readers.EVERYBODY);
    long two = published(Readers.EVERYBODY);
    house.run(
        tx -> {
          policies.acknowledge(tx, ben.member(), one, 1, Language.ENGLISH);
          policies.acknowledge(tx, other.member(), one, 1, Language.ENGLISH);
          policies.acknowledge(tx, other.member(), two, 1, Language.ENGLISH);
          policies.takeAsks(tx, 10);
          policies.handOver(tx, other.member(), ben.member());
        });

    assertThat(waits(ben)).isFalse();
    assertThat(house.list(tx -> policies.standings(tx, other.member())))
        .allMatch(standing -> standing.last() == null);
  }
}
