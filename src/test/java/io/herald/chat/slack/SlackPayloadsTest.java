package io.herald.chat.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.chat.Ask;
import io.herald.chat.Intent;
import io.herald.chat.Reply;
import io.herald.sandbox.Delivery;
import io.herald.words.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests in the shapes that Slack documents, with more in them than today's SDK knows. */
class SlackPayloadsTest {
  private static final Path HOME = Path.of("src/test/resources/io/herald/chat/slack/payloads");

  private SlackHouse house;

  @BeforeEach
  void start() {
    house = new SlackHouse().connected();
  }

  @AfterEach
  void stop() {
    house.close();
  }

  @Test
  void a_message_of_an_enterprise_with_blocks_of_next_year_becomes_a_draft() {
    assertThat(interaction("message_action").status()).isEqualTo(200);

    Ask ask = house.asked();
    assertThat(ask.intent())
        .isEqualTo(
            new Intent.DraftFrom(
                "https://example.com/q3?a=1&b=2", "Look: <b> our results by @W0BOB :tada:"));
    assertThat(ask.from().user()).isEqualTo("W0ANN");
    assertThat(ask.place().channel()).isEqualTo("G0PRIVATE");
    assertThat(ask.place().message()).isEqualTo("1795341500.000200");
    assertThat(ask.place().answerAt()).isEqualTo("https://hooks.slack.com/app/T0ACME/1/abc");
  }

  @Test
  void a_click_on_a_message_that_one_person_sees_says_where_the_answer_goes() {
    assertThat(interaction("block_actions_ephemeral").status()).isEqualTo(200);

    Ask ask = house.asked();
    assertThat(ask.intent()).isEqualTo(new Intent.ShowFeed(10));
    assertThat(ask.key())
        .isEqualTo("slack/click/1795341600.000300/1795341601.400000/U0ANN/show_feed_1");
    assertThat(ask.place().answerAt())
        .isEqualTo("https://hooks.slack-gov.com/actions/T0ACME/1/def");
  }

  @Test
  void a_form_is_read_field_by_field_and_empty_ones_are_absent() {
    house.desk = ask -> new Reply.Correct(Map.of("until", Text.of("Before the start.")));
    Delivery answer = interaction("view_submission");

    assertThat(answer.json().orElseThrow().at("/errors/until").asText())
        .isEqualTo("Before the start.");
    Ask ask = house.asked();
    assertThat(ask.intent()).isEqualTo(new Intent.SubmitDraft(4, 2, 0, 1, 0, 0));
    assertThat(ask.values().fields())
        .containsOnly(
            Map.entry("link", List.of("https://example.com")),
            Map.entry("text", List.of("Two\nlines & <tags> *stars*")),
            Map.entry("freedom", List.of("EDIT_FREELY")),
            Map.entry("topics", List.of("1", "2")),
            Map.entry("from", List.of("1795341600")));
    assertThat(ask.values().moment("from")).contains(Instant.ofEpochSecond(1_795_341_600));
    assertThat(ask.key()).isEqualTo("slack/submission/V0FORM/0");
  }

  /** python-slack-sdk 1639: where a channel is shared, the outer team may be somebody else's. */
  @Test
  void an_event_is_ours_if_our_installation_is_why_it_came() {
    Delivery answer = house.slack.sender().event(Odd.parse(read("app_home_opened_shared")));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(house.asked().intent()).isEqualTo(new Intent.OpenHome());
    assertThat(house.asked().from().workspace()).isEqualTo("T0ACME");
    assertThat(house.asked().key()).isEqualTo("slack/event/Ev0SHARED");
  }

  private Delivery interaction(String name) {
    return Odd.interaction(house, read(name));
  }

  private static String read(String name) {
    try {
      return Files.readString(HOME.resolve(name + ".json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
