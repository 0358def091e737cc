package io.herald.chat.slack;

import com.slack.api.app_backend.events.payload.Authorization;
import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.interactive_components.payload.GlobalShortcutPayload;
import com.slack.api.app_backend.interactive_components.payload.MessageShortcutPayload;
import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.model.event.AppHomeOpenedEvent;
import com.slack.api.model.event.MessageEvent;
import com.slack.api.model.view.View;
import io.herald.chat.Intent;
import io.herald.chat.IntentCodec;
import io.herald.chat.Place;
import io.herald.chat.Values;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads Slack's requests as asks. Whatever stands in one is a claim, for the desk to judge. */
final class SlackAsks {
  private final SlackHosts hosts;

  SlackAsks(SlackHosts hosts) {
    this.hosts = hosts;
  }

  Asked command(SlashCommandPayload from) {
    String text = from.getText() == null ? "" : from.getText();
    return command(from, new Intent.Type(SlackMarkup.command(text).strip()));
  }

  Asked command(SlashCommandPayload from, Intent intent) {
    return new Asked(
        Asked.Kind.COMMAND,
        Keys.of("command", from, from.getTriggerId()),
        origin(from.getTeamId(), null, from.getApiAppId(), from.getUserId()),
        intent,
        Values.NONE,
        new Place(from.getChannelId(), null, answerAt(from.getResponseUrl()), null),
        text(from.getTriggerId()),
        null);
  }

  Asked turnIntoDraft(MessageShortcutPayload from, @Nullable String app) {
    String text = from.getMessage() == null ? "" : text(from.getMessage().getText());
    return shortcut(
        from, app, new Intent.DraftFrom(SlackMarkup.firstLink(text), SlackMarkup.words(text)));
  }

  Asked shortcut(MessageShortcutPayload from, @Nullable String app, Intent intent) {
    String channel = from.getChannel() == null ? null : from.getChannel().getId();
    var user = Objects.requireNonNull(from.getUser());
    String team = from.getTeam() == null ? null : from.getTeam().getId();
    return new Asked(
        Asked.Kind.SHORTCUT,
        Keys.of("shortcut", from, from.getTriggerId()),
        origin(team, user.getTeamId(), app, user.getId()),
        intent,
        Values.NONE,
        new Place(channel, from.getMessageTs(), answerAt(from.getResponseUrl()), null),
        text(from.getTriggerId()),
        null);
  }

  Asked shortcut(GlobalShortcutPayload from, @Nullable String app, Intent intent) {
    var user = Objects.requireNonNull(from.getUser());
    String team = from.getTeam() == null ? null : from.getTeam().getId();
    return new Asked(
        Asked.Kind.SHORTCUT,
        Keys.of("shortcut", from, from.getTriggerId()),
        origin(team, user.getTeamId(), app, user.getId()),
        intent,
        Values.NONE,
        Place.NOWHERE,
        text(from.getTriggerId()),
        null);
  }

  Asked click(BlockActionPayload from) {
    List<BlockActionPayload.Action> actions =
        from.getActions() == null
            ? List.of()
            : from.getActions().stream().filter(Objects::nonNull).toList();
    BlockActionPayload.Action action =
        actions.isEmpty() ? new BlockActionPayload.Action() : actions.get(0);
    View view = from.getView();
    Asked.Sheet sheet = view == null ? null : sheet(view);
    var user = Objects.requireNonNull(from.getUser());
    String team = from.getTeam() == null ? null : from.getTeam().getId();
    return new Asked(
        Asked.Kind.CLICK,
        Keys.of(
            "click",
            from,
            view == null ? message(from) : view.getId(),
            action.getActionTs(),
            user.getId(),
            action.getActionId()),
        origin(team, user.getTeamId(), from.getApiAppId(), user.getId()),
        intent(action),
        SlackValues.of(view == null ? from.getState() : view.getState()),
        place(from, sheet),
        text(from.getTriggerId()),
        sheet);
  }

  private Place place(BlockActionPayload from, Asked.@Nullable Sheet sheet) {
    if (from.getView() != null) {
      Intent form =
          sheet == null
              ? null
              : IntentCodec.read(text(from.getView().getPrivateMetadata())).orElse(null);
      return new Place(null, null, null, form);
    }
    String channel = from.getContainer() == null ? null : from.getContainer().getChannelId();
    if (channel == null && from.getChannel() != null) {
      channel = from.getChannel().getId();
    }
    return new Place(channel, message(from), answerAt(from.getResponseUrl()), null);
  }

