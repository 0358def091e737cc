package io.herald.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebServerTest {
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(30)).build();
  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
  private final AtomicReference<Optional<String>> database =
      new AtomicReference<>(Optional.empty());
  private final AtomicReference<Optional<String>> slack = new AtomicReference<>(Optional.empty());
  private final AtomicInteger looks = new AtomicInteger();
  private final CountDownLatch slowHasBegun = new CountDownLatch(1);
  private final CountDownLatch slowMayEnd = new CountDownLatch(1);
  private final Metrics metrics = new Metrics();
  private WebServer web;
  private OperationsServer operations;

  @BeforeEach
  void start() {
    var health =
        new HealthChecks(
            List.of(
                Health.vital(
                    "database",
                    () -> {
                      looks.incrementAndGet();
                      return database.get();
                    }),
                Health.informative("slack", slack::get)),
            now::get);
    var mounts =
        List.of(
            new Mount("/echo/*", handler(WebServerTest::echo)),
            new Mount(
                "/broken",
                handler(
                    (request, response, callback) -> {
                      throw new IllegalStateException("secret detail");
                    })),
            new Mount("/slow", handler(this::slow)));
    web = WebServer.start("127.0.0.1", 0, mounts, health, metrics.registry());
    operations = OperationsServer.start(0, health, metrics.registry());
  }

  @AfterEach
  void stop() {
    web.close();
    operations.close();
    metrics.close();
  }

  @Test
  void the_public_port_says_up_or_down_and_no_more() throws Exception {
    assertThat(get("/health/live").body()).isEqualTo("{\"status\":\"up\"}");
    assertThat(get("/health/ready").body()).isEqualTo("{\"status\":\"up\"}");

    database.set(Optional.of("disk full"));
    now.set(now.get().plusSeconds(1));
    HttpResponse<String> ready = get("/health/ready");
    assertThat(ready.statusCode()).isEqualTo(503);
    assertThat(ready.body()).isEqualTo("{\"status\":\"down\"}");
    assertThat(get("/health/live").statusCode()).isEqualTo(200);
    assertThat(get("/health").statusCode()).isEqualTo(404);
    assertThat(get("/metrics").statusCode()).isEqualTo(404);
  }

  @Test
  void the_operations_port_says_what_is_wrong() throws Exception {
    slack.set(Optional.of("token refused"));
    HttpResponse<String> stillReady = operations("/health");
    assertThat(stillReady.statusCode()).isEqualTo(200);
    assertThat(stillReady.body())
        .isEqualTo(
            "{\"status\":\"up\",\"checks\":{\"database\":{\"status\":\"up\"},"
                + "\"slack\":{\"status\":\"down\",\"trouble\":\"token refused\"}}}");

    database.set(Optional.of("disk full"));
    now.set(now.get().plusSeconds(1));
    assertThat(operations("/health").statusCode()).isEqualTo(503);
    assertThat(operations("/health").body()).contains("disk full");
    assertThat(operations("/health/live").statusCode()).isEqualTo(404);
  }

  @Test
  void the_checks_are_asked_once_a_second_however_often_we_are() throws Exception {
    for (int i = 0; i < 20; i++) {
      get("/health/ready");
    }
    assertThat(looks).hasValue(1);
    now.set(now.get().plusSeconds(1));
    get("/health/ready");
    assertThat(looks).hasValue(2);
  }

  @Test
  void every_metric_is_called_herald() throws Exception {
    get("/echo/a");
    get("/broken");

    String scraped = operations("/metrics").body();
    assertThat(scraped.lines().filter(line -> !line.startsWith("#")))
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line).startsWith("herald_"));
    assertThat(scraped)
        .contains(
            "herald_http_requests_seconds_count{mount=\"/echo/*\",status=\"200\"} 1",
            "herald_http_requests_seconds_count{mount=\"/broken\",status=\"500\"} 1",
            "herald_jvm_memory_used_bytes");
  }

  @Test
  void an_error_tells_its_status_and_nothing_else() throws Exception {
    HttpResponse<String> broken = get("/broken");
    assertThat(broken.statusCode()).isEqualTo(500);
    assertThat(broken.body()).isEqualTo("500 Server Error\n");

    HttpResponse<String> none = get("/%3Cscript%3E");
    assertThat(none.statusCode()).isEqualTo(404);
    assertThat(none.body()).isEqualTo("404 Not Found\n");
    assertThat(none.headers().firstValue("Content-Type")).contains("text/plain;charset=utf-8");
    assertThat(none.headers().map()).doesNotContainKey("server");
    assertThat(none.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(none.headers().firstValue("Referrer-Policy")).contains("no-referrer");
    assertThat(none.headers().firstValue("X-Frame-Options")).contains("DENY");
  }

  @Test
  void what_is_no_request_at_all_gets_as_little() throws Exception {
    assertThat(raw("<script>\r\n\r\n"))
        .startsWith("HTTP/1.1 400")
        .doesNotContain("script", "Jetty", "Exception");
    // Which of the two it is hangs on how the bytes arrive.
    assertThat(raw("GET /echo/" + "a".repeat(20_000) + " HTTP/1.1\r\nHost: x\r\n\r\n"))
        .matches("(?s)HTTP/1.1 (414|431) .*\r\n\r\n\\1 [A-Za-z ]+\n");
    assertThat(raw("GET / HTTP/1.1\r\nHost: x\r\nX-A: " + "a".repeat(20_000) + "\r\n\r\n"))
        .startsWith("HTTP/1.1 431");
  }

  @Test
  void a_body_beyond_the_bound_is_refused() throws Exception {
    assertThat(post("/echo/", 1024).statusCode()).isEqualTo(200);
    HttpResponse<String> tooLarge = post("/echo/", 3 * 1024 * 1024);
    assertThat(tooLarge.statusCode()).isEqualTo(413);
    assertThat(tooLarge.body()).isEqualTo("413 Payload Too Large\n");
  }

  @Test
  void only_get_and_head_are_for_health() throws Exception {
    assertThat(post("/health/live", 1).statusCode()).isEqualTo(405);
    HttpResponse<String> head =
        client.send(
            request("/health/live").method("HEAD", HttpRequest.BodyPublishers.noBody()).build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
  }

  @Test
  void forwarded_headers_change_nothing() throws Exception {
    HttpRequest forged =
        request("/echo/path")
            .header("X-Forwarded-For", "203.0.113.9")
            .header("X-Forwarded-Host", "evil.example.com")
            .header("X-Forwarded-Proto", "https")
            .header("Forwarded", "for=203.0.113.9;host=evil.example.com;proto=https")
            .build();

    assertThat(client.send(forged, HttpResponse.BodyHandlers.ofString()).body())
        .isEqualTo("http://127.0.0.1:" + web.port() + "/echo/path from 127.0.0.1");
  }

  @Test
  void a_request_under_way_is_answered_before_the_port_closes() throws Exception {
    CompletableFuture<HttpResponse<String>> slow =
        client.sendAsync(request("/slow").build(), HttpResponse.BodyHandlers.ofString());
    assertThat(slowHasBegun.await(30, TimeUnit.SECONDS)).isTrue();

    URI live = URI.create("http://127.0.0.1:" + web.port() + "/health/live");
    CompletableFuture<Void> closing = CompletableFuture.runAsync(web::close);
    await().atMost(Duration.ofSeconds(30)).until(() -> !answers(live));
    assertThat(slow).isNotDone();
    slowMayEnd.countDown();

    assertThat(slow.get(30, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
    closing.get(30, TimeUnit.SECONDS);
  }

  @Test
  void a_taken_port_is_said_plainly() {
    assertThatThrownBy(
            () -> OperationsServer.start(web.port(), noChecks(), metrics.registry()).close())
        .isInstanceOf(CannotListen.class)
        .hasMessageStartingWith("Port " + web.port() + " of 127.0.0.1 cannot be opened");
  }

  private static boolean answers(URI uri) throws InterruptedException {
    try {
      HttpRequest request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(2)).build();
      return HttpClient.newHttpClient()
              .send(request, HttpResponse.BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException refused) {
      return false;
    }
  }

  private static HealthChecks noChecks() {
    return new HealthChecks(List.of(), () -> Instant.EPOCH);
  }

  private boolean slow(Request request, Response response, Callback callback) throws Exception {
    slowHasBegun.countDown();
    slowMayEnd.await(30, TimeUnit.SECONDS);
    callback.succeeded();
    return true;
  }

  private static boolean echo(Request request, Response response, Callback callback)
      throws IOException {
    Content.Source.asString(request);
    Content.Sink.write(
        response, true, request.getHttpURI() + " from " + Request.getRemoteAddr(request), callback);
    return true;
  }

  private static Handler handler(Request.Handler answer) {
    return new Handler.Abstract() {
      @Override
      public boolean handle(Request request, Response response, Callback callback)
          throws Exception {
        return answer.handle(request, response, callback);
      }
    };
  }

  private HttpResponse<String> get(String path) throws Exception {
    return client.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path, int bytes) throws Exception {
    HttpRequest post =
        request(path).POST(HttpRequest.BodyPublishers.ofByteArray(new byte[bytes])).build();
    return client.send(post, HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> operations(String path) throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + operations.port() + path);
    return client.send(
        HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(10)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + web.port() + path))
        .timeout(Duration.ofSeconds(10));
  }

  private String raw(String bytes) throws IOException {
    try (var socket = new Socket("127.0.0.1", web.port())) {
      socket.setSoTimeout(5_000);
      socket.getOutputStream().write(bytes.getBytes(StandardCharsets.UTF_8));
      socket.shutdownOutput();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
