package io.herald.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.herald.sandbox.teams.TeamsStage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.eclipse.jetty.util.component.Graceful;

/** The page under {@code /sandbox}: its files, the state it draws, the deeds it sends. */
final class SandboxPage extends Handler.Abstract implements Graceful {
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
          + " img-src 'self' https:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html;charset=utf-8",
          "css", "text/css;charset=utf-8",
          "js", "text/javascript;charset=utf-8",
          "svg", "image/svg+xml");

  private final Scene scene;
  private final Acts acts;
  private final TeamsStage teams;
  private final Streams streams = new Streams();
  private final AtomicLong changes = new AtomicLong();
  private volatile boolean shutdown;

  SandboxPage(SlackDouble slack, List<Shortcut> shortcuts, TeamsStage teams) {
    this.scene = new Scene(slack, shortcuts);
    this.acts = new Acts(slack);
    this.teams = teams;
    slack.workspace.shelves.watch(this::changed);
    teams.watch(this::changed);
  }

  /** Runs under the lock of whichever platform changed, so it asks neither for anything. */
  private void changed() {
    streams.tell(changes.incrementAndGet());
  }

  void end() {
    streams.end();
  }

  /** A server that lets requests under way end would wait for open pages, which never do. */
  @Override
  public CompletableFuture<Void> shutdown() {
    shutdown = true;
    streams.end();
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public boolean isShutdown() {
    return shutdown;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    if (!LoopbackGuard.lets(request)) {
      answer(response, callback, 404, "text/plain;charset=utf-8", "Not found\n");
      return true;
    }
    response.getHeaders().put("Content-Security-Policy", POLICY);
    response.getHeaders().put("Referrer-Policy", "no-referrer");
    response.getHeaders().put("X-Content-Type-Options", "nosniff");
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    String path = request.getHttpURI().getCanonicalPath().replaceFirst("^/sandbox/?", "");
    if (HttpMethod.POST.is(request.getMethod())) {
      act(path, request, response, callback);
    } else if (!HttpMethod.GET.is(request.getMethod())) {
      answer(response, callback, 405, "text/plain;charset=utf-8", "Method not allowed\n");
    } else if (path.equals("events")) {
      streams.add(request, response, callback, changes.get());
    } else if (path.equals("state")) {
      Fields query = Request.extractQueryParameters(request);
      String who = Optional.ofNullable(query.getValue("as")).orElse("");
      boolean inTeams = "teams".equals(query.getValue("in"));
      json(response, callback, inTeams ? teams.before(who) : scene.before(who));
    } else {
      file(path.isEmpty() ? "index.html" : path, response, callback);
    }
    return true;
  }

  private void act(String path, Request request, Response response, Callback callback)
      throws IOException {
    // Read even where it is refused: a connection with half a request in it cannot be used again.
    String body = Content.Source.asString(request, StandardCharsets.UTF_8);
    if (!path.equals("act")) {
      answer(response, callback, 404, "text/plain;charset=utf-8", "Not found\n");
      return;
    }
    if (!LoopbackGuard.letsAct(request)) {
      answer(response, callback, 403, "text/plain;charset=utf-8", "Forbidden\n");
      return;
    }
    Optional<JsonNode> deed = Json.parse(body).filter(JsonNode::isObject);
    if (deed.isEmpty()) {
      answer(response, callback, 400, "text/plain;charset=utf-8", "Not a JSON object\n");
      return;
    }
    boolean inTeams = deed.get().path("in").asText().equals("teams");
    json(response, callback, inTeams ? teams.carryOut(deed.get()) : acts.carryOut(deed.get()));
  }

  private static void file(String name, Response response, Callback callback) throws IOException {
    // Names of our own files only: nothing with a dot in front or a step up.
    String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    boolean plain = name.matches("(images/)?[a-z0-9-]+[.][a-z]+");
    try (InputStream in = plain ? SandboxPage.class.getResourceAsStream(name) : null) {
      if (in == null || type == null) {
        answer(response, callback, 404, "text/plain;charset=utf-8", "Not found\n");
        return;
      }
      response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
      response.write(true, ByteBuffer.wrap(in.readAllBytes()), callback);
    }
  }

  private static void json(Response response, Callback callback, JsonNode json) {
    answer(response, callback, 200, "application/json;charset=utf-8", Json.text(json));
  }

  private static void answer(
      Response response, Callback callback, int status, String type, String body) {
    response.setStatus(status);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
    Content.Sink.write(response, true, body, callback);
  }
}
