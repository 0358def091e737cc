package io.herald.chat;

import static io.herald.chat.ChatHouse.choice;
import static io.herald.chat.ChatHouse.labels;
import static io.herald.chat.ChatHouse.plain;
import static io.herald.chat.ChatHouse.refused;
import static io.herald.chat.ChatHouse.shown;
import static io.herald.chat.ChatHouse.words;
import static org.assertj.core.api.Assertions.assertThat;

import io.herald.members.AccountFacts.Kind;
import io.herald.members.Person;
import io.herald.members.Role;
import io.herald.testkit.House;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LookClerkTest {
  private static final Place PRESSED = new Place("D1", "1.1", null, null);

  private final ChatHouse chat = new ChatHouse();
  private final House house = chat.house;

  private final Person approver = house.member("Approver", Role.APPROVER);

  @AfterEach
  void close() {
    chat.close();
  }

  private Reply ask(Person person, Intent.Looking intent) {
    return chat.ask(chat.look, person, intent);
  }

  private Card look(Person person, Intent.Looking intent) {
    return shown(ask(person, intent));
  }

  @Test
  void the_menu_offers_joining_first_to_whoever_has_not() {
    Card card = look(house.member("Amira"), new Intent.OpenMenu());

    assertThat(labels(card))
        .containsExactly("Join", "New draft", "Feed", "Mine", "Settings", "Help");
    assertThat(choice(card, "Join").tone()).isEqualTo(Choice.Tone.MAIN);
  }

  @Test
  void the_menu_of_a_member_begins_with_a_new_draft() {
    Card card = look(house.joined("Amira"), new Intent.OpenMenu());

    assertThat(labels(card)).containsExactly("New draft", "Feed", "Mine", "Settings", "Help");
    assertThat(choice(card, "New draft").intent()).isEqualTo(new Intent.OpenDraft());
  }

  @Test
  void whoever_cannot_take_part_reads_why_instead_of_a_menu() {
    Card card = look(house.person("Guest", null, Kind.GUEST), new Intent.OpenMenu());

    assertThat(labels(card)).isEmpty();
    assertThat(words(card)).contains("An admin can let guests in");
    assertThat(labels(look(house.stranger("U7"), new Intent.OpenMenu()))).contains("Join");
  }

  @Test
  void what_is_pressed_on_a_card_takes_its_place() {
    Person amira = house.joined("Amira");

    Reply pressed = chat.ask(chat.look, amira, new Intent.ShowHelp(), Values.NONE, PRESSED);

    assertThat(pressed).isInstanceOf(Reply.Replace.class);
    assertThat(ask(amira, new Intent.ShowHelp())).isInstanceOf(Reply.Show.class);
  }

  @Test
  void help_lists_what_this_person_can_do_and_nothing_that_does_not_work() {
    String member = words(look(house.joined("Amira"), new Intent.ShowHelp()));
    String lead = words(look(house.joined("Lead", Role.LEAD), new Intent.ShowHelp()));
    String admin = words(look(house.joined("Admin", Role.ADMIN), new Intent.ShowHelp()));

    assertThat(member)
        .contains("/herald draft", "/herald feed", "/herald mine", "/herald settings")
        .contains(
            "/herald policy", "/herald leave", "/herald stats", "/herald pause", "/herald asks 3")
        .doesNotContain("/herald join", "/herald topic", "/herald campaign", "/herald role")
        .doesNotContain("approvals");
    assertThat(lead)
        .contains("/herald topic add", "/herald campaign new")
        .doesNotContain("/herald role", "approvals");
    assertThat(admin)
        .contains("/herald topic add", "/herald role grant", "/herald topic stages")
        .contains("/herald use this channel for approvals");
    assertThat(member + lead + admin).doesNotContain("concern", "accounts", "freeze");
    assertThat(words(look(approver, new Intent.ShowHelp()))).contains("approvers’ channel");
  }

  @Test
  void every_command_in_help_is_understood() {
    Card card = look(house.joined("Admin", Role.ADMIN, Role.LEAD), new Intent.ShowHelp());

    for (Part part : card.parts()) {
      if (part instanceof Part.Facts facts) {
        for (Part.Fact fact : facts.facts()) {
          String typed = plain(fact.text()).replaceAll("[“”]", "").replace("/herald ", "");
          assertThat(new Commands().read(typed)).as(typed).isNotInstanceOf(Intent.Typo.class);
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "fed, feed",
    "fede, feed",
    "FEEED, feed",
    "jion, join",
    "setings, settings",
    "halp, help",
    "drafft, draft",
    "leav, leave",
    "miine, mine"
  })
  void a_typo_is_helped_with_the_word_that_was_meant(String typed, String meant) {
    Card card = look(house.joined("Amira"), new Intent.Typo(typed));

    assertThat(words(card)).contains("Did you mean “" + meant + "”?").contains("/herald help");
    assertThat(choice(card, meant).intent()).isEqualTo(new Commands().read(meant));
    assertThat(card.summary()).contains("Did you mean");
  }

  @Test
  void what_came_after_a_typo_is_not_lost() {
    Card card =
        look(house.joined("Amira"), new Intent.Typo("drfat https://example.com We are hiring"));

    assertThat(choice(card, "draft").intent())
        .isEqualTo(new Intent.DraftFrom("https://example.com", "We are hiring"));
  }

  @Test
  void a_typo_before_more_than_a_button_carries_is_still_helped() {
    Card card = look(house.joined("Amira"), new Intent.Typo("drfat " + "long words ".repeat(400)));

    assertThat(words(card)).contains("Did you mean “draft”?");
    assertThat(labels(card)).isEmpty();
  }

  @Test
  void a_word_that_is_like_none_gets_the_line_about_help_alone() {
    Card card = look(house.joined("Amira"), new Intent.Typo("campaign"));

    assertThat(words(card))
        .isEqualTo(
            "“campaign” is nothing that I know. For everything that you can do, type"
                + " “/herald help”.");
    assertThat(look(house.joined("Long"), new Intent.Typo("x".repeat(4_000))).summary())
        .hasSizeLessThan(300);
  }

  @Test
  void a_typo_in_what_only_admins_can_do_is_explained_to_admins_alone() {
    Person admin = house.joined("Admin", Role.ADMIN);

    Card card = look(admin, new Intent.Typo("use this chanel for approval"));
    assertThat(choice(card, Commands.APPROVALS).intent())
        .isEqualTo(new Intent.UseChannelForApprovals());
    assertThat(labels(look(admin, new Intent.Typo("rolle grant lead @U1"))))
        .containsExactly("role");
    assertThat(labels(look(house.joined("Amira"), new Intent.Typo("rolle")))).isEmpty();
  }

  @Test
  void opening_home_draws_it_and_welcomes_once() {
    Person amira = house.member("Amira");

    assertThat(ask(amira, new Intent.OpenHome())).isEqualTo(new Reply.Done());
    assertThat(house.again(amira).homeSeenAt()).isNotNull();
    assertThat(welcomes(amira)).hasSize(1);
    ask(amira, new Intent.OpenHome());
    ask(amira, new Intent.Greet());
    assertThat(welcomes(amira)).hasSize(1);
    assertThat(house.work(Homes.HOME)).containsExactly(amira.id());
  }

  @Test
  void whoever_writes_to_herald_is_welcomed_once() {
    Person stranger = house.stranger("U7");

    ask(stranger, new Intent.Greet());
    ask(stranger, new Intent.Greet());

    assertThat(welcomes(stranger)).hasSize(1);
  }

  @Test
  void whoever_joined_or_cannot_join_is_not_welcomed() {
    Person joined = house.joined("Amira");
    Person guest = house.person("Guest", null, Kind.GUEST);

    ask(joined, new Intent.Greet());
    ask(guest, new Intent.OpenHome());

    assertThat(welcomes(joined)).isEmpty();
    assertThat(welcomes(guest)).isEmpty();
  }

  @Test
  void a_link_that_was_opened_needs_no_answer_and_a_strange_button_a_plain_one() {
    Person amira = house.joined("Amira");

    assertThat(ask(amira, new Intent.FollowLink("x"))).isEqualTo(new Reply.Done());
    assertThat(refused(() -> ask(amira, new Intent.Unknown())))
        .startsWith("This button is from another time");
    assertThat(refused(() -> ask(amira, new Intent.TurnHome("secrets", 0))))
        .startsWith("This button is from another time");
  }

  private List<CardRow> welcomes(Person person) {
    return house.in(tx -> chat.cards.about(tx, CardKind.WELCOME, person.member()));
  }
}
