package io.herald.sandbox.teams;

import com.fasterxml.jackson.databind.JsonNode;
import io.herald.sandbox.Fault;
import io.herald.sandbox.Faults;
import io.herald.sandbox.Json;
import io.herald.sandbox.Limits;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;

/** Microsoft's side of the wire: connector, keys and tokens, with the faults asked for. */
final class TeamsHttp extends Handler.Abstract {
  private final Connector connector;
  private final Tenant tenant;
  private final Entra entra;
  private final Documents documents;
  private final TeamsLedger ledger;
  private final Faults faults;
  private final Limits limits;
  private final Set<Callback> hanging = ConcurrentHashMap.newKeySet();

  TeamsHttp(
      Connector connector,
      Tenant tenant,
      Entra entra,
      Documents documents,
      TeamsLedger ledger,
      Faults faults,
      Limits limits) {
    this.connector = connector;
    this.tenant = tenant;
    this.entra = entra;
    this.documents = documents;
    this.ledger = ledger;
    this.faults = faults;
    this.limits = limits;
  }

  /** A call that is understood, but not carried out yet. */
  private record Deed(String name, String place, Work work) {}

  private interface Work {
    Connector.Answer run();
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    String body = Content.Source.asString(request, StandardCharsets.UTF_8);
    Optional<Deed> understood = deed(request, body);
    if (understood.isEmpty()) {
      ConnectorError unknown = new ConnectorError(404, "NotFound", "nothing is at this address");
      ledger.refused("unknown", unknown);
      write(response, callback, unknown.status(), unknown.body());
      return true;
    }
    Deed deed = understood.get();
    ledger.asked(deed.name());
    Fault fault = limits.meets(deed.name(), deed::place, faults);
    if (fault.ambiguous()) {
      ledger.unanswered(deed.name(), deed.place());
    }
    Connector.Answer ready = fault.carriesOut() ? run(deed) : null;
    Thread.sleep(fault.delay().toMillis());
    switch (fault.end()) {
      case HANG -> hanging.add(callback);
      case CLOSE -> {
        request.getConnectionMetaData().getConnection().getEndPoint().close();
        callback.failed(new EofException("closed without an answer, as asked"));
      }
      case STATUS, ERROR -> fail(response, callback, fault);
      case ANSWER -> {
        if (ready != null) {
          write(response, callback, ready.status(), ready.body());
        }
      }
    }
    return true;
  }

  private Connector.Answer run(Deed deed) {
    try {
      return deed.work().run();
    } catch (ConnectorError refused) {
      ledger.refused(deed.name(), refused);
      return new Connector.Answer(refused.status(), refused.body());
    }
  }

  private static void fail(Response response, Callback callback, Fault fault) {
    String header = fault.header();
    if (header != null) {
      response.getHeaders().put(HttpHeader.RETRY_AFTER, header);
    }
    if (fault.error().isEmpty()) {
      response.setStatus(fault.status());
      response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/html");
      Content.Sink.write(response, true, "<html><body>Bad gateway</body></html>", callback);
      return;
    }
    String code = fault.status() == 429 ? "Throttled" : fault.error();
    write(response, callback, fault.status(), ConnectorError.body(code, "as asked for"));
  }

  private Optional<Deed> deed(Request request, String body) {
    String path = request.getHttpURI().getPath();
    String base = documents.servicePath() + "v3/";
    String method = request.getMethod();
    if (path.startsWith(base)) {
      return Operation.read(method, path.substring(base.length()))
          .map(
              called ->
                  new Deed(
                      called.operation().word(),
                      called.place(body),
                      () -> call(called, request, body)));
    }
    if (method.equals("POST") && path.endsWith("/oauth2/v2.0/token")) {
      String of = path.split("/", -1)[1];
      String type =
          Optional.ofNullable(request.getHeaders().get(HttpHeader.CONTENT_TYPE)).orElse("");
      return Optional.of(
          new Deed("token", "", () -> new Connector.Answer(200, entra.token(of, type, body))));
    }
    return documents
        .at(path)
        .filter(any -> method.equals("GET"))
        .map(
            document ->
                new Deed(document.name(), "", () -> new Connector.Answer(200, document.body())));
  }

  private Connector.Answer call(Operation.Called called, Request request, String body) {
    String header = request.getHeaders().get(HttpHeader.AUTHORIZATION);
    String token = header != null && header.startsWith("Bearer ") ? header.substring(7) : "";
    if (!entra.accepts(token)) {
      throw new ConnectorError(
          401,
          "Unauthorized",
          "Authorization has been denied for this request.",
          Json.object().put("message", "Authorization has been denied for this request."));
    }
    if (called.operation() == Operation.PAGED_MEMBERS) {
      return page(called, request);
    }
    JsonNode json = Json.object();
    if (request.getMethod().equals("POST") || request.getMethod().equals("PUT")) {
      String type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
      if (type == null || !type.startsWith("application/json")) {
        throw new ConnectorError(415, "UnsupportedMediaType", "send application/json");
      }
      json =
          Json.parse(body)
              .orElseThrow(
                  () -> new ConnectorError(400, "BadSyntax", "the body is no JSON object"));
    }
    return connector.call(called.operation(), called.target(), json);
  }

  private Connector.Answer page(Operation.Called called, Request request) {
    Fields query = Request.extractQueryParameters(request);
    String asked = Optional.ofNullable(query.getValue("pageSize")).orElse("0");
    String token = Optional.ofNullable(query.getValue("continuationToken")).orElse("");
    int size;
    try {
      size = Integer.parseInt(asked);
    } catch (NumberFormatException e) {
      throw ConnectorError.badArgument("pageSize must be a number");
    }
    synchronized (tenant.shelves) {
      JsonNode page = new Rosters(tenant).page(called.target().conversation(), size, token);
      ledger.accepted(
          called.operation().word(), called.target().conversation(), token, Json.object());
      return new Connector.Answer(200, page);
    }
  }

  private static void write(Response response, Callback callback, int status, JsonNode body) {
    response.setStatus(status);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json; charset=utf-8");
    Content.Sink.write(response, true, Json.text(body), callback);
  }

  /** Ends the calls that were left without an answer. */
  void release() {
    for (Callback callback : Set.copyOf(hanging)) {
      hanging.remove(callback);
      callback.failed(new EofException("the double was closed"));
    }
  }
}
