package io.herald.chat.teams;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.herald.settings.Hosts;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Stands before everything of Teams': lets nothing through that is not the channel's, of the tenant
 * that Herald serves, and nothing back that tells a stranger more than a status. Without a token
 * nothing is parsed.
 */
final class TeamsGuard extends Handler.Abstract {
  private final @Nullable ChannelToken token;
  private final ServiceHosts hosts;
  private final @Nullable String tenant;
  private final TeamsInbox inbox;

  /**
   * @param token how tokens are read; none in development, where requests of this machine are taken
   *     without one
   * @param tenant the only one that is let in; none for any
   */
  TeamsGuard(
      @Nullable ChannelToken token, ServiceHosts hosts, @Nullable String tenant, TeamsInbox inbox) {
    this.token = token;
    this.hosts = hosts;
    this.tenant = tenant;
    this.inbox = inbox;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws IOException {
    response.getHeaders().put("X-Content-Type-Options", "nosniff");
    if (!request.getMethod().equals("POST")) {
      response.getHeaders().put(HttpHeader.ALLOW, "POST");
      return refuse(request, response, callback, HttpStatus.METHOD_NOT_ALLOWED_405);
    }
    Optional<String> vouched = Optional.empty();
    if (token == null) {
      if (!isOfThisMachine(request)) {
        return refuse(request, response, callback, HttpStatus.FORBIDDEN_403);
      }
    } else {
      vouched = token.serviceUrl(request.getHeaders().get(HttpHeader.AUTHORIZATION));
      if (vouched.isEmpty()) {
        return refuse(request, response, callback, HttpStatus.UNAUTHORIZED_401);
      }
    }
    byte[] body = body(request);
    if (body.length > TeamsLimits.ACTIVITY_BYTES) {
      return refuse(request, response, callback, HttpStatus.PAYLOAD_TOO_LARGE_413);
    }
    Optional<ObjectNode> activity = Json.parse(body);
    if (activity.isEmpty()) {
      return refuse(request, response, callback, HttpStatus.BAD_REQUEST_400);
    }
    Optional<Incoming> incoming = incoming(activity.get(), vouched);
    if (incoming.isEmpty()) {
      return refuse(request, response, callback, HttpStatus.FORBIDDEN_403);
    }
    answer(inbox.take(incoming.get()), request, response, callback);
    return true;
  }

  /** The activity, if its channel, service and tenant are those that Herald serves. */
  private Optional<Incoming> incoming(ObjectNode activity, Optional<String> vouched) {
    String said = Json.text(activity, "serviceUrl");
    Optional<String> service = hosts.allowed(said);
    boolean channel = Json.text(activity, "channelId").equals("msteams");
    boolean same =
        vouched.isEmpty()
            || vouched
                .flatMap(hosts::allowed)
                .map(TeamsGuard::folded)
                .equals(service.map(TeamsGuard::folded));
    String from = tenant(activity);
    boolean ours = !from.isEmpty() && (tenant == null || from.equals(tenant));
    return service.isPresent() && channel && same && ours
        ? Optional.of(new Incoming(activity, service.get(), from))
        : Optional.empty();
  }

  /** Microsoft's own check takes no heed of case either. */
  private static String folded(String address) {
    return address.toLowerCase(Locale.ROOT);
  }

  /** Both places where a tenant stands must agree, where both say one. */
  private static String tenant(ObjectNode activity) {
    String conversation = Json.text(activity, "conversation", "tenantId");
    String data = Json.text(activity, "channelData", "tenant", "id");
    if (!conversation.isEmpty() && !data.isEmpty() && !conversation.equals(data)) {
      return "";
    }
    return conversation.isEmpty() ? data : conversation;
  }

  /** Nobody else may pass for this machine: not through a proxy, nor from a page in a browser. */
  private static boolean isOfThisMachine(Request request) {
    boolean here =
        request.getConnectionMetaData().getRemoteSocketAddress() instanceof InetSocketAddress peer
            && peer.getAddress() != null
            && peer.getAddress().isLoopbackAddress();
    String host = Request.getServerName(request);
    boolean forwarded =
        request.getHeaders().stream()
            .anyMatch(
                field -> {
                  String name = field.getLowerCaseName();
                  return name.equals("forwarded") || name.startsWith("x-forwarded-");
                });
    return here && host != null && Hosts.isLoopback(host) && !forwarded;
  }

  private static byte[] body(Request request) throws IOException {
    int most = TeamsLimits.ACTIVITY_BYTES + 1;
    if (request.getLength() >= most) {
      return new byte[most];
    }
    return Content.Source.asInputStream(request).readNBytes(most);
  }

  private static boolean refuse(Request request, Response response, Callback callback, int status) {
    if (status == HttpStatus.PAYLOAD_TOO_LARGE_413) {
      // What is left unread must not pass for the next request.
      response.getHeaders().put(HttpHeader.CONNECTION, "close");
    }
    Response.writeError(request, response, callback, status);
    return true;
  }

  private static void answer(
      TeamsAnswer answer, Request request, Response response, Callback callback) {
    if (answer.status() >= 400) {
      Response.writeError(request, response, callback, answer.status());
      return;
    }
    response.setStatus(answer.status());
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    if (body.length > 0) {
      response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json; charset=utf-8");
    }
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
    response.write(true, BufferUtil.toBuffer(body), callback);
  }
}
