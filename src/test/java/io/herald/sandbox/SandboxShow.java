package io.herald.sandbox;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.Callback;

/**
 * Shows the sandbox page with handwritten cards and no Herald behind it, for those who work on its
 * looks: {@code mvn test-compile}, then run this with a port.
 */
public final class SandboxShow implements AutoCloseable {
  static final List<Shortcut> SHORTCUTS =
      List.of(
          new Shortcut("Turn into a draft", "herald_turn_into_draft", true),
          new Shortcut("New draft", "herald_draft", false));

  private final Sandbox sandbox;
  private final Server server = new Server();
  private final ServerConnector connector = new ServerConnector(server);

  SandboxShow(Path directory, int port) throws Exception {
    sandbox =
        Sandbox.open(
            directory,
            InstantSource.system(),
            new SecureRandom(),
            ZoneId.of("Europe/Berlin"),
            SHORTCUTS);
    connector.setHost("127.0.0.1");
    connector.setPort(port);
    server.addConnector(connector);
    server.setHandler(new GracefulHandler(new Handler.Sequence(new Events(), sandbox.handler())));
    server.start();
    sandbox.deliverTo(URI.create(origin()));
  }

  String origin() {
    return "http://127.0.0.1:" + connector.getLocalPort();
  }

  SlackDouble slack() {
    return sandbox.slack();
  }

  /** Posts the handwritten cards. */
  void seed() {
    call("chat.postMessage", "review-card");
    call("chat.postMessage", "post-card");
    call("chat.postMessage", "status-card");
    for (String person : sandbox.people()) {
      Args home = fixture("home");
      home.values().put("user_id", person);
      slack().api.call("views.publish", home, slack().botToken());
    }
  }

  private void call(String method, String fixture) {
    var answer = slack().api.call(method, fixture(fixture), slack().botToken());
    if (!answer.path("ok").asBoolean()) {
      throw new IllegalStateException(fixture + ": " + answer);
    }
  }

  /** Opens the handwritten form before somebody. */
  void openForm(String person) {
    Args form = fixture("form");
    form.values().put("trigger_id", slack().triggers.mint(person, false));
    var answer = slack().api.call("views.open", form, slack().botToken());
    if (!answer.path("ok").asBoolean()) {
      throw new IllegalStateException(answer.toString());
    }
  }

  private static Args fixture(String name) {
    try (var in = SandboxShow.class.getResourceAsStream(name + ".json")) {
      if (in == null) {
        throw new IllegalStateException("no " + name);
      }
      return Args.ofJson(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Stops, letting requests under way end for so long. */
  void stopServer(Duration patience) {
    server.setStopTimeout(patience.toMillis());
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    sandbox.close();
    stopServer(Duration.ZERO);
  }

  /** An app that takes everything, and opens the form on commands and shortcuts. */
  private final class Events extends Handler.Abstract {
    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
      if (!Request.getPathInContext(request).equals("/slack/events")) {
        return false;
      }
      String body = Content.Source.asString(request, StandardCharsets.UTF_8);
      boolean json = body.startsWith("{");
      Args form = json ? new Args(Json.object()) : Args.ofForm(body);
      String payload = form.text("payload");
      String answer = "";
      if (form.text("command").equals("/herald") && form.text("text").startsWith("draft")) {
        openForm(form.text("user_id"));
      } else if (form.text("command").equals("/herald")) {
        answer =
            "{\"response_type\":\"ephemeral\",\"text\":\"*Herald* took `/herald` at your word.\"}";
      } else if (payload.contains("\"type\":\"view_submission\"") && payload.contains("wrong")) {
        answer =
            "{\"response_action\":\"errors\",\"errors\":{\"text\":\"Say it without the word wrong.\"}}";
      } else if (payload.contains("\"type\":\"message_action\"")) {
        openForm(Json.parse(payload).orElseThrow().path("user").path("id").asText());
      }
      response.getHeaders().put("Content-Type", "application/json");
      Content.Sink.write(response, true, answer, callback);
      return true;
    }
  }

  /** Runs until killed. */
  public static void main(String[] args) throws Exception {
    Path directory = Files.createTempDirectory("sandbox-show");
    SandboxShow show = new SandboxShow(directory, Integer.parseInt(args[0]));
    show.seed();
    System.out.println(show.origin() + "/sandbox");
    Thread.currentThread().join();
  }
}
