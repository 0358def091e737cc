package io.herald.chat;

import static io.herald.chat.ChatHouse.choice;
import static io.herald.chat.ChatHouse.labels;
import static io.herald.chat.ChatHouse.opened;
import static io.herald.chat.ChatHouse.refused;
import static io.herald.chat.ChatHouse.said;
import static io.herald.chat.ChatHouse.shown;
import static io.herald.chat.ChatHouse.words;
import static org.assertj.core.api.Assertions.assertThat;

import io.herald.members.Digest;
import io.herald.members.Person;
import io.herald.members.QuietHours;
import io.herald.members.Role;
import io.herald.policy.Language;
import io.herald.policy.PolicyText;
import io.herald.policy.Readers;
import io.herald.policy.Strictness;
import io.herald.post.Post;
import io.herald.testkit.House;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PolicyClerkTest {
  private static final PolicyText TEXT =
      new PolicyText(Language.ENGLISH, "Sharing", "https://acme.example/en", "Be kind.");
  private static final Map<String, List<String>> FILLED =
      Map.of(
          PolicyForm.TITLE, List.of("Social media"),
          PolicyForm.LINK, List.of("https://acme.example/policy"),
          PolicyForm.SUMMARY, List.of("Say who you are."),
          PolicyForm.LANGUAGE, List.of("en"));

  private final ChatHouse chat = new ChatHouse();
  private final House house = chat.house;
  private final Person dan = house.joined("Dan", Role.ADMIN);
  private final MemberCards memberCards =
      new MemberCards(house.posts, house.broadcasts, chat.cards, chat.homes);
  private final PolicyClerk clerk =
      new PolicyClerk(
          house.people,
          house.roles,
          house.policies,
          memberCards,
          new BioClerk(house.bios, house.organisation, house.attention, memberCards),
          new PolicyPublisher(
              house.roles,
              house.policies,
              house.topics,
              new PolicyStatus(house.policies, house.topics, house.organisation),
              new DisclosureClerk(
                  house.disclosures, house.topics, house.organisation, chat.disclosed),
              chat.homes));
  private final PolicyAsks asks =
      new PolicyAsks(house.policies, house.people, house.attention, chat.cards);

  @AfterEach
  void close() {
    chat.close();
  }

  private Reply ask(Person person, Intent.Agreeing intent) {
    return chat.ask(clerk, person, intent);
  }

  private Reply ask(Person person, Intent.Agreeing intent, Map<String, List<String>> values) {
    return chat.ask(clerk, person, intent, values);
  }

  private long published() {
    return house.in(tx -> house.policies.publish(tx, dan.member(), TEXT, Readers.EVERYBODY));
  }

  @Test
  void a_member_sees_what_is_in_force_reads_it_and_acknowledges_it() {
    Person ben = house.joined("Ben");
    published();
    Card list = shown(ask(ben, new Intent.ShowPolicy()));
    assertThat(words(list)).contains("Sharing", "Version 1", "You have not acknowledged it yet");
    assertThat(labels(list)).as("no admin").containsExactly("Read and acknowledge");

    Card read = shown(ask(ben, (Intent.Agreeing) choice(list, "Read and acknowledge").intent()));
    assertThat(words(read)).contains("Be kind.", "Herald keeps which version you read");
    assertThat(choice(read, "Open the policy").link()).isEqualTo("https://acme.example/en");

    Card thanks = shown(ask(ben, (Intent.Agreeing) choice(read, "I have read it").intent()));
    assertThat(words(thanks)).contains("Thank you for reading Sharing", "in English");
    assertThat(words(shown(ask(ben, new Intent.ShowPolicy())))).contains("You acknowledged it");
  }

  @Test
  void a_policy_is_read_in_another_language_and_acknowledged_in_it() {
    Person ben = house.joined("Ben");
    long id = published();
    ask(dan, new Intent.SaveTranslation(id, 1), inGerman());

    Card english = shown(ask(ben, new Intent.ReadPolicy(id, "")));
    Card german = shown(ask(ben, (Intent.Agreeing) choice(english, "Deutsch").intent()));
    assertThat(words(german)).contains("Sag, wer du bist.");
    Card thanks = shown(ask(ben, (Intent.Agreeing) choice(german, "I have read it").intent()));
    assertThat(words(thanks)).contains("in Deutsch");
  }

  private static Map<String, List<String>> inGerman() {
    return Map.of(
        PolicyForm.TITLE, List.of("Teilen"),
        PolicyForm.LINK, List.of("https://acme.example/de"),
        PolicyForm.SUMMARY, List.of("Sag, wer du bist."),
        PolicyForm.LANGUAGE, List.of("de"));
  }

  @Test
  void an_admin_publishes_with_a_form_and_mistakes_stand_at_their_field() {
    Form form = opened(ask(dan, new Intent.PublishPolicy(0)));
    assertThat(form.submit()).isEqualTo("Publish");

    Reply wrong =
        ask(dan, new Intent.SavePolicy(0, 0), Map.of(PolicyForm.LINK, List.of("acme.example")));
    assertThat(((Reply.Correct) wrong).fields())
        .containsOnlyKeys(
            PolicyForm.TITLE, PolicyForm.LINK, PolicyForm.SUMMARY, PolicyForm.LANGUAGE);

    assertThat(said(ask(dan, new Intent.SavePolicy(0, 0), FILLED)))
        .startsWith("Social media is published, version 1");
    assertThat(words(shown(ask(dan, new Intent.ShowPolicy())))).contains("Social media");
  }

  @Test
  void a_new_version_begins_with_the_words_of_the_one_before_and_two_do_not_both_publish() {
    long id = published();
    Form form = opened(ask(dan, new Intent.PublishPolicy(id)));
    assertThat(form.fields())
        .anyMatch(f -> f instanceof Field.Typed t && t.initial().equals("Be kind."));

    ask(dan, (Intent.Agreeing) form.intent(), FILLED);
    Reply second = ask(dan, (Intent.Agreeing) form.intent(), FILLED);
    assertThat(ChatHouse.plain(((Reply.Correct) second).fields().get(PolicyForm.TITLE)))
        .startsWith("Somebody published another version");
    assertThat(words(shown(ask(dan, new Intent.ShowPolicy())))).contains("Version 2");
  }

  @Test
  void only_admins_publish_retire_and_say_how_strict_it_is() {
    Person lea = house.joined("Lea", Role.LEAD);
    for (Intent.Agreeing intent :
        List.of(
            new Intent.PublishPolicy(0),
            new Intent.SavePolicy(0, 0),
            new Intent.RetirePolicy(1),
            new Intent.SetStrictness("open"))) {
      assertThat(refused(() -> ask(lea, intent))).isEqualTo("Only an admin can do this.");
    }
    assertThat(refused(() -> ask(house.joined("Ben"), new Intent.ShowPolicyStatus())))
        .startsWith("Only a comms lead");
  }

  @Test
  void a_retired_policy_is_gone_from_the_list() {
    long id = published();
    assertThat(words(shown(ask(dan, new Intent.RetirePolicy(id))))).contains("not in force");
    assertThat(words(shown(ask(dan, new Intent.ShowPolicy())))).contains("No policy is published");
    assertThat(words(shown(ask(dan, new Intent.ReadPolicy(id, ""))))).contains("not in force any");
  }

  @Test
  void strictness_is_balanced_until_an_admin_chooses_and_the_choice_is_told() {
    assertThat(said(ask(dan, new Intent.SetStrictness(""))))
        .startsWith("Balanced:")
        .contains("/herald policy strictness strict");
    assertThat(said(ask(dan, new Intent.SetStrictness("strict")))).startsWith("Strict:");
    assertThat(house.<Strictness>in(house.policies::strictness)).isEqualTo(Strictness.STRICT);
  }

  @Test
  void the_status_shows_parts_of_groups_and_nothing_of_small_ones() {
    long hiring = house.topic("Hiring").id();
    long id = published();
    for (int i = 0; i < 12; i++) {
      Person one = house.joined("P" + i);
      if (i < 6) {
        house.run(tx -> house.policies.acknowledge(tx, one.member(), id, 1, Language.ENGLISH));
      }
      if (i < 3) {
        house.run(tx -> house.people.follow(tx, one.member(), List.of(1L, hiring)));
      }
    }
    String card = words(shown(ask(dan, new Intent.ShowPolicyStatus())));
    assertThat(card)
        .contains("All together: 6 of 13 (46 %)")
        .contains("Hiring: not shown")
        .doesNotContain("P1");
  }

  @Test
  void a_version_asks_everybody_once_but_not_in_quiet_hours_and_counts_as_no_ask() {
    Person ben = house.joined("Ben");
    ZonedDateTime there = house.clock.instant().atZone(ben.zoneId());
    LocalTime now = there.toLocalTime();
    house.run(
        tx ->
            house.attention.choose(
                tx, ben, null, new QuietHours(now.minusHours(1), now.plusHours(2)), Digest.NONE));
    long id = published();
    house.run(asks::ask);
    house.run(asks::ask);

    assertThat(house.work(CardBook.CARD)).as("Dan alone").hasSize(1);
    house.clock.advance(Duration.ofHours(3));
    assertThat(house.work(CardBook.CARD)).as("then Ben").hasSize(1);
    assertThat(house.<Integer>in(tx -> house.attention.askedThisWeek(tx, ben.member()))).isZero();
    assertThat(house.list(tx -> chat.cards.about(tx, CardKind.POLICY, id)))
        .hasSize(2)
        .allMatch(card -> card.detail() == 1);
  }

  @Test
  void a_card_that_asks_says_how_it_stands_when_it_is_drawn_again() {
    Person ben = house.joined("Ben");
    long id = published();
    var standing =
        house.in(tx -> house.policies.standing(tx, house.policies.get(tx, id), ben.member()));
    assertThat(words(PolicyCard.asking(standing, 1, ben.platform())))
        .contains("Please read it when you have a moment", "I have read it");

    house.run(tx -> house.policies.acknowledge(tx, ben.member(), id, 1, Language.ENGLISH));
    var read =
        house.in(tx -> house.policies.standing(tx, house.policies.get(tx, id), ben.member()));
    assertThat(words(PolicyCard.asking(read, 1, ben.platform())))
        .contains("You acknowledged it")
        .doesNotContain("I have read it");
    assertThat(words(PolicyCard.asking(read, 2, ben.platform()))).contains("newer version");
  }

  @Test
  void cards_in_hand_are_drawn_anew_once_the_policy_is_read() {
    Person ben = house.joined("Ben");
    house.member("Clara", Role.APPROVER);
    long id = published();
    Post post = house.live(ben, house.member("Clara"), "News");
    CardRow card = delivered(post, ben);
    house.work(CardBook.CARD);

    ask(ben, new Intent.Acknowledge(id, 1, "en"));
    assertThat(house.work(CardBook.CARD)).containsExactly(card.id());
    ask(ben, new Intent.Acknowledge(id, 1, "en"));
    assertThat(house.work(CardBook.CARD)).as("once").isEmpty();
  }

  /** The card of a post that somebody has. */
  private CardRow delivered(Post post, Person to) {
    house.feeder.feed();
    return house.in(
        tx -> {
          long delivery =
              house.broadcasts.deliveryTo(tx, post.id(), to.member()).orElseThrow().id();
          CardRow card = chat.cards.want(tx, CardKind.POST, delivery, to);
          chat.cards.shown(tx, card, new Courier.Sent("D1", "1.1"));
          return card;
        });
  }
}
