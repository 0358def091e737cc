package io.herald.chat.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.chat.Ask;
import io.herald.chat.Intent;
import io.herald.chat.Reply;
import io.herald.sandbox.Delivery;
import io.herald.words.Text;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is forged, old, of somebody else or in trouble: always 200 to a person, always words. */
class SlackProofTest {
  private static final String HOME =
      "{\"type\":\"app_home_opened\",\"user\":\"U0ANN\",\"channel\":\"D0ANN\",\"tab\":\"home\"}";

  private SlackHouse house;

  @BeforeEach
  void start() {
    house = new SlackHouse();
    house.desk = ask -> new Reply.Say(Text.of("From another time."));
  }

  @AfterEach
  void stop() {
    house.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "approve",
        "approve:1",
        "approve:1:2:3",
        "approve:one:2",
        "approve:99999999999999999999:0",
        "drop_table:1",
        "Approve:1:0",
      })
  void a_forged_button_means_nothing(String value) {
    house.connected();
    Delivery click = Odd.click(house, Odd.TEAM, Odd.action(value), "");

    assertThat(click.status()).isEqualTo(200);
    assertThat(house.asked().intent()).isEqualTo(new Intent.Unknown());
    house.slack.as("Ann Author").sees("From another time.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "[]",
        "[null]",
        "[{\"type\":\"button\"}]",
        "[{\"type\":\"button\",\"action_id\":\"a\\nb\",\"value\":\"x\"}]",
        "[{\"type\":\"button\",\"action_id\":\"a\"},{\"type\":\"button\",\"action_id\":\"b\"}]",
        "[{\"type\":\"static_select\",\"action_id\":\"a\",\"selected_option\":{\"value\":\"v\"}}]",
      })
  void a_click_of_any_shape_gets_200_and_words(String actions) {
    house.connected();
    Delivery click = Odd.click(house, Odd.TEAM, actions, "");

    assertThat(click.status()).isEqualTo(200);
    house.slack.as("Ann Author").sees("From another time.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dialog_submission",
        "interactive_message",
        "dialog_cancellation",
        "view_closed",
        "block_suggestion",
        "workflow_step_edit",
      })
  void what_herald_does_not_use_gets_200(String type) {
    house.connected();
    Delivery answer =
        Odd.interaction(
            house,
            "{\"type\":\""
                + type
                + "\","
                + Odd.TEAM
                + Odd.ANN
                + "\"callback_id\":\"c\",\"action_id\":\"a\",\"channel\":{\"id\":\"C0NEWS\"},"
                + "\"view\":{\"id\":\"V1\",\"type\":\"modal\",\"callback_id\":\"c\"}}");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(house.asks).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"T0OTHER,A0HERALD", "T0ACME,A0OTHER", "T0OTHER,A0OTHER", "'',A0HERALD"})
  void another_workspace_or_app_is_told_so_and_leaves_nothing_behind(String team, String app) {
    house.connected();
    String origin = "\"team\":{\"id\":\"" + team + "\"},\"api_app_id\":\"" + app + "\",";
    String there = "{\"type\":\"%s\"," + origin + Odd.ANN + "\"callback_id\":\"%s\",%s}";

    Delivery command = Odd.command(house, team, app, "");
    assertThat(command.answer()).contains("Herald does not serve this workspace.");
    Delivery form =
        Odd.interaction(
            house,
            String.format(
                there, "view_submission", "c", "\"view\":{\"id\":\"V\",\"type\":\"modal\"}"));
    assertThat(form.answer()).contains("Herald does not serve this workspace.");
    assertThat(Odd.event(house, team, app, HOME).status()).isEqualTo(200);
    assertThat(Odd.click(house, origin, Odd.action("approve:1:0"), "").status()).isEqualTo(200);
    house.slack.as("Ann Author").sees("Herald does not serve this workspace.");
    Delivery shortcut =
        Odd.interaction(
            house, String.format(there, "shortcut", SlackListeners.DRAFT, "\"trigger_id\":\"t9\""));
    assertThat(shortcut.status()).isEqualTo(200);

    assertThat(house.asks).isEmpty();
    assertThat(house.slack.ledger().calls("views.publish")).isEmpty();
  }

  /** java-slack-sdk 918: a request may leave its team out. */
  @Test
  void a_person_of_ours_is_known_where_slack_leaves_the_team_out() {
    house.connected();
    Odd.click(house, "\"team\":null,\"api_app_id\":\"A0HERALD\",", Odd.action("more:1"), "");

    assertThat(house.asks).extracting(Ask::intent).containsExactly(new Intent.More(1));
  }

  @Test
  void before_slack_has_told_who_we_are_people_get_words_and_events_come_again() {
    Delivery command = Odd.command(house, "T0ACME", "A0HERALD", "");
    assertThat(command.status()).isEqualTo(200);
    assertThat(command.answer()).contains("not connected to Slack yet");
    assertThat(Odd.click(house, Odd.TEAM, Odd.action("more:1"), "").status()).isEqualTo(200);
    Delivery event = Odd.event(house, HOME);
    assertThat(event.status()).isEqualTo(503);
    assertThat(house.asks).isEmpty();

    house.connected();
    assertThat(house.slack.sender().retry(event, 1, "http_error").status()).isEqualTo(200);
    assertThat(house.asked().intent()).isEqualTo(new Intent.OpenHome());
  }

  @Test
  void an_event_that_comes_again_is_taken_once() {
    house.connected();
    Delivery event = Odd.event(house, HOME);
    assertThat(event.status()).isEqualTo(200);
    for (int i = 1; i <= 3; i++) {
      assertThat(house.slack.sender().retry(event, i, "http_timeout").status()).isEqualTo(200);
    }
    assertThat(house.asks).hasSize(1);
  }

  @Test
  void events_that_herald_has_no_use_for_are_acknowledged() {
    house.connected();
    for (String event :
        List.of(
            "{\"type\":\"app_home_opened\",\"user\":\"U0ANN\",\"tab\":\"about\"}",
            "{\"type\":\"app_home_opened\",\"user\":\"U0ANN\"}",
            "{\"type\":\"message\",\"channel_type\":\"im\",\"bot_id\":\"B1\",\"user\":\"U0HERALD\"}",
            "{\"type\":\"message\",\"channel_type\":\"im\",\"bot_id\":\"B1\"}",
            "{\"type\":\"message\",\"channel_type\":\"channel\",\"user\":\"U0ANN\"}",
            "{\"type\":\"message\",\"subtype\":\"message_changed\",\"channel_type\":\"im\"}",
            "{\"type\":\"member_joined_channel\",\"user\":\"U0HERALD\",\"channel\":\"C0NEWS\"}",
            "{\"type\":\"team_rename\",\"name\":\"x\"}")) {
      assertThat(Odd.event(house, event).status()).as(event).isEqualTo(200);
    }
    assertThat(house.asks).isEmpty();
    Odd.event(house, HOME.replace("home\"}", "messages\"}"));
    assertThat(house.asked().intent()).isEqualTo(new Intent.Greet());
  }

  @Test
  void a_fault_is_an_apology_with_a_number_and_an_event_comes_again() {
    house.connected();
    house.desk =
        ask -> {
          throw new IllegalStateException("secret detail");
        };
    Delivery command = Odd.command(house, "T0ACME", "A0HERALD", "");
    assertThat(command.status()).isEqualTo(200);
    assertThat(command.answer()).contains("I-1").doesNotContain("secret");
    assertThat(Odd.click(house, Odd.TEAM, Odd.action("more:1"), "").status()).isEqualTo(200);
    house.slack.as("Ann Author").sees("I-2");
    Delivery event = Odd.event(house, HOME);
    assertThat(event.status()).isEqualTo(500);
    assertThat(event.answer()).doesNotContain("secret");

    house.desk = ask -> new Reply.Done();
    assertThat(house.slack.sender().retry(event, 1, "http_error").status()).isEqualTo(200);
  }

  @Test
  void an_address_to_answer_at_that_is_not_slacks_is_never_called() {
    house.connected();
    try (var stranger = new Stranger()) {
      Odd.click(house, Odd.TEAM, Odd.action("more:1"), stranger.url());
      house.slack.as("Ann Author").sees("From another time.");
      assertThat(house.asked().place().answerAt()).isNull();
      Odd.command(house, "T0ACME", "A0HERALD", stranger.url());
      assertThat(house.asked().place().answerAt()).isNull();
      house.room.close();
      assertThat(stranger.calls()).isZero();
    }
  }

  /** java-slack-sdk 1161 and 1288: threads that outlive what started them. */
  @Test
  void nothing_runs_on_when_all_is_closed() {
    house.connected();
    Odd.click(house, Odd.TEAM, Odd.action("more:1"), "");
    house.slack.as("Ann Author").sees("From another time.");
    house.close();

    org.awaitility.Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(Thread.getAllStackTraces().keySet())
                    .extracting(Thread::getName)
                    .noneMatch(
                        name ->
                            name.startsWith("slack-")
                                || name.startsWith("bolt-")
                                || name.startsWith("slack_")));
  }
}
