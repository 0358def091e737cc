package io.herald.sandbox.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import io.herald.sandbox.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A bot of a few lines without any SDK, so that the double alone is under test. */
final class TinyBot implements AutoCloseable {
  /** What came, with the token that came along. */
  record Heard(String authorization, JsonNode activity) {}

  /** What the double answered. */
  record Answer(int status, JsonNode body, String retryAfter) {}

  final List<Heard> heard = new CopyOnWriteArrayList<>();
  private final TeamsDouble teams;
  private final HttpServer server;
  private final HttpClient client = HttpClient.newHttpClient();
  volatile Function<JsonNode, String> answers = activity -> "";
  String token = "";

  TinyBot(TeamsDouble teams) throws IOException {
    this.teams = teams;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/api/messages",
        exchange -> {
          String authorization = exchange.getRequestHeaders().getFirst("Authorization");
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          JsonNode activity = Json.parse(body).orElseThrow();
          heard.add(new Heard(String.valueOf(authorization), activity));
          byte[] answer = answers.apply(activity).getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, answer.length == 0 ? -1 : answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
    teams.deliverTo(
        URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/api/messages"));
  }

  JsonNode lastHeard() {
    return heard.get(heard.size() - 1).activity();
  }

  Answer token(String secret, String scope) throws Exception {
    String form =
        "grant_type=client_credentials&client_id="
            + teams.setup().appId()
            + "&client_secret="
            + secret
            + "&scope="
            + URLEncoder.encode(scope, StandardCharsets.UTF_8);
    return answer(
        HttpRequest.newBuilder(URI.create(teams.tokenEndpoint()))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build());
  }

  TinyBot signedIn() throws Exception {
    token =
        token(teams.setup().secret(), "https://api.botframework.com/.default")
            .body()
            .path("access_token")
            .asText();
    return this;
  }

  Answer call(String method, String path, JsonNode body) throws Exception {
    return answer(request(method, path, Json.text(body)));
  }

  HttpRequest request(String method, String path, String body) {
    return HttpRequest.newBuilder(URI.create(teams.serviceUrl() + "v3/" + path))
        .header("Authorization", "Bearer " + token)
        .header("Content-Type", "application/json")
        .method(
            method,
            method.equals("GET")
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(body))
        .build();
  }

  Answer get(String path) throws Exception {
    return call("GET", path, Json.object());
  }

  Answer answer(HttpRequest request) throws Exception {
    HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
    return new Answer(
        response.statusCode(),
        Json.parse(response.body()).orElse(Json.object()),
        response.headers().firstValue("Retry-After").orElse(""));
  }

  Answer send(String conversation, JsonNode activity) throws Exception {
    return call("POST", "conversations/" + escaped(conversation) + "/activities", activity);
  }

  static String escaped(String id) {
    return URLEncoder.encode(id, StandardCharsets.UTF_8);
  }

  static ObjectNode words(String text) {
    return Json.object().put("type", "message").put("text", text);
  }

  static ObjectNode card(String json) {
    ObjectNode activity = Json.object().put("type", "message").put("summary", "A card");
    activity
        .putArray("attachments")
        .addObject()
        .put("contentType", "application/vnd.microsoft.card.adaptive")
        .set("content", Json.parse(json.replace('\'', '"')).orElseThrow());
    return activity;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
