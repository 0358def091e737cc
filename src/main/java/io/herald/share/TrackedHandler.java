package io.herald.share;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code /c/<token>}: leads the public to what was shared, once the visit is written. */
public final class TrackedHandler extends Handler.Abstract {
  private static final Logger log = LoggerFactory.getLogger(TrackedHandler.class);

  private static final long RETRY_SECONDS = 5;

  private final TrackedLinks links;
  private final Visits visits;

  public TrackedHandler(TrackedLinks links, Visits visits) {
    this.links = links;
    this.visits = visits;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    Asked asked = Asked.of(request);
    if (!asked.get() && !asked.head()) {
      response.getHeaders().put(HttpHeader.ALLOW, "GET, HEAD");
      Response.writeError(request, response, callback, HttpStatus.METHOD_NOT_ALLOWED_405);
      return true;
    }
    Tracked tracked;
    try {
      tracked = links.find(asked.token());
    } catch (RuntimeException e) {
      log.warn("A tracked link could not be looked up", e);
      later(request, response, callback);
      return true;
    }
    if (tracked instanceof Tracked.Target target) {
      lead(target, asked.person(), request, response, callback);
    } else if (tracked instanceof Tracked.Elsewhere elsewhere) {
      Answer.redirect(elsewhere.address()).send(response, callback);
    } else if (tracked instanceof Tracked.Gone) {
      Answer.page(EndPages.gone()).send(response, callback);
    } else {
      Response.writeError(request, response, callback, HttpStatus.NOT_FOUND_404);
    }
    return true;
  }

  private void lead(
      Tracked.Target target,
      boolean person,
      Request request,
      Response response,
      Callback callback) {
    Answer answer = Answer.redirect(target.address());
    if (!person || !target.counted()) {
      answer.send(response, callback);
    } else if (!visits.count(target.link(), () -> answer.send(response, callback))) {
      later(request, response, callback);
    }
  }

  private static void later(Request request, Response response, Callback callback) {
    response.getHeaders().put(HttpHeader.RETRY_AFTER, RETRY_SECONDS);
    Response.writeError(request, response, callback, HttpStatus.SERVICE_UNAVAILABLE_503);
  }
}
