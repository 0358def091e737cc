package io.herald.chat.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.chat.Intent;
import io.herald.sandbox.SlackSender;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a stranger can send, and what of Slack's own the SDK would have refused. */
class SlackGateTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String JSON = "application/json";

  private static SlackHouse house;
  private static HttpClient http;

  @BeforeAll
  static void start() {
    house = new SlackHouse(() -> NOW, List.of("an older secret")).connected();
    http = HttpClient.newHttpClient();
  }

  @AfterAll
  static void stop() {
    house.close();
  }

  @BeforeEach
  void forget() {
    house.asks.clear();
  }

  @Test
  void a_signed_command_reaches_the_desk() throws Exception {
    assertThat(signed(command("help")).statusCode()).isEqualTo(200);
    assertThat(house.asked().intent()).isEqualTo(new Intent.Type("help"));
  }

  @ParameterizedTest
  @CsvSource({"86400,401", "301,401", "300,200", "-300,200", "-301,401", "-86400,401"})
  void a_request_is_taken_five_minutes_around_its_time(long seconds, int status) throws Exception {
    String time = Long.toString(NOW.getEpochSecond() + seconds);
    String body = command("time" + seconds);
    String signature = SlackSender.signature(house.slack.signingSecret(), time, body);

    assertThat(post(FORM, body, headers(time, signature)).statusCode()).isEqualTo(status);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "soon", "-1", "1e9", "99999999999999999999999", " 1795341600", "0x6921"})
  void a_time_that_is_none_is_refused(String time) throws Exception {
    String body = command("x");
    String signature = SlackSender.signature(house.slack.signingSecret(), time, body);

    refused(post(FORM, body, headers(time, signature)));
  }

  @Test
  void a_signature_that_does_not_hold_is_refused() throws Exception {
    String body = command("x");
    String good = SlackSender.signature(house.slack.signingSecret(), now(), body);
    for (String bad :
        List.of(
            "",
            "v0=",
            good.substring(3),
            good.replace("v0=", "v1="),
            good.toUpperCase(java.util.Locale.ROOT),
            good + "0",
            SlackSender.signature("another secret", now(), body),
            SlackSender.signature(house.slack.signingSecret(), now(), body + " "))) {
      refused(post(FORM, body, headers(now(), bad)));
    }
    refused(post(FORM, body, Map.of()));
    refused(post(FORM, body, Map.of("X-Slack-Signature", good)));
    refused(post(FORM, body, Map.of("X-Slack-Request-Timestamp", now())));
  }

  @Test
  void a_second_signature_is_refused_even_if_one_holds() throws Exception {
    String body = command("x");
    String good = SlackSender.signature(house.slack.signingSecret(), now(), body);
    for (String doubled : List.of("X-Slack-Signature", "X-Slack-Request-Timestamp")) {
      var request = request(FORM, body, headers(now(), good));
      request.header(doubled, doubled.endsWith("Timestamp") ? now() : good);
      refused(http.send(request.build(), HttpResponse.BodyHandlers.ofString()));
    }
  }

  @Test
  void a_secret_that_is_being_replaced_holds_as_well() throws Exception {
    String body = command("older");
    String signature = SlackSender.signature("an older secret", now(), body);

    assertThat(post(FORM, body, headers(now(), signature)).statusCode()).isEqualTo(200);
  }

  @Test
  void a_body_that_is_too_long_is_refused_before_it_is_read() throws Exception {
    try (var socket = new Socket("127.0.0.1", house.events().getPort())) {
      socket.setSoTimeout(5_000);
      String head =
          "POST /slack/events HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
              + "Content-Length: 1048577\r\n\r\n{";
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      assertThat(read(socket.getInputStream())).startsWith("HTTP/1.1 413").endsWith("Too long");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_body_is_taken_up_to_a_mebibyte(boolean chunked) throws Exception {
    String fits = command("x".repeat(1024 * 1024 - command("").length()));
    // A length that is announced is refused while its body is on its way, see above: who goes on
    // sending may find the connection reset before the refusal was read.
    for (String body : chunked ? List.of(fits, fits + "x") : List.of(fits)) {
      String signature = SlackSender.signature(house.slack.signingSecret(), now(), body);
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      HttpRequest.BodyPublisher publisher =
          chunked
              ? HttpRequest.BodyPublishers.ofInputStream(
                  () -> new java.io.ByteArrayInputStream(bytes))
              : HttpRequest.BodyPublishers.ofByteArray(bytes);
      var request = HttpRequest.newBuilder(house.events()).header("Content-Type", FORM);
      headers(now(), signature).forEach(request::header);
      int status =
          http.send(request.POST(publisher).build(), HttpResponse.BodyHandlers.ofString())
              .statusCode();
      assertThat(status).isEqualTo(body.equals(fits) ? 200 : 413);
    }
  }

  /** java-slack-sdk 1306 and 1290: the bytes are verified, not what somebody makes of them. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "*bold* _and_ ~more~",
        "%2Aencoded%2a",
        "emoji 🎉 and é",
        "\"quoted\" & <tag> + plus",
        "line\nbreak\r\nand more",
      })
  void words_come_through_whatever_they_are(String words) throws Exception {
    for (boolean star : List.of(true, false)) {
      String text = URLEncoder.encode(words, StandardCharsets.UTF_8);
      String body = form(star ? text.replace("*", "%2A") : text);
      assertThat(signed(body).statusCode()).isEqualTo(200);
      String expected = SlackMarkup.command(words);
      assertThat(house.asked().intent()).isEqualTo(new Intent.Type(expected));
    }
  }

  @Test
  void an_event_is_taken_with_any_line_ends_and_any_charset() throws Exception {
    int number = 0;
    for (String json :
        List.of(
            home("é 🎉"),
            home("a") + "\n",
            "\r\n" + home("b") + "\r\n\r\n",
            home("c").replace(",", ",\r\n"))) {
      for (String type : List.of(JSON, JSON + "; charset=us-ascii", JSON + ";charset=utf-16")) {
        String event = json.replace("Ev1", "Ev1" + number++);
        assertThat(signed(type, event).statusCode()).isEqualTo(200);
        assertThat(house.asked().intent()).isEqualTo(new Intent.OpenHome());
        assertThat(house.asks).hasSize(number);
      }
    }
  }

  @Test
  void a_body_of_another_kind_is_refused() throws Exception {
    for (String type : List.of("text/plain", "multipart/form-data; boundary=x", "text/html")) {
      assertThat(signed(type, command("x")).statusCode()).isEqualTo(415);
    }
  }

  @Test
  void the_address_is_confirmed_to_slack_only() throws Exception {
    String body = "{\"type\":\"url_verification\",\"challenge\":\"<b>3eZbrw\",\"token\":\"t\"}";
    refused(post(JSON, body, Map.of()));

    HttpResponse<String> answer = signed(JSON, body);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("<b>3eZbrw");
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    String endless = body.replace("3eZbrw", "x".repeat(2_000));
    assertThat(signed(JSON, endless).statusCode()).isEqualTo(400);
  }

  @Test
  void slack_may_look_at_our_certificate_without_a_signature() throws Exception {
    assertThat(post(FORM, "ssl_check=1&token=x", Map.of()).statusCode()).isEqualTo(200);
    var get = HttpRequest.newBuilder(java.net.URI.create(house.events() + "?ssl_check=1"));
    assertThat(http.send(get.build(), HttpResponse.BodyHandlers.ofString()).statusCode())
        .isEqualTo(200);
    refused(post(FORM, "text=ssl_check%3D1&xssl_check=1", Map.of()));
    assertThat(house.asks).isEmpty();
  }

  @Test
  void nothing_but_post_is_answered() throws Exception {
    for (String method : List.of("GET", "PUT", "DELETE", "HEAD", "OPTIONS", "TRACE")) {
      var request =
          HttpRequest.newBuilder(house.events())
              .method(method, HttpRequest.BodyPublishers.noBody());
      var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(method).isEqualTo(405);
      assertThat(answer.body()).isIn("", "Method not allowed");
    }
  }

  @Test
  void what_slack_signed_and_nobody_can_read_gives_no_detail_away() throws Exception {
    for (String body :
        List.of(
            "{",
            "[]",
            "{\"type\":\"event_callback\"}",
            "{\"type\":\"event_callback\",\"event\":[1,2]}",
            "[".repeat(500_000),
            "{\"type\":5}")) {
      plain(signed(JSON, body));
    }
    for (String payload :
        List.of("{", "[]", "{}", "{\"type\":\"block_actions\",\"user\":7}", "null", "%zz")) {
      plain(signed("payload=" + URLEncoder.encode(payload, StandardCharsets.UTF_8)));
    }
    plain(signed("payload=%zz"));
    plain(signed(""));
    assertThat(house.asks).isEmpty();
  }

  private static void plain(HttpResponse<String> answer) {
    assertThat(answer.body()).doesNotContain("Exception").doesNotContain("event_callback");
    assertThat(answer.body().length()).isLessThan(50);
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).doesNotContain("html");
  }

  private void refused(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).isEqualTo("Unauthorised");
    assertThat(house.asks).isEmpty();
  }

  private static String command(String text) {
    return form(URLEncoder.encode(text, StandardCharsets.UTF_8));
  }

  private static int trigger;

  private static String form(String text) {
    return "team_id=T0ACME&api_app_id=A0HERALD&channel_id=C0NEWS&user_id=U0ANN&command=%2Fherald"
        + "&trigger_id="
        + (10_000 + trigger++)
        + "&text="
        + text;
  }

  private static String home(String word) {
    return "{\"type\":\"event_callback\",\"team_id\":\"T0ACME\",\"api_app_id\":\"A0HERALD\","
        + "\"event_id\":\"Ev1\",\"word\":\""
        + word
        + "\",\"event\":{\"type\":\"app_home_opened\",\"user\":\"U0ANN\",\"tab\":\"home\"}}";
  }

  private static String now() {
    return Long.toString(NOW.getEpochSecond());
  }

  private static Map<String, String> headers(String time, String signature) {
    return Map.of("X-Slack-Request-Timestamp", time, "X-Slack-Signature", signature);
  }

  private static HttpResponse<String> signed(String form) throws Exception {
    return signed(FORM, form);
  }

  private static HttpResponse<String> signed(String type, String body) throws Exception {
    String signature = SlackSender.signature(house.slack.signingSecret(), now(), body);
    return post(type, body, headers(now(), signature));
  }

  private static HttpResponse<String> post(String type, String body, Map<String, String> headers)
      throws Exception {
    return http.send(request(type, body, headers).build(), HttpResponse.BodyHandlers.ofString());
  }

  private static HttpRequest.Builder request(
      String type, String body, Map<String, String> headers) {
    var request =
        HttpRequest.newBuilder(house.events())
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofString(body));
    headers.forEach(request::header);
    return request;
  }

  private static String read(InputStream in) throws IOException {
    var out = new StringBuilder();
    byte[] some = new byte[4_096];
    for (int n = in.read(some); n > 0; n = in.read(some)) {
      out.append(new String(some, 0, n, StandardCharsets.UTF_8));
    }
    return out.toString();
  }
}
