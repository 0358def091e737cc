package io.herald.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.herald.testkit.Needs;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * Microsoft's playground for bots, without its browser: what people do goes in over HTTP, and all
 * that passes between it and the bot comes out of a WebSocket.
 */
final class MicrosoftPlayground implements AutoCloseable {
  static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Process process;
  private final String address;

  /** Its server takes an offer of HTTP/2 for one of a WebSocket, and answers neither. */
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final List<JsonNode> log = new CopyOnWriteArrayList<>();

  private MicrosoftPlayground(Process process, String address) {
    this.process = process;
    this.address = address;
  }

  static MicrosoftPlayground before(URI herald) throws Exception {
    Path node = Needs.node();
    Path cli = Needs.npmPackage("@microsoft/m365agentsplayground").resolve("cli.js");
    Path tools = Path.of("src/test/node").toAbsolutePath();
    int port = freePort();
    ProcessBuilder builder =
        new ProcessBuilder(
                node.toString(),
                "--require",
                tools.resolve("loopback.cjs").toString(),
                cli.toString(),
                "-e",
                herald.resolve("/api/messages").toString(),
                "-c",
                "msteams",
                "-p",
                Integer.toString(port),
                "--dt")
            .redirectErrorStream(true)
            .redirectOutput(Path.of("target", "teams-playground.log").toFile());
    builder.environment().put("TEAMSAPPTESTER_BROWSER", "none");
    builder
        .environment()
        .put(
            "M365_AGENTS_PLAYGROUND_LOGFILE",
            Path.of("target", "teams-playground-own.log").toAbsolutePath().toString());
    builder
        .environment()
        .put("M365_AGENTS_PLAYGROUND_CONFIG_PATH", tools.resolve("playground.yml").toString());
    var playground = new MicrosoftPlayground(builder.start(), "http://127.0.0.1:" + port);
    try {
      playground.listen(port);
    } catch (RuntimeException | IOException | InterruptedException e) {
      playground.close();
      throw e;
    }
    return playground;
  }

  static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void listen(int port) throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!answers()) {
      if (!process.isAlive() || System.nanoTime() > end) {
        throw new IllegalStateException(
            Files.readString(Path.of("target", "teams-playground.log")));
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
    client
        .newWebSocketBuilder()
        .buildAsync(URI.create("ws://127.0.0.1:" + port + "/_ws/log/stream"), new Listener())
        .join();
  }

  private boolean answers() throws InterruptedException {
    try {
      var ping = HttpRequest.newBuilder(URI.create(address + "/_debug/ping")).build();
      return client.send(ping, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  /** Whoever sits at the keyboard types to the bot. */
  void type(String person, String chat, String text) throws Exception {
    ObjectNode message = JSON.createObjectNode().put("text", text).put("textFormat", "plain");
    message.putObject("from").put("id", person);
    message.putArray("mentions");
    post("/_conversation/v1/conversations/" + chat + "/messages", message);
  }

  /** Anybody presses an Action.Execute, in the chat or the card's own thread. */
  JsonNode press(String person, String chat, JsonNode shown, String label, ObjectNode inputs)
      throws Exception {
    ObjectNode action = (ObjectNode) action(card(shown), label).deepCopy();
    ((ObjectNode) action.get("data")).setAll(inputs);
    ObjectNode invoke = JSON.createObjectNode().put("name", "adaptiveCard/action");
    boolean thread = !shown.at("/response/body/activityId").isMissingNode();
    String place = thread ? shown.at("/response/body/id").asText() : chat;
    invoke.putObject("conversation").put("id", place);
    invoke.putObject("from").put("id", person);
    invoke.put("replyToId", id(shown));
    invoke.putObject("value").put("trigger", "manual").set("action", action);
    return post("/_conversation/v1/invoke", invoke);
  }

  private JsonNode post(String path, JsonNode body) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(address + path))
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
            .build();
    HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() / 100 != 2) {
      throw new AssertionError(path + ": " + answer.statusCode() + " " + answer.body());
    }
    return JSON.readTree(answer.body());
  }

  /** The newest card of the bot, new or changed, that has all of these words, waited for. */
  JsonNode sees(String... words) throws InterruptedException {
    return sees(
        entry -> List.of(words).stream().allMatch(card(entry).toString()::contains),
        String.join(", ", words));
  }

  private JsonNode sees(Predicate<JsonNode> wanted, String what) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      var found = log.stream().filter(wanted).reduce((before, after) -> after);
      if (found.isPresent()) {
        return found.get();
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
    throw new AssertionError(
        "waited in vain for "
            + what
            + "; calls: "
            + log.stream().map(entry -> entry.path("activityName").asText()).toList());
  }

  /** The card that a call of the bot carried; a new thread comes with its first message. */
  static JsonNode card(JsonNode entry) {
    JsonNode body = entry.at("/request/body");
    return body.path("activity").isObject()
        ? body.at("/activity/attachments/0/content")
        : body.at("/attachments/0/content");
  }

  private static String id(JsonNode entry) {
    JsonNode body = entry.at("/response/body");
    return body.path("activityId").asText(body.path("id").asText());
  }

  private static JsonNode action(JsonNode node, String label) {
    return node.findParents("verb").stream()
        .filter(each -> each.path("title").asText().equals(label))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no button " + label + " on " + node));
  }

  /** Collects what passes; a frame may come in parts. */
  private final class Listener implements WebSocket.Listener {
    private final StringBuilder frame = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
      frame.append(part);
      if (last) {
        try {
          log.add(JSON.readTree(frame.toString()).path("log"));
        } catch (IOException e) {
          throw new java.io.UncheckedIOException(e);
        }
        frame.setLength(0);
      }
      socket.request(1);
      return java.util.concurrent.CompletableFuture.completedFuture(null);
    }
  }

  @Override
  public void close() {
    process.destroy();
  }
}
