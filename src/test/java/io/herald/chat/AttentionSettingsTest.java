package io.herald.chat;

import static io.herald.chat.ChatHouse.opened;
import static io.herald.chat.ChatHouse.plain;
import static io.herald.chat.ChatHouse.refused;
import static io.herald.chat.ChatHouse.said;
import static io.herald.chat.Forms.labels;
import static io.herald.chat.Forms.notes;
import static io.herald.chat.Forms.picked;
import static org.assertj.core.api.Assertions.assertThat;

import io.herald.members.AttentionChoices;
import io.herald.members.Digest;
import io.herald.members.Person;
import io.herald.members.QuietHours;
import io.herald.members.Role;
import io.herald.testkit.House;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AttentionSettingsTest {
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

  /** Pressed in the open form, with what stands in it. */
  private Form press(Person person, Intent.Choosing intent, Map<String, List<String>> filled) {
    var inForm = new Place(null, null, null, new Intent.SaveSettings());
    return opened(chat.ask(chat.settings, person, intent, new Values(filled), inForm));
  }

  @Test
  void whoever_chose_nothing_sees_the_organisations_cap_and_no_quiet_hours_and_no_digest() {
    Form form = opened(ask(house.joined("Amira"), new Intent.OpenSettings()));

    Field.Picked cap = picked(form, SettingsForm.CAP);
    assertThat(cap.initial()).containsExactly(SettingsForm.NONE);
    assertThat(cap.options().get(0).label()).isEqualTo("5, as your organisation says");
    assertThat(picked(form, SettingsForm.QUIET_FROM).initial()).containsExactly(SettingsForm.NONE);
    assertThat(picked(form, SettingsForm.QUIET_FROM).hint()).contains("Europe/Berlin");
    assertThat(picked(form, SettingsForm.DIGEST).initial()).containsExactly("NONE");
    assertThat(picked(form, SettingsForm.DIGEST_AT).initial()).containsExactly("09:00");
    assertThat(labels(form)).containsExactly("Pause for two weeks");
  }

  @Test
  void the_form_says_why_somebody_is_asked_less_than_others() {
    Person amira = house.joined("Amira");
    house.run(tx -> house.attention.fewer(tx, amira.member(), true));
    Form form = opened(ask(amira, new Intent.OpenSettings()));
    assertThat(picked(form, SettingsForm.CAP).options().get(0).label())
        .isEqualTo("3, for your accounts are for more than work");
    save(amira, Map.of(SettingsForm.CAP, List.of("2")));
    save(amira, Map.of(SettingsForm.CAP, List.of("none")));
    assertThat(choices(amira)).isEqualTo(AttentionChoices.NONE.fewer(true));
  }

  @Test
  void every_choice_is_stored_and_stands_in_the_form_again() {
    Person amira = house.joined("Amira");
    Map<String, List<String>> chosen =
        Map.of(
            SettingsForm.TOPICS, List.of("1"),
            SettingsForm.CAP, List.of("3"),
            SettingsForm.QUIET_FROM, List.of("21:30"),
            SettingsForm.QUIET_TO, List.of("07:00"),
            SettingsForm.DIGEST, List.of("WEEKLY"),
            SettingsForm.DIGEST_DAY, List.of("FRIDAY"),
            SettingsForm.DIGEST_AT, List.of("16:00"),
            SettingsForm.TRACKING, List.of("on"));

    assertThat(save(amira, chosen)).isEqualTo(new Reply.Done());

    assertThat(choices(amira))
        .isEqualTo(
            new AttentionChoices(
                3,
                new QuietHours(LocalTime.of(21, 30), LocalTime.of(7, 0)),
                new Digest(Digest.Rhythm.WEEKLY, DayOfWeek.FRIDAY, LocalTime.of(16, 0)),
                null,
                false));
    Form form = opened(ask(amira, new Intent.OpenSettings()));
    chosen.forEach((name, value) -> assertThat(picked(form, name).initial()).isEqualTo(value));
  }

  @Test
  void a_form_without_these_fields_leaves_them_as_they_were() {
    Person amira = house.joined("Amira");
    house.run(
        tx ->
            house.attention.choose(
                tx,
                amira,
                2,
                new QuietHours(LocalTime.of(22, 0), LocalTime.of(6, 0)),
                Digest.NONE));
    AttentionChoices before = choices(amira);

    save(amira, Map.of(SettingsForm.TOPICS, List.of("1")));

    assertThat(choices(amira)).isEqualTo(before);
  }

  @Test
  void what_does_not_fit_together_is_answered_at_its_field() {
    Person amira = house.joined("Amira");

    assertThat(
            mistakes(
                amira,
                Map.of(
                    SettingsForm.QUIET_FROM, List.of("22:00"),
                    SettingsForm.QUIET_TO, List.of("none"))))
        .containsExactly(
            Map.entry(
                SettingsForm.QUIET_TO,
                "Quiet hours have a beginning and an end; choose both or neither."));
    assertThat(
            mistakes(
                amira,
                Map.of(
                    SettingsForm.QUIET_FROM, List.of("none"),
                    SettingsForm.QUIET_TO, List.of("07:00"))))
        .containsOnlyKeys(SettingsForm.QUIET_FROM);
    assertThat(
            mistakes(
                amira,
                Map.of(
                    SettingsForm.QUIET_FROM, List.of("07:00"),
                    SettingsForm.QUIET_TO, List.of("07:00"))))
        .containsOnlyKeys(SettingsForm.QUIET_TO);
    assertThat(
            mistakes(
                amira,
                Map.of(
                    SettingsForm.QUIET_FROM, List.of("22:00"),
                    SettingsForm.QUIET_TO, List.of("10:00"),
                    SettingsForm.DIGEST, List.of("DAILY"),
                    SettingsForm.DIGEST_AT, List.of("09:00"))))
        .containsExactly(
            Map.entry(SettingsForm.DIGEST_AT, "These are your quiet hours; they end at 10:00."));
    for (String forged : List.of("0", "51", "-1", "many", "99999999999")) {
      assertThat(mistakes(amira, Map.of(SettingsForm.CAP, List.of(forged))))
          .as(forged)
          .containsExactly(Map.entry(SettingsForm.CAP, "Choose a number from 1 to 50."));
    }
    assertThat(choices(amira)).isEqualTo(AttentionChoices.NONE);
  }

  @Test
  void a_pause_in_the_form_takes_hold_at_once_and_keeps_what_stands_in_it() {
    Person amira = house.joined("Amira");

    Form paused = press(amira, new Intent.Pause(), Map.of(SettingsForm.CAP, List.of("2")));

    assertThat(notes(paused)).singleElement().asString().startsWith("You paused: nothing is sent");
    assertThat(labels(paused)).containsExactly("Resume now");
    assertThat(picked(paused, SettingsForm.CAP).initial()).containsExactly("2");
    assertThat(choices(amira).paused(house.clock.instant())).isTrue();

    Form resumed = press(amira, new Intent.Resume(), Map.of());
    assertThat(notes(resumed)).isEmpty();
    assertThat(labels(resumed)).containsExactly("Pause for two weeks");
    assertThat(choices(amira)).isEqualTo(AttentionChoices.NONE);
  }

  @Test
  void a_pause_can_be_typed_and_says_when_it_is_over_and_how_to_end_it() {
    Person amira = house.joined("Amira");

    assertThat(said(ask(amira, new Intent.Pause())))
        .startsWith("Nothing is sent to you until ")
        .endsWith("type “/herald resume”.");
    assertThat(said(ask(amira, new Intent.Resume())))
        .isEqualTo("Welcome back: posts come to you again.");
    assertThat(said(ask(amira, new Intent.Resume())))
        .isEqualTo("You had not paused. To pause for two weeks, type “/herald pause”.");
  }

  @Test
  void a_pause_that_ran_out_is_none_in_the_form() {
    Person amira = house.joined("Amira");
    ask(amira, new Intent.Pause());
    house.clock.advance(Duration.ofDays(14));

    assertThat(labels(opened(ask(amira, new Intent.OpenSettings()))))
        .containsExactly("Pause for two weeks");
  }

  @Test
  void a_member_says_and_sets_how_often_they_are_asked() {
    Person amira = house.joined("Amira");
    house.run(tx -> house.attention.ask(tx, amira.member(), false));

    assertThat(said(ask(amira, new Intent.SetAsks(""))))
        .isEqualTo(
            "You are asked at most 5 times a week; this week it was 1. To choose another number,"
                + " type “/herald asks 3”.");
    assertThat(said(ask(amira, new Intent.SetAsks("12"))))
        .startsWith("You are asked at most 12 times");
    Form form = opened(ask(amira, new Intent.OpenSettings()));
    assertThat(picked(form, SettingsForm.CAP).initial()).containsExactly("12");
    assertThat(picked(form, SettingsForm.CAP).options())
        .extracting(Field.Option::value)
        .contains("10", "12", "15");
    for (String odd : List.of("0", "many", "3 please", "51 for everybody")) {
      assertThat(said(ask(amira, new Intent.SetAsks(odd))))
          .as(odd)
          .startsWith("Choose a number from 1 to 50.");
    }
    assertThat(choices(amira).cap()).isEqualTo(12);
  }

  @Test
  void an_admin_says_how_often_whoever_chose_nothing_is_asked() {
    Person admin = house.joined("Admin", Role.ADMIN);
    Person amira = house.joined("Amira");

    assertThat(refused(() -> ask(amira, new Intent.SetAsks("2 for everybody"))))
        .isEqualTo("Only an admin can do this.");
    assertThat(said(ask(admin, new Intent.SetAsks("2 for Everybody"))))
        .isEqualTo("Whoever chose nothing is now asked at most 2 times a week.");
    assertThat(said(ask(amira, new Intent.SetAsks(""))))
        .startsWith("You are asked at most 2 times");

    save(
        admin,
        Map.of(SettingsForm.TOPICS, List.of("1"), SettingsForm.ORGANISATION_CAP, List.of("7")));
    assertThat(said(ask(amira, new Intent.SetAsks(""))))
        .startsWith("You are asked at most 7 times");
    assertThat(refused(() -> save(amira, Map.of(SettingsForm.ORGANISATION_CAP, List.of("50")))))
        .isEqualTo("Only an admin can do this.");
  }

  private Map<String, String> mistakes(Person person, Map<String, List<String>> values) {
    Reply reply = save(person, values);
    assertThat(reply).isInstanceOf(Reply.Correct.class);
    var plain = new java.util.HashMap<String, String>();
    ((Reply.Correct) reply).fields().forEach((name, text) -> plain.put(name, plain(text)));
    return plain;
  }

  private AttentionChoices choices(Person person) {
    return house.in(tx -> house.attention.choices(tx, person.member()));
  }
}
