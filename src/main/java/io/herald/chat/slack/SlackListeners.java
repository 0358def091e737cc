package io.herald.chat.slack;

import com.slack.api.bolt.App;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.request.builtin.GlobalShortcutRequest;
import com.slack.api.bolt.request.builtin.MessageShortcutRequest;
import com.slack.api.bolt.request.builtin.SlashCommandRequest;
import com.slack.api.bolt.request.builtin.ViewSubmissionRequest;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.event.AppHomeOpenedEvent;
import com.slack.api.model.event.AppUninstalledEvent;
import com.slack.api.model.event.MemberJoinedChannelEvent;
import com.slack.api.model.event.MessageEvent;
import com.slack.api.model.event.TokensRevokedEvent;
import io.herald.chat.Intent;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What Herald listens to in Slack; the manifest asks for as much. */
final class SlackListeners {
  static final String COMMAND = "/herald";
  static final String DRAFT = "herald_draft";
  static final String TURN_INTO_DRAFT = "herald_turn_into_draft";
  static final Set<String> EVENTS =
      Set.of(
          AppHomeOpenedEvent.TYPE_NAME,
          AppUninstalledEvent.TYPE_NAME,
          MemberJoinedChannelEvent.TYPE_NAME,
          TokensRevokedEvent.TYPE_NAME);

  /** Heard where an installation subscribes to it; the manifest does without its scope. */
  static final Set<String> OPTIONAL_EVENTS = Set.of("message.im");

  private static final Logger LOG = LoggerFactory.getLogger(SlackListeners.class);
  private static final Pattern ANY = Pattern.compile(".*", Pattern.DOTALL);

  private final SlackAsks asks;
  private final SlackInbox inbox;
  private final SlackConnection connection;

  SlackListeners(SlackAsks asks, SlackInbox inbox, SlackConnection connection) {
    this.asks = asks;
    this.inbox = inbox;
    this.connection = connection;
  }

  void register(App app) {
    app.command(COMMAND, (request, context) -> inbox.take(asks.command(request.getPayload())));
    app.globalShortcut(
        DRAFT,
        (request, context) ->
            inbox.take(asks.shortcut(request.getPayload(), app(request), new Intent.OpenDraft())));
    app.messageShortcut(
        TURN_INTO_DRAFT,
        (request, context) -> inbox.take(asks.turnIntoDraft(request.getPayload(), app(request))));
    app.blockAction(ANY, (request, context) -> inbox.take(asks.click(request.getPayload())));
    app.viewSubmission(
        ANY, (request, context) -> inbox.take(asks.submission(request.getPayload())));
    app.event(AppHomeOpenedEvent.class, (event, context) -> take(asks.homeOpened(event)));
    app.event(MessageEvent.class, (event, context) -> take(asks.written(event)));
    app.event(
        MemberJoinedChannelEvent.class,
        (event, context) -> {
          LOG.debug("Somebody joined {}", event.getEvent().getChannel());
          return Response.ok();
        });
    // What these tell, Slack's next answer confirms: health then says so at once.
    app.event(TokensRevokedEvent.class, (event, context) -> lookAgain());
    app.event(AppUninstalledEvent.class, (event, context) -> lookAgain());
  }

  private Response take(Optional<Asked> asked) {
    return asked.map(inbox::take).orElseGet(Response::ok);
  }

  private Response lookAgain() {
    connection.lookAgain();
    return Response.ok();
  }

  /** For which app a shortcut is, which the SDK's payload leaves out. */
  private static @Nullable String app(Request<?> request) {
    String app = Json.text(RawPayload.of(request.getRequestBodyAsString()), "api_app_id");
    return app.isEmpty() ? null : app;
  }

  /** What nothing above is for: something old, or forged, and still somebody's press. */
  Response unknown(Request<?> request) {
    var unknown = new Intent.Unknown();
    if (request instanceof SlashCommandRequest command) {
      return inbox.take(asks.command(command.getPayload(), unknown));
    }
    if (request instanceof MessageShortcutRequest shortcut) {
      return inbox.take(asks.shortcut(shortcut.getPayload(), app(shortcut), unknown));
    }
    if (request instanceof GlobalShortcutRequest shortcut) {
      return inbox.take(asks.shortcut(shortcut.getPayload(), app(shortcut), unknown));
    }
    if (request instanceof BlockActionRequest click) {
      return inbox.take(asks.click(click.getPayload()));
    }
    if (request instanceof ViewSubmissionRequest submission) {
      return inbox.take(asks.submission(submission.getPayload()));
    }
    return Response.ok();
  }
}
