package io.herald.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SandboxPageTest {
  @TempDir Path directory;
  private SandboxShow show;
  private final HttpClient client = HttpClient.newHttpClient();

  @BeforeEach
  void open() throws Exception {
    show = new SandboxShow(directory, 0);
  }

  @AfterEach
  void close() {
    show.close();
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create(show.origin() + path)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> act(ObjectNode deed, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(show.origin() + "/sandbox/act"))
            .POST(HttpRequest.BodyPublishers.ofString(Json.text(deed)));
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private JsonNode acted(ObjectNode deed) throws Exception {
    HttpResponse<String> response =
        act(deed, "Origin", show.origin(), "Content-Type", "application/json");
    assertThat(response.statusCode()).isEqualTo(200);
    return Json.parse(response.body()).orElseThrow();
  }

  private static ObjectNode deed(String what) {
    return Json.object().put("as", "U0AMIRA").put("do", what);
  }

  /** The status of a GET with exactly these header lines, which no HTTP client would send. */
  private int raw(String... headers) throws IOException {
    URI origin = URI.create(show.origin());
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), origin.getPort())) {
      String request = "GET /sandbox HTTP/1.1\r\n" + String.join("\r\n", headers) + "\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      BufferedReader answer =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      return Integer.parseInt(answer.readLine().split(" ", 3)[1]);
    }
  }

  @Test
  void the_page_and_its_files_are_served_under_a_strict_policy() throws Exception {
    HttpResponse<String> page = get("/sandbox");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("<h2 id=\"direct-title\">Messages</h2>");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'none'", "script-src 'self'")
        .doesNotContain("unsafe");
    for (String file :
        List.of("app.js", "frame.css", "icon.svg", "images/award.svg", "mrkdwn.js")) {
      assertThat(get("/sandbox/" + file).statusCode()).as(file).isEqualTo(200);
    }
    assertThat(get("/sandbox/app.js").headers().firstValue("Content-Type"))
        .contains("text/javascript;charset=utf-8");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sandbox.class",
        "../words/Words.properties",
        "..%2fwords%2fWords.properties",
        "images/",
        "nothing.js"
      })
  void nothing_else_of_the_class_path_is_served(String path) throws Exception {
    assertThat(get("/sandbox/" + path).statusCode()).isIn(400, 404);
  }

  @Test
  void a_request_by_another_name_or_through_a_proxy_is_not_answered() throws Exception {
    assertThat(raw("Host: 127.0.0.1:9")).isEqualTo(200);
    assertThat(raw("Host: localhost")).isEqualTo(200);
    assertThat(raw("Host: [::1]:8080")).isEqualTo(200);
    assertThat(raw("Host: evil.example")).isEqualTo(404);
    assertThat(raw("Host: 127.0.0.1.evil.example")).isEqualTo(404);
    assertThat(raw("Host: localhost", "Forwarded: for=1.2.3.4")).isEqualTo(404);
    assertThat(raw("Host: localhost", "X-Forwarded-For: 1.2.3.4")).isEqualTo(404);
  }

  @Test
  void only_the_page_itself_may_act() throws Exception {
    ObjectNode deed = deed("command").put("channel", "D0AMIRA").put("text", "/herald");
    assertThat(act(deed, "Content-Type", "application/json").statusCode()).isEqualTo(403);
    assertThat(
            act(deed, "Content-Type", "application/json", "Origin", "http://evil.example")
                .statusCode())
        .isEqualTo(403);
    assertThat(act(deed, "Content-Type", "text/plain", "Origin", show.origin()).statusCode())
        .isEqualTo(403);
    assertThat(
            act(
                    deed,
                    "Content-Type",
                    "application/json",
                    "Origin",
                    show.origin(),
                    "Sec-Fetch-Site",
                    "cross-site")
                .statusCode())
        .isEqualTo(403);
    assertThat(show.slack().ephemerals("amira")).isEmpty();
  }

  @Test
  void each_person_sees_what_is_theirs() throws Exception {
    show.seed();
    acted(deed("command").put("channel", "C0GENERAL").put("text", "/herald help"));
    JsonNode amira = state("U0AMIRA");
    JsonNode ben = state("U0BEN");
    assertThat(amira.path("ephemerals")).hasSize(1);
    assertThat(ben.has("ephemerals")).isFalse();
    assertThat(channel(amira, "D0AMIRA").path("messages")).hasSize(2);
    assertThat(channel(ben, "D0AMIRA").isMissingNode()).isTrue();
    assertThat(channel(ben, "C0APPROVALS").path("messages")).hasSize(2);
    assertThat(ben.path("home").path("type").asText()).isEqualTo("home");
  }

  private JsonNode state(String person) throws Exception {
    return Json.parse(get("/sandbox/state?as=" + person).body()).orElseThrow();
  }

  private static JsonNode channel(JsonNode state, String id) {
    for (JsonNode channel : state.path("channels")) {
      if (channel.path("id").asText().equals(id)) {
        return channel;
      }
    }
    return Json.object().path("none");
  }

  @Test
  void a_form_opens_keeps_what_was_typed_shows_errors_and_is_taken() throws Exception {
    state("U0AMIRA");
    assertThat(acted(deed("command").put("channel", "D0AMIRA").put("text", "/herald draft")))
        .isEqualTo(Json.parse("{\"ok\":true,\"errors\":{}}").orElseThrow());
    assertThat(state("U0AMIRA").path("modal").path("title").path("text").asText())
        .isEqualTo("New draft");

    ObjectNode submit = deed("submit");
    fill(submit, "link", "https://acme.example");
    fill(submit, "text", "nothing wrong");
    assertThat(acted(submit).path("errors").path("headline").asText())
        .isEqualTo("Please complete this required field.");
    fill(submit, "headline", "Hello");
    assertThat(acted(submit).path("errors").path("text").asText())
        .isEqualTo("Say it without the word wrong.");
    JsonNode kept = state("U0AMIRA").path("modal").path("state").path("values");
    assertThat(kept.path("headline").path("value").path("value").asText()).isEqualTo("Hello");

    fill(submit, "text", "all fine");
    assertThat(acted(submit).path("ok").asBoolean()).isTrue();
    assertThat(state("U0AMIRA").has("modal")).isFalse();
  }

  private static void fill(ObjectNode deed, String block, String text) {
    deed.withObjectProperty("values")
        .withObjectProperty(block)
        .putObject("value")
        .put("type", "plain_text_input")
        .put("value", text);
  }

  @Test
  void what_is_not_there_any_more_is_said_in_words() throws Exception {
    assertThat(acted(deed("submit")).path("complaint").asText())
        .isEqualTo("This form is not open any more.");
    assertThat(
            acted(deed("press").put("channel", "C0NEWS").put("ts", "1.1"))
                .path("complaint")
                .asText())
        .isEqualTo("This message is not here any more.");
    assertThat(acted(deed("dance")).path("ok").asBoolean()).isFalse();
  }

  @Test
  void the_page_is_told_of_each_change() throws Exception {
    HttpResponse<java.util.stream.Stream<String>> events =
        client.send(
            HttpRequest.newBuilder(URI.create(show.origin() + "/sandbox/events")).build(),
            HttpResponse.BodyHandlers.ofLines());
    List<String> told = new ArrayList<>();
    var lines = events.body().filter(line -> line.startsWith("data:")).iterator();
    told.add(lines.next());
    acted(deed("say").put("channel", "C0GENERAL").put("text", "hello"));
    told.add(lines.next());
    assertThat(told).doesNotHaveDuplicates();
    assertThat(events.headers().firstValue("Content-Type"))
        .contains("text/event-stream;charset=utf-8");
  }

  @Test
  void a_server_that_stops_does_not_wait_for_open_pages() throws Exception {
    HttpResponse<java.util.stream.Stream<String>> events =
        client.send(
            HttpRequest.newBuilder(URI.create(show.origin() + "/sandbox/events")).build(),
            HttpResponse.BodyHandlers.ofLines());
    long start = System.nanoTime();
    show.stopServer(Duration.ofSeconds(20));
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    assertThat(events.body()).anyMatch(line -> line.startsWith("data:"));
  }

  @Test
  void the_workspace_is_the_same_after_a_restart() throws Exception {
    acted(deed("say").put("channel", "C0GENERAL").put("text", "remember me"));
    show.close();
    show = new SandboxShow(directory, 0);
    JsonNode general = channel(state("U0AMIRA"), "C0GENERAL");
    assertThat(general.path("messages")).hasSize(4);
    assertThat(general.path("messages").get(3).path("text").asText()).isEqualTo("remember me");
  }
}
