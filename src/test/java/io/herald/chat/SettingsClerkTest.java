package io.herald.chat;

import static io.herald.chat.ChatHouse.opened;
import static io.herald.chat.ChatHouse.refused;
import static io.herald.chat.Forms.names;
import static io.herald.chat.Forms.notes;
import static io.herald.chat.Forms.picked;
import static org.assertj.core.api.Assertions.assertThat;

import io.herald.members.AccountFacts.Kind;
import io.herald.members.People;
import io.herald.members.Person;
import io.herald.members.Role;
import io.herald.testkit.House;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SettingsClerkTest {
  private final ChatHouse chat = new ChatHouse();
  private final House house = chat.house;

  @AfterEach
  void close() {
    chat.close();
  }

  private Reply ask(Person person, Intent.Choosing intent) {
    return chat.ask(chat.settings, person, intent);
  }

  private Reply save(Person person, Map<String, List<String>> values) {
    return chat.ask(chat.settings, person, new Intent.SaveSettings(), values);
  }

  @Test
  void settings_show_what_was_chosen_to_a_member_and_no_more() {
    house.topic("Hiring");
    Person amira = house.joined("Amira");

    Form form = opened(ask(amira, new Intent.OpenSettings()));

    assertThat(form.title()).isEqualTo("Settings");
    assertThat(form.intent()).isEqualTo(new Intent.SaveSettings());
    Field.Picked topics = picked(form, SettingsForm.TOPICS);
    assertThat(topics.options())
        .extracting(Field.Option::label)
        .containsExactly("General", "Hiring");
    assertThat(topics.initial()).containsExactly("1");
    assertThat(picked(form, SettingsForm.TRACKING).initial()).containsExactly("on");
    assertThat(names(form))
        .containsExactly(
            SettingsForm.TOPICS,
            SettingsForm.CAP,
            SettingsForm.QUIET_FROM,
            SettingsForm.QUIET_TO,
            SettingsForm.DIGEST,
            SettingsForm.DIGEST_DAY,
            SettingsForm.DIGEST_AT,
            SettingsForm.TRACKING);
    assertThat(notes(form)).isEmpty();
  }

  @Test
  void whoever_has_not_joined_learns_that_choices_wait_until_they_do() {
    Form form = opened(ask(house.member("Amira"), new Intent.OpenSettings()));

    assertThat(notes(form)).singleElement().asString().contains("/herald join");
  }

  @Test
  void a_member_learns_where_the_organisation_counts_nothing() {
    house.run(tx -> house.organisation.tracking(tx, null, false));

    Form form = opened(ask(house.joined("Amira"), new Intent.OpenSettings()));

    assertThat(notes(form))
        .containsExactly("Your organisation counts no visits, whatever you choose here.");
  }

  @Test
  void an_admin_also_sees_the_settings_of_the_organisation() {
    Form form = opened(ask(house.joined("Admin", Role.ADMIN), new Intent.OpenSettings()));

    assertThat(names(form))
        .endsWith(
            SettingsForm.TRACKING,
            SettingsForm.ORGANISATION_CAP,
            SettingsForm.ORGANISATION_TRACKING,
            SettingsForm.THRESHOLD,
            SettingsForm.GUESTS);
    assertThat(picked(form, SettingsForm.GUESTS).initial()).containsExactly("off");
    assertThat(form.title().length()).isLessThanOrEqualTo(24);
  }

  @Test
  void saving_follows_what_was_picked_and_switches_tracking() {
    long hiring = house.topic("Hiring").id();
    Person amira = house.joined("Amira");

    Reply reply =
        save(
            amira,
            Map.of(
                SettingsForm.TOPICS, List.of(String.valueOf(hiring)),
                SettingsForm.TRACKING, List.of("off")));

    assertThat(reply).isEqualTo(new Reply.Done());
    assertThat(follows(amira)).containsExactly(hiring);
    assertThat(house.again(amira).tracking()).isFalse();
    assertThat(house.recorded("member/" + amira.member()))
        .containsExactly("joined", "unfollowed", "followed", "tracking_set");
  }

  @Test
  void no_topic_picked_means_none_and_general_is_no_exception() {
    Person amira = house.joined("Amira");

    save(amira, Map.of(SettingsForm.TRACKING, List.of("on")));

    assertThat(follows(amira)).isEmpty();
  }

  @Test
  void a_topic_that_was_retired_meanwhile_is_answered_at_its_field() {
    Person amira = house.joined("Amira");

    Reply reply = save(amira, Map.of(SettingsForm.TOPICS, List.of("99")));

    assertThat(reply).isInstanceOf(Reply.Correct.class);
    assertThat(((Reply.Correct) reply).fields()).containsOnlyKeys(SettingsForm.TOPICS);
    assertThat(follows(amira)).containsExactly(People.GENERAL);
  }

  @Test
  void a_retired_topic_is_still_followed_when_it_comes_back() {
    var hiring = house.topic("Hiring");
    Person amira = house.joined("Amira");
    house.run(tx -> house.people.follow(tx, amira.member(), List.of(hiring.id())));
    house.run(tx -> house.topics.retire(tx, 1, hiring));

    save(amira, Map.of(SettingsForm.TOPICS, List.of("1")));

    assertThat(follows(amira)).containsExactly(People.GENERAL, hiring.id());
  }

  @Test
  void an_admin_changes_the_organisation_and_nobody_else_does_by_forging_the_form() {
    Person admin = house.joined("Admin", Role.ADMIN);
    Person amira = house.joined("Amira");
    Map<String, List<String>> values =
        Map.of(
            SettingsForm.TOPICS, List.of("1"),
            SettingsForm.ORGANISATION_TRACKING, List.of("off"),
            SettingsForm.GUESTS, List.of("on"));

    assertThat(refused(() -> save(amira, values))).isEqualTo("Only an admin can do this.");
    assertThat(house.holds(house.organisation::tracking)).isTrue();

    save(admin, values);
    assertThat(house.holds(house.organisation::tracking)).isFalse();
    assertThat(house.holds(house.organisation::guests)).isTrue();
  }

  @Test
  void whoever_does_not_belong_saves_nothing() {
    Person guest = house.person("Guest", null, Kind.GUEST);

    assertThat(refused(() -> save(guest, Map.of(SettingsForm.TOPICS, List.of("1")))))
        .contains("guests");
    assertThat(follows(guest)).isEmpty();
  }

  private List<Long> follows(Person person) {
    return house.in(tx -> house.people.follows(tx, person.member()));
  }
}
