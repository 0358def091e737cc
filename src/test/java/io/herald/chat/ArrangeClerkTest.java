package io.herald.chat;

import static io.herald.chat.ChatHouse.labels;
import static io.herald.chat.ChatHouse.refused;
import static io.herald.chat.ChatHouse.said;
import static io.herald.chat.ChatHouse.shown;
import static io.herald.chat.ChatHouse.words;
import static org.assertj.core.api.Assertions.assertThat;

import io.herald.members.AccountFacts.Kind;
import io.herald.members.Person;
import io.herald.members.Role;
import io.herald.post.Post;
import io.herald.post.Topic;
import io.herald.review.Event;
import io.herald.testkit.House;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ArrangeClerkTest {
  private final ChatHouse chat = new ChatHouse();
  private final House house = chat.house;
  private final Arranging arranging = new Arranging(chat);
  private final ArrangeClerk clerk = arranging.clerk;

  private final Person admin = house.member("Admin", Role.ADMIN);
  private final Person lead = house.member("Lead", Role.LEAD);
  private final Person amira = house.member("Amira");

  @AfterEach
  void close() {
    chat.close();
  }

  private Reply topic(Person person, String words) {
    return chat.ask(clerk, person, new Intent.ArrangeTopic(words));
  }

  private Reply role(Person person, String words) {
    return chat.ask(clerk, person, new Intent.ArrangeRole(words));
  }

  private Topic named(String name) {
    return house.in(tx -> house.topics.named(tx, name));
  }

  // Who may.

  @Test
  void topics_are_arranged_by_leads_and_admins_and_nobody_else() {
    assertThat(said(topic(lead, "add Hiring"))).startsWith("Hiring is a topic now.");
    assertThat(said(topic(admin, "add Events"))).startsWith("Events is a topic now.");
    for (String words : List.of("", "add X", "retire Hiring", "stages Hiring none", "nonsense")) {
      assertThat(refused(() -> topic(amira, words)))
          .isEqualTo("Only a comms lead or an admin can do this.");
    }
  }

  @Test
  void who_decides_in_a_stage_and_roles_are_for_admins_alone() {
    topic(lead, "add Hiring");

    assertThat(refused(() -> topic(lead, "stages Hiring: Legal")))
        .isEqualTo("Only an admin can do this.");
    assertThat(refused(() -> role(lead, ""))).isEqualTo("Only an admin can do this.");
    assertThat(refused(() -> role(amira, "grant admin @UAMIRA")))
        .isEqualTo("Only an admin can do this.");
    assertThat(house.holds(tx -> house.roles.holds(tx, amira.member(), Role.ADMIN))).isFalse();
  }

  // Topics.

  @Test
  void a_topic_is_added_renamed_and_retired() {
    topic(lead, "add Hiring");

    assertThat(said(topic(lead, "rename hiring to “Jobs and careers”")))
        .isEqualTo("Hiring is called Jobs and careers now. Whoever followed it still does.");
    assertThat(named("jobs and careers").name()).isEqualTo("Jobs and careers");
    assertThat(said(topic(lead, "retire Jobs and careers")))
        .contains("offered no more", "“/herald topic add”");
    assertThat(house.list(house.topics::offered))
        .extracting(Topic::name)
        .containsExactly("General");
    assertThat(refused(() -> topic(lead, "retire General"))).contains("so it stays");
    assertThat(refused(() -> topic(lead, "retire Lunch"))).contains("no topic “Lunch”");
  }

  @Test
  void what_cannot_be_read_is_answered_with_how_it_is_written() {
    assertThat(said(topic(lead, "rename Hiring")))
        .isEqualTo(
            "I did not understand that. It is written like this:\n"
                + "“/herald topic rename NAME to NEW NAME”");
    assertThat(said(topic(lead, "delete Hiring")))
        .contains("topic add", "topic rename", "topic retire", "topic point", "topic unpoint")
        .contains("topic stages");
  }

  @Test
  void the_list_shows_channels_and_stages_ten_topics_at_a_time() {
    for (int i = 1; i <= 11; i++) {
      topic(lead, "add Topic " + i);
    }
    topic(admin, "stages Topic 1: Legal @UAMIRA @S1, Brand");
    house.run(
        tx ->
            house.topics.point(tx, 1, named("Topic 1"), new Topic.Channel(lead.workspace(), "C9")));

    Card first = shown(topic(lead, ""));

    assertThat(words(first))
        .contains("General\nAny approver decides.")
        .contains("Posts also go to #C9.")
        .contains("Stages: Legal (a user group, @Amira), Brand (any approver).")
        .doesNotContain("Topic 10");
    Choice turn = ChatHouse.choice(first, "Newer");
    Card second = shown(chat.ask(clerk, lead, (Intent.ArrangeTopic) turn.intent()));
    assertThat(words(second)).contains("Topic 10", "Topic 11").doesNotContain("General");
    assertThat(labels(second)).containsExactly("Older");
  }

  @Test
  void stages_are_set_and_taken_away_and_said_again_in_words() {
    topic(lead, "add Hiring");

    assertThat(said(topic(admin, "stages Hiring: Legal @UAMIRA @UNEW, Brand")))
        .isEqualTo(
            "Drafts about Hiring now pass these stages: Legal (@Amira, @UNEW), Brand (any"
                + " approver).");
    List<Topic.Stage> stages = house.in(tx -> house.topics.stages(tx, named("Hiring").id()));
    assertThat(stages).extracting(Topic.Stage::name).containsExactly("Legal", "Brand");
    assertThat(stages.get(0).deciders())
        .contains(new Topic.Decider(admin.workspace(), "UAMIRA", false));

    assertThat(said(topic(admin, "stages Hiring none")))
        .isEqualTo("Drafts about Hiring have one stage now, which any approver decides.");
    assertThat(house.list(tx -> house.topics.stages(tx, named("Hiring").id()))).isEmpty();
  }

  @Test
  void a_group_is_counted_once_it_was_looked_up() {
    topic(lead, "add Hiring");
    topic(admin, "stages Hiring: Legal @S1");
    List<Long> groups = house.work(io.herald.post.Topics.LOOK_UP_GROUP);
    house.run(tx -> house.topics.learnGroup(tx, groups.get(0), List.of("U1", "U2")));

    assertThat(words(shown(topic(lead, "")))).contains("Legal (a user group of 2)");
  }

  @Test
  void a_stage_names_people_and_groups_that_the_platform_recognised_and_no_bots() {
    topic(lead, "add Hiring");
    house.person("Robot", null, Kind.BOT);

    assertThat(refused(() -> topic(admin, "stages Hiring: Legal @amira")))
        .isEqualTo("I cannot tell who “@amira” is. Type @ and choose from the list that opens.");
    assertThat(refused(() -> topic(admin, "stages Hiring: Legal @UROBOT"))).contains("bots");
    assertThat(refused(() -> topic(admin, "stages Hiring: Legal, LEGAL"))).contains("twice");
    assertThat(refused(() -> topic(admin, "stages Hiring: a,b,c,d,e,f,g,h,i,j,k")))
        .contains("at most 10 stages");
    assertThat(refused(() -> topic(admin, "stages Hiring: " + "x".repeat(61)))).contains("60");
    assertThat(house.list(tx -> house.topics.stages(tx, named("Hiring").id()))).isEmpty();
  }

  @Test
  void a_change_of_stages_draws_the_open_review_cards_anew() {
    topic(lead, "add Hiring");
    Person approver = house.member("Approver", Role.APPROVER);
    Post post = house.submitted(amira, "Draft", named("Hiring").id());
    CardRow card = reviewCard(post);

    topic(admin, "stages Hiring: Legal @" + approver.platformId());

    assertThat(house.work(CardBook.CARD)).containsExactly(card.id());
  }

  // Roles.

  @Test
  void a_role_is_given_and_taken_by_mention_also_of_somebody_never_met() {
    assertThat(said(role(admin, "grant approver @UAMIRA"))).isEqualTo("@Amira is an approver now.");
    assertThat(said(role(admin, "GRANT Approver to @UAMIRA")))
        .isEqualTo("@Amira is an approver already.");
    assertThat(house.holds(tx -> house.roles.holds(tx, amira.member(), Role.APPROVER))).isTrue();
    assertThat(said(role(admin, "take approver from @UAMIRA")))
        .isEqualTo("@Amira is no longer an approver.");
    assertThat(said(role(admin, "take approver @UAMIRA"))).isEqualTo("@Amira is not an approver.");

    assertThat(said(role(admin, "grant lead @UNEVERMET")))
        .isEqualTo("@UNEVERMET is a comms lead now.");
    Person met = house.stranger("UNEVERMET");
    assertThat(house.holds(tx -> house.roles.holds(tx, met.member(), Role.LEAD))).isTrue();
  }

  @Test
  void a_role_that_is_none_a_group_or_a_typed_name_is_refused_in_plain_words() {
    assertThat(refused(() -> role(admin, "grant boss @UAMIRA")))
        .isEqualTo(
            "There is no role “boss”. The roles are approver, lead, records, handler, admin.");
    assertThat(refused(() -> role(admin, "grant lead @S1"))).contains("not by groups");
    assertThat(refused(() -> role(admin, "grant lead Amira"))).contains("cannot tell who");
    assertThat(refused(() -> role(admin, "take admin @UADMIN"))).contains("last admin");
    house.person("Foreigner", null, Kind.FOREIGN);
    assertThat(refused(() -> role(admin, "grant lead @UFOREIGNER")))
        .contains("other organisations");
  }

  @Test
  void an_incomplete_role_command_is_answered_with_how_it_is_written() {
    for (String words : List.of("grant", "grant lead", "give lead @UAMIRA", "grant lead @U1 @U2")) {
      assertThat(said(role(admin, words)))
          .contains("“/herald role grant ROLE @person”", "The roles are approver, lead");
    }
  }

  @Test
  void the_list_of_roles_names_who_holds_each() {
    Card card = shown(role(admin, ""));

    assertThat(words(card)).contains("admin: @Admin", "lead: @Lead", "approver: nobody");
  }

  @Test
  void whoever_becomes_an_approver_can_decide_what_waited_for_nobody() {
    Post post = house.submitted(amira, "Draft");
    CardRow card = reviewCard(post);
    assertThat(house.told).extracting(Event::kind).contains(Event.Kind.NOBODY_LEFT);
    house.told.clear();

    role(admin, "grant approver @UAPPROVER");

    assertThat(house.work(CardBook.CARD)).containsExactly(card.id());
    assertThat(house.told).isEmpty();
  }

  @Test
  void taking_the_last_approver_away_is_told_at_once_and_once() {
    Person approver = house.member("Approver", Role.APPROVER);
    house.submitted(amira, "Draft");
    house.told.clear();

    role(admin, "take approver @" + approver.platformId());
    assertThat(house.told).extracting(Event::kind).containsExactly(Event.Kind.NOBODY_LEFT);

    role(admin, "grant records @UAMIRA");
    role(admin, "take approver @" + approver.platformId());
    assertThat(house.told).hasSize(1);
  }

  private CardRow reviewCard(Post post) {
    CardRow card =
        house.in(
            tx ->
                chat.cards.enter(
                    tx,
                    CardKind.REVIEW,
                    house.reviews.newest(tx, post.id()).orElseThrow().id(),
                    0,
                    amira.workspace(),
                    "C1"));
    house.work(CardBook.CARD);
    return card;
  }
}
