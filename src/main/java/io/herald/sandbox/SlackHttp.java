package io.herald.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Slack's side of the wire: {@code /api/…} and {@code /hook/…}, with the faults asked for. */
final class SlackHttp extends Handler.Abstract {
  private final WebApi api;
  private final Hooks hooks;
  private final Shelves shelves;
  private final Ledger ledger;
  private final Faults faults;
  private final Limits limits;
  private final Set<Callback> hanging = ConcurrentHashMap.newKeySet();

  SlackHttp(WebApi api, Hooks hooks, Shelves shelves, Ledger ledger, Faults faults, Limits limits) {
    this.api = api;
    this.hooks = hooks;
    this.shelves = shelves;
    this.ledger = ledger;
    this.faults = faults;
    this.limits = limits;
  }

  /** An answer that is ready to be written. */
  private record Ready(int status, String type, String body) {}

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    String path = Request.getPathInContext(request);
    boolean hook = path.startsWith("/hook/");
    if (!hook && !path.startsWith("/api/")) {
      return false;
    }
    String method = hook ? "hook" : path.substring("/api/".length());
    String body = Content.Source.asString(request, StandardCharsets.UTF_8);
    ledger.asked(method);
    Fault fault = limits.meets(method, () -> channel(request, body), faults);
    if (fault.ambiguous()) {
      ledger.unanswered(values(request, body));
    }
    Ready ready = null;
    if (fault.carriesOut()) {
      ready = hook ? hook(path, request, body) : call(method, request, response, body);
    }
    Thread.sleep(fault.delay().toMillis());
    switch (fault.end()) {
      case HANG -> hanging.add(callback);
      case CLOSE -> close(request, callback);
      case STATUS -> {
        String header = fault.header();
        if (header != null) {
          response.getHeaders().put(HttpHeader.RETRY_AFTER, header);
        }
        write(response, callback, failure(fault));
      }
      case ERROR -> write(response, callback, failure(fault));
      case ANSWER -> write(response, callback, ready == null ? failure(fault) : ready);
    }
    return true;
  }

  private Ready call(String method, Request request, Response response, String body) {
    ObjectNode answer;
    try {
      Args args = args(request, body);
      String token = bearer(request, args);
      response.getHeaders().put("X-OAuth-Scopes", api.scopes(token));
      answer = api.call(method, args, token);
    } catch (SlackError unreadable) {
      ledger.refused(method, Json.object(), unreadable);
      answer = unreadable.body();
    }
    return json(200, answer);
  }

  private Ready hook(String path, Request request, String body) {
    try {
      Args args = args(request, body).parsed();
      synchronized (shelves) {
        hooks.use(path, args);
        ledger.accepted("hook", args.values(), Pings.in(args));
      }
      return new Ready(200, "text/plain;charset=utf-8", "ok");
    } catch (SlackError error) {
      ledger.refused("hook", Json.object().put("path", path), error);
      boolean spent = error.code().equals("used_url") || error.code().equals("no_service");
      return spent
          ? new Ready(404, "text/plain;charset=utf-8", error.code())
          : json(400, error.body());
    }
  }

  private static String channel(Request request, String body) {
    return values(request, body).path("channel").asText();
  }

  /** What a call was given, as far as that can be read. */
  private static JsonNode values(Request request, String body) {
    try {
      return args(request, body).parsed().values();
    } catch (SlackError unreadable) {
      return Json.object();
    }
  }

  private static Args args(Request request, String body) {
    String type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
    String query = request.getHttpURI().getQuery();
    Args inUrl = Args.ofForm(query == null ? "" : query);
    if (type != null && type.startsWith("application/json")) {
      return body.isEmpty() ? inUrl : inUrl.and(Args.ofJson(body));
    }
    boolean form = type == null || type.startsWith("application/x-www-form-urlencoded");
    if (!form) {
      throw new SlackError("invalid_post_type");
    }
    return inUrl.and(Args.ofForm(body));
  }

  private static String bearer(Request request, Args args) {
    String header = request.getHeaders().get(HttpHeader.AUTHORIZATION);
    boolean bearer = header != null && header.regionMatches(true, 0, "Bearer ", 0, 7);
    return bearer ? header.substring(7).trim() : args.text("token");
  }

  private static Ready failure(Fault fault) {
    return fault.error().isEmpty()
        ? new Ready(fault.status(), "text/html", "<html><body>Something went wrong</body></html>")
        : json(fault.status(), Json.object().put("ok", false).put("error", fault.error()));
  }

  private static Ready json(int status, ObjectNode body) {
    return new Ready(status, "application/json; charset=utf-8", Json.text(body));
  }

  private static void write(Response response, Callback callback, Ready ready) {
    response.setStatus(ready.status());
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, ready.type());
    Content.Sink.write(response, true, ready.body(), callback);
  }

  private static void close(Request request, Callback callback) {
    request.getConnectionMetaData().getConnection().getEndPoint().close();
    callback.failed(new org.eclipse.jetty.io.EofException("closed without an answer, as asked"));
  }

  /** Ends the calls that were left without an answer. */
  void release() {
    for (Callback callback : Set.copyOf(hanging)) {
      hanging.remove(callback);
      callback.failed(new org.eclipse.jetty.io.EofException("the double was closed"));
    }
  }
}
