package io.herald.chat.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.herald.chat.Card;
import io.herald.chat.Part;
import io.herald.chat.PlatformFailure;
import io.herald.chat.PlatformFailure.Kind;
import io.herald.sandbox.Fault;
import io.herald.words.Text;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever Slack answers has one of a few meanings. */
class SlackErrorsTest {
  private static SlackHouse house;

  @BeforeAll
  static void start() {
    house = new SlackHouse().connected();
  }

  @AfterAll
  static void stop() {
    house.close();
  }

  /** java-slack-sdk 1273: the second and the third 429 count as much as the first. */
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {"7,7", "-,30", "soon,30", "-5,30", "1e3,30", "'',30"})
  void how_long_to_wait_is_read_from_every_429(@Nullable String header, long seconds) {
    house
        .slack
        .faults()
        .next(
            "chat.postMessage",
            Fault.rateLimited(header),
            Fault.rateLimited(header),
            Fault.rateLimited(header));

    for (int i = 0; i < 3; i++) {
      PlatformFailure failure = failure(() -> send());
      assertThat(failure.kind()).isEqualTo(Kind.RATE_LIMITED);
      assertThat(failure.retryAfter()).isEqualTo(Duration.ofSeconds(seconds));
    }
    send();
  }

  @ParameterizedTest
  @CsvSource({
    "invalid_auth,UNAUTHORISED",
    "token_revoked,UNAUTHORISED",
    "account_inactive,UNAUTHORISED",
    "missing_scope,FORBIDDEN",
    "not_in_channel,FORBIDDEN",
    "restricted_action,GONE",
    "restricted_action_read_only_channel,GONE",
    "messages_tab_disabled,FORBIDDEN",
    "messages_tab_disabled,FORBIDDEN",
    "channel_not_found,GONE",
    "user_not_found,GONE",
    "is_archived,GONE",
    "message_not_found,GONE",
    "ratelimited,RATE_LIMITED",
    "service_unavailable,UNAVAILABLE",
    "fatal_error,AMBIGUOUS",
    "internal_error,AMBIGUOUS",
    "request_timeout,AMBIGUOUS",
    "msg_blocks_too_long,REFUSED",
    "invalid_blocks,REFUSED",
    "something_new,REFUSED",
  })
  void each_of_slacks_errors_has_a_kind(String error, Kind kind) {
    house.slack.faults().next("chat.postMessage", Fault.error(error));

    PlatformFailure failure = failure(() -> send());
    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(failure.getMessage()).doesNotContain(house.slack.botToken());
  }

  @ParameterizedTest
  @CsvSource({
    "401,UNAUTHORISED",
    "403,FORBIDDEN",
    "404,GONE",
    "302,REFUSED",
    "400,REFUSED",
    "500,AMBIGUOUS",
    "503,UNAVAILABLE",
    "504,AMBIGUOUS",
    "200,AMBIGUOUS",
  })
  void an_answer_that_is_no_json_has_a_kind_by_its_status(int status, Kind kind) {
    house.slack.faults().next("chat.postMessage", Fault.status(status));

    assertThat(failure(() -> send()).kind()).isEqualTo(kind);
  }

  @Test
  void only_trouble_with_an_images_address_is_an_images_fault() {
    SlackCard card =
        SlackCard.of(
            new Card(
                "x",
                List.of(
                    new Part.Lead(Text.of("x")),
                    new Part.Picture("https://pictures.example.com/a.png", "A cat"))));
    for (String[] each :
        new String[][] {
          {"downloading image failed [json-pointer:/blocks/1/image_url]", "BAD_IMAGE"},
          {"invalid image [json-pointer:/blocks/1]", "BAD_IMAGE"},
          {
            "downloading image failed [json-pointer:/view/blocks/0/accessory/image_url]",
            "BAD_IMAGE"
          },
          {"must be less than 2001 characters [json-pointer:/blocks/1/alt_text]", "REFUSED"},
          {"must be less than 3001 characters [json-pointer:/blocks/0/text/text]", "REFUSED"},
          {"something else [json-pointer:/blocks/99999999999]", "REFUSED"},
          {"no pointer at all", "REFUSED"},
        }) {
      var answer =
          Json.object(
              "ok",
              false,
              "error",
              "invalid_blocks",
              "response_metadata",
              Json.object("messages", Json.array(new com.google.gson.JsonPrimitive(each[0]))));
      PlatformFailure failure = SlackErrors.failure(answer, null, card.blocks());
      assertThat(failure.kind()).as(each[0]).isEqualTo(Kind.valueOf(each[1]));
    }
  }

  private static void send() {
    house
        .room
        .courier()
        .send("C0NEWS", null, new Card("A", List.of(new Part.Lead(Text.of("A")))), 2);
  }

  private static PlatformFailure failure(ThrowingCallable call) {
    PlatformFailure failure = catchThrowableOfType(PlatformFailure.class, call);
    assertThat(failure).isNotNull();
    return failure;
  }
}
