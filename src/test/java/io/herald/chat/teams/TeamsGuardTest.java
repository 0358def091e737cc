package io.herald.chat.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.herald.chat.Intent;
import io.herald.sandbox.Delivery;
import io.herald.sandbox.Fault;
import io.herald.sandbox.teams.ChannelToken;
import io.herald.sandbox.teams.TeamsPerson;
import io.herald.sandbox.teams.TeamsSetup;
import io.herald.testkit.SettableClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TeamsGuardTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private TeamsHouse house = new TeamsHouse();

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void what_teams_sends_is_taken() {
    assertThat(send(activity("help"), token()).status()).isEqualTo(200);
    assertThat(house.asked().intent()).isEqualTo(new Intent.Type("help"));
    assertThat(house.asked().from().workspace()).isEqualTo(house.teams.setup().tenant());
  }

  @Test
  void a_time_stamp_without_a_fraction_is_read() {
    ObjectNode activity = activity("help");
    activity.put("timestamp", "2026-11-21T10:00:00Z").put("localTimestamp", "soon");

    assertThat(send(activity, token()).status()).isEqualTo(200);
    assertThat(house.asks).isNotEmpty();
  }

  @Test
  void a_token_that_is_not_the_channels_for_this_bot_is_refused_without_a_word() {
    ChannelToken good = house.teams.token();
    Instant now = Instant.now();
    Map<String, String> bad = new HashMap<>();
    bad.put("none", "");
    bad.put("garbage", "not.a.token");
    bad.put("words", "please");
    bad.put("wrong audience", good.with("aud", "somebody-else").value());
    bad.put("wrong issuer", good.with("iss", "https://sts.windows.net/x/").value());
    bad.put("expired", good.from(now.minus(Duration.ofHours(2))).value());
    bad.put("of the future", good.from(now.plus(Duration.ofHours(1))).value());
    bad.put("no expiry", good.without("exp").value());
    bad.put("no service", good.without("serviceurl").value());
    bad.put("of another channel", good.ofAnotherChannel().value());
    bad.put("forged", good.forged().value());
    bad.put("of an unknown key", good.ofAnUnknownKey().value());
    bad.put("unsigned", good.unsigned().value());
    bad.put("another bot's", house.teams.tokenOfAnotherBot("11111111-0000-4000-8000-000000000000"));
    house.room.courier().findPerson("ann@acme.example");
    house.room.start();
    String own = house.teams.await("a token", () -> nonEmpty(house.teams.outgoingToken()));
    bad.put("our own, sent back", own);

    bad.forEach(
        (which, token) -> {
          Delivery refused = send(activity("help"), token);
          assertThat(refused.status()).as(which).isEqualTo(401);
          assertThat(refused.answer()).as(which).doesNotContainIgnoringCase("token");
          assertThat(refused.answer().length()).as(which).isLessThan(40);
        });
    assertThat(house.asks).isEmpty();
  }

  private static java.util.Optional<String> nonEmpty(String token) {
    return token.isEmpty() ? java.util.Optional.empty() : java.util.Optional.of(token);
  }

  @Test
  void a_service_that_is_not_the_clouds_is_refused() {
    ObjectNode missing = activity("help");
    missing.remove("serviceUrl");
    assertThat(send(missing, token()).status()).isEqualTo(403);

    String foreign = "https://smba.trafficmanager.net.evil.example/teams/";
    ObjectNode elsewhere = activity("help").put("serviceUrl", foreign);
    String token = house.teams.token().with("serviceurl", foreign).value();
    assertThat(send(elsewhere, token).status()).isEqualTo(403);

    // A good token for another service than the one that the activity names.
    String other = house.teams.token().with("serviceurl", "https://elsewhere.example/").value();
    assertThat(send(activity("help"), other).status()).isEqualTo(403);
    assertThat(house.asks).isEmpty();
  }

  @Test
  void another_tenant_or_channel_is_refused() {
    ObjectNode stranger = activity("help");
    stranger.withObject("conversation").put("tenantId", "other");
    assertThat(send(stranger, token()).status()).isEqualTo(403);
    stranger.withObject("channelData").withObject("tenant").put("id", "other");
    assertThat(send(stranger, token()).status()).isEqualTo(403);

    ObjectNode nowhere = activity("help");
    nowhere.withObject("conversation").remove("tenantId");
    nowhere.withObject("channelData").remove("tenant");
    assertThat(send(nowhere, token()).status()).isEqualTo(403);

    assertThat(send(activity("help").put("channelId", "webchat"), token()).status()).isEqualTo(403);
    assertThat(house.asks).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "[]", "\"a\"", "null", "{\"a\":", "{'a':1}"})
  void what_is_no_activity_is_refused(String body) {
    assertThat(house.teams.sender().send(body, token()).status()).isEqualTo(400);
  }

  @Test
  void nesting_without_end_is_refused_and_nothing_is_parsed_for_a_stranger() {
    String deep = "{\"a\":" + "[".repeat(4_000);
    assertThat(house.teams.sender().send(deep, token()).status()).isEqualTo(400);
    assertThat(house.teams.sender().send(deep, "").status()).isEqualTo(401);
    assertThat(send(activity("help"), token()).status()).isEqualTo(200);
  }

  @Test
  void a_body_that_is_too_long_is_refused() {
    String padded = activity("x".repeat(300_000)).toString();
    assertThat(house.teams.sender().send(padded, token()).status()).isIn(413, 0);
    assertThat(house.asks).isEmpty();
  }

  @Test
  void keys_that_cannot_be_read_anew_go_on_being_used() {
    house.close();
    var clock = new SettableClock();
    house = new TeamsHouse(clock);
    assertThat(send(activity("help"), token()).status()).isEqualTo(200);
    house.teams.faults().always("keys", Fault.status(503));
    clock.advance(Duration.ofDays(2));

    assertThat(send(activity("help"), token()).status()).isEqualTo(200);
  }

  @Test
  void in_development_this_machine_needs_no_token_and_any_tenant_is_taken() {
    develop();
    ObjectNode activity = activity("help");
    activity.withObject("conversation").put("tenantId", "any");
    activity.withObject("channelData").withObject("tenant").put("id", "any");

    assertThat(send(activity, "").status()).isEqualTo(200);
    assertThat(house.asked().from().workspace()).isEqualTo("any");
    assertThat(house.room.courier().workspace()).isEqualTo("any");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Forwarded: for=127.0.0.1",
        "X-Forwarded-For: 127.0.0.1",
        "x-forwarded-proto: https",
        "X-Forwarded-Anything: 1"
      })
  void in_development_what_came_through_a_proxy_is_refused(String header) {
    develop();
    String[] parts = header.split(": ", 2);
    Delivery delivery =
        house.teams.sender().raw(activity("help").toString(), Map.of(parts[0], parts[1]));

    assertThat(delivery.status()).isEqualTo(403);
    assertThat(house.asks).isEmpty();
  }

  @Test
  void in_development_another_host_or_service_is_refused() throws Exception {
    develop();
    assertThat(RawRequest.post(house.messages(), "herald.example.com", activity("help")))
        .startsWith("HTTP/1.1 403");
    assertThat(RawRequest.post(house.messages(), "localhost:3978", activity("help")))
        .startsWith("HTTP/1.1 200");

    ObjectNode elsewhere =
        activity("help").put("serviceUrl", "https://smba.trafficmanager.net/teams/");
    assertThat(send(elsewhere, "").status()).isEqualTo(403);
    ObjectNode missing = activity("help");
    missing.remove("serviceUrl");
    assertThat(send(missing, "").status()).isEqualTo(403);
    assertThat(house.asks).hasSize(2);
  }

  @Test
  void only_posts_are_answered() throws Exception {
    assertThat(RawRequest.get(house.messages())).startsWith("HTTP/1.1 405");
  }

  private void develop() {
    house.close();
    house = new TeamsHouse(TeamsSetup.with(Clock.systemUTC(), new Random(7)).withoutTokens());
  }

  private String token() {
    return house.teams.token().value();
  }

  private Delivery send(JsonNode activity, String token) {
    return house.teams.sender().send(activity.toString(), token);
  }

  /** As Teams sends it when Ann types. */
  private ObjectNode activity(String text) {
    TeamsPerson ann = house.teams.person("Ann");
    ObjectNode activity = JSON.createObjectNode();
    activity.put("type", "message").put("id", "1").put("channelId", "msteams");
    activity.put("serviceUrl", house.teams.serviceUrl()).put("text", text);
    activity.putObject("from").put("id", ann.id()).put("name", ann.name());
    activity.putObject("recipient").put("id", "28:" + house.teams.setup().appId());
    String tenant = house.teams.setup().tenant();
    activity
        .putObject("conversation")
        .put("id", house.teams.chat("Ann"))
        .put("conversationType", "personal")
        .put("tenantId", tenant);
    activity.putObject("channelData").putObject("tenant").put("id", tenant);
    return activity;
  }
}