  private static @Nullable String message(BlockActionPayload from) {
    if (from.getContainer() != null && from.getContainer().getMessageTs() != null) {
      return from.getContainer().getMessageTs();
    }
    return from.getMessage() == null ? null : from.getMessage().getTs();
  }

  /** What a button carries; nothing else of what can be pressed is ours. */
  private static Intent intent(BlockActionPayload.Action action) {
    return IntentCodec.read(text(action.getValue())).orElseGet(Intent.Unknown::new);
  }

  Asked submission(ViewSubmissionPayload from) {
    View view = Objects.requireNonNull(from.getView());
    var user = Objects.requireNonNull(from.getUser());
    String team = from.getTeam() == null ? null : from.getTeam().getId();
    int step = SlackViews.step(text(view.getCallbackId()));
    return new Asked(
        Asked.Kind.SUBMISSION,
        Keys.of("submission", from, view.getId(), Integer.toString(step)),
        origin(team, user.getTeamId(), from.getApiAppId(), user.getId()),
        IntentCodec.read(text(view.getPrivateMetadata())).orElseGet(Intent.Unknown::new),
        SlackValues.of(view.getState()),
        Place.NOWHERE,
        text(from.getTriggerId()),
        sheet(view));
  }

  /** Home is looked at, or the conversation with Herald; other tabs are none of ours. */
  Optional<Asked> homeOpened(EventsApiPayload<AppHomeOpenedEvent> from) {
    AppHomeOpenedEvent event = from.getEvent();
    return switch (text(event.getTab())) {
      case "home" ->
          Optional.of(
              event(
                  from,
                  event.getUser(),
                  event.getChannel(),
                  new Intent.OpenHome(),
                  event.getEventTs()));
      case "messages" ->
          Optional.of(
              event(
                  from,
                  event.getUser(),
                  event.getChannel(),
                  new Intent.Greet(),
                  event.getEventTs()));
      default -> Optional.empty();
    };
  }

  /** A person wrote to Herald; what a bot wrote, Herald among them, is not answered. */
  Optional<Asked> written(EventsApiPayload<MessageEvent> from) {
    MessageEvent event = from.getEvent();
    boolean person = event.getUser() != null && event.getBotId() == null;
    return person && text(event.getChannelType()).equals("im")
        ? Optional.of(
            event(
                from, event.getUser(), event.getChannel(), new Intent.Greet(), event.getEventTs()))
        : Optional.empty();
  }

  /** What Slack tells of somebody's own conversation with Herald. */
  private static Asked event(
      EventsApiPayload<?> from,
      String user,
      @Nullable String conversation,
      Intent intent,
      @Nullable String ts) {
    var teams = new LinkedHashSet<String>();
    teams.add(text(from.getTeamId()));
    if (from.getAuthorizations() != null) {
      from.getAuthorizations().stream()
          .map(Authorization::getTeamId)
          .filter(Objects::nonNull)
          .forEach(teams::add);
    }
    String id = text(from.getEventId());
    return new Asked(
        Asked.Kind.EVENT,
        id.isEmpty()
            ? Keys.of("event", from, from.getTeamId(), user, ts)
            : Keys.of("event", id, id),
        new Asked.Origin(teams, from.getApiAppId(), user),
        intent,
        Values.NONE,
        Place.direct(conversation),
        "",
        null);
  }

  /** The workspace of the interaction; where Slack leaves it out, that of the person. */
  private static Asked.Origin origin(
      @Nullable String team, @Nullable String usersTeam, @Nullable String app, String user) {
    return new Asked.Origin(Set.of(team == null ? text(usersTeam) : team), app, user);
  }

  private static Asked.@Nullable Sheet sheet(View view) {
    if (!text(view.getType()).equals("modal")) {
      return null;
    }
    List<String> inputs = new ArrayList<>();
    if (view.getState() != null && view.getState().getValues() != null) {
      inputs.addAll(view.getState().getValues().keySet());
    }
    Set<String> ordered =
        Stream.concat(order(view), inputs.stream())
            .collect(Collectors.toCollection(LinkedHashSet::new));
    return new Asked.Sheet(
        text(view.getId()),
        text(view.getHash()),
        SlackViews.step(text(view.getCallbackId())),
        ordered);
  }

  private static Stream<String> order(View view) {
    return view.getBlocks() == null
        ? Stream.empty()
        : view.getBlocks().stream()
            .filter(block -> "input".equals(block.getType()))
            .map(block -> block.getBlockId())
            .filter(Objects::nonNull);
  }

  private @Nullable String answerAt(@Nullable String address) {
    return hosts.allowed(address).orElse(null);
  }

  private static String text(@Nullable String words) {
    return words == null ? "" : words;
  }
}
