package io.herald.chat.slack;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.bolt.middleware.Middleware;
import com.slack.api.bolt.middleware.MiddlewareChain;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestType;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.request.builtin.UrlVerificationRequest;
import com.slack.api.bolt.response.Response;
import io.herald.chat.Apologies;

/**
 * Herald's only middleware in Bolt: a person's press gets 200 whatever happens, for Slack shows
 * them an error of its own otherwise, and an event that could not be taken comes again.
 */
final class SlackNet implements Middleware {
  private static final int LONGEST_CHALLENGE = 1_000;

  private final SlackListeners listeners;
  private final Unread unread;
  private final Apologies apologies;

  SlackNet(SlackListeners listeners, Unread unread, Apologies apologies) {
    this.listeners = listeners;
    this.unread = unread;
    this.apologies = apologies;
  }

  // Bolt's own type, raw as Bolt declares it.
  @SuppressWarnings("rawtypes")
  @Override
  public Response apply(Request request, Response response, MiddlewareChain chain) {
    boolean event = request.getRequestType() == RequestType.Event;
    try {
      if (request instanceof UrlVerificationRequest asked) {
        return challenge(asked);
      }
      if (request instanceof BlockActionRequest click && isOdd(click.getPayload())) {
        return listeners.unknown(click);
      }
      Response answer = chain.next(request);
      return event || answer.getStatusCode() == 200 ? answer : Response.ok();
    } catch (SlackInbox.NotYet e) {
      return Response.error(503);
    } catch (Exception e) {
      if (event) {
        apologies.report("an event could not be handled", e);
        return Response.error(500);
      }
      return Response.builder()
          .contentType(Response.CONTENT_TYPE_APPLICATION_JSON_UTF8)
          .body(unread.answer(request.getRequestBodyAsString(), e))
          .build();
    }
  }

  /** Slack asks this once, when somebody enters our address in the app's settings. */
  private static Response challenge(UrlVerificationRequest asked) {
    String challenge = asked.getChallenge();
    return challenge == null || challenge.length() > LONGEST_CHALLENGE
        ? Response.error(400)
        : Response.ok(challenge);
  }

  /** Bolt answers 400 to these and drops them. */
  private static boolean isOdd(BlockActionPayload payload) {
    return payload.getActions() == null
        || payload.getActions().size() != 1
        || payload.getActions().get(0) == null
        || payload.getActions().get(0).getActionId() == null;
  }
}
