package io.herald.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What people can do in the pretend workspace, each deed one signed request to the app and what
 * Slack makes of the answer. A {@link Complaint} is what the person would see of an app in trouble.
 */
final class Deeds {
  private final SlackDouble slack;
  private final Workspace workspace;
  private final Payloads payloads;

  Deeds(SlackDouble slack) {
    this.slack = slack;
    this.workspace = slack.workspace;
    this.payloads = new Payloads(slack.workspace);
  }

  Payloads payloads() {
    return payloads;
  }

  /** {@code /herald draft …}, typed in a channel. */
  Outcome command(Person person, Channel channel, String typed) {
    String[] parts = typed.strip().split("\\s+", 2);
    String text = parts.length > 1 ? parts[1] : "";
    Delivery delivery =
        slack
            .sender()
            .form(
                payloads.command(
                    person,
                    channel,
                    parts[0],
                    Typed.marked(text, workspace),
                    hook(person, channel, null),
                    slack.triggers.mint(person.id(), false)));
    if (!delivery.ok()) {
      throw Complaint.of(parts[0], delivery);
    }
    return new Outcome(delivery, answered(person, channel, delivery), java.util.Map.of());
  }

  private @Nullable Message answered(Person person, Channel channel, Delivery delivery) {
    if (delivery.answer().isBlank()) {
      return null;
    }
    Optional<JsonNode> json = delivery.json();
    Args args =
        new Args(
            json.map(Json::copy).orElseGet(() -> Json.object().put("text", delivery.answer())));
    try {
      return slack.hooks.say(person.id(), channel.id(), args);
    } catch (SlackError e) {
      throw new Complaint("invalid_command_response: " + e.getMessage());
    }
  }

  /** A press or a choice on a message. */
  Outcome onMessage(Person person, Message message, Elements.Found found, ObjectNode value) {
    Channel channel = workspace.someChannel(message.channel());
    ObjectNode payload =
        payloads.messageAction(
            person,
            channel,
            message,
            payloads.action(found, value),
            hook(person, channel, message));
    payload.put("trigger_id", slack.triggers.mint(person.id(), false));
    return taken(found.label(), slack.sender().interaction(payload));
  }

  /** A press or a choice on a modal or Home. */
  Outcome onView(Person person, View view, Elements.Found found, ObjectNode value) {
    ObjectNode payload = payloads.viewAction(person, view, payloads.action(found, value));
    boolean modal = view.json().path("type").asText().equals("modal");
    payload.put("trigger_id", slack.triggers.mint(person.id(), modal));
    return taken(found.label(), slack.sender().interaction(payload));
  }

  Outcome globalShortcut(Person person, String callbackId) {
    ObjectNode payload = payloads.globalShortcut(person, callbackId);
    payload.put("trigger_id", slack.triggers.mint(person.id(), false));
    return taken("The shortcut", slack.sender().interaction(payload));
  }

  Outcome messageShortcut(Person person, Message message, String callbackId) {
    Channel channel = workspace.someChannel(message.channel());
    String hook = hook(person, channel, null);
    ObjectNode payload = payloads.messageShortcut(person, channel, message, callbackId, hook);
    payload.put("trigger_id", slack.triggers.mint(person.id(), false));
    return taken("The shortcut", slack.sender().interaction(payload));
  }

  /** Looking at the app's Home. */
  Outcome openHome(Person person) {
    ObjectNode event =
        Json.object()
            .put("type", "app_home_opened")
            .put("user", person.id())
            .put("channel", workspace.directWith(person.id()).id())
            .put("tab", "home")
            .put("event_ts", workspace.nextTs());
    slack.views.home(person.id()).ifPresent(view -> event.set("view", view.json()));
    return Outcome.of(slack.sender().event(payloads.event(event)));
  }

  /** Writing a message; the app hears what is said to it if its token may read that. */
  Message say(Person person, Channel channel, String text, String thread) {
    ObjectNode json = Typed.message(text, person, workspace);
    if (!thread.isEmpty()) {
      json.put("thread_ts", thread);
    }
    workspace.put(channel.id(), json);
    boolean heard = slack.api.scopes(slack.botToken()).contains("im:history");
    if (channel.direct() && heard) {
      ObjectNode event = json.deepCopy();
      event
          .put("channel", channel.id())
          .put("channel_type", "im")
          .put("event_ts", json.path("ts").asText());
      slack.sender().event(payloads.event(event));
    }
    return new Message(channel.id(), json);
  }

  private String hook(Person person, Channel channel, @Nullable Message message) {
    return slack.origin() + slack.hooks.mint(person.id(), channel.id(), message);
  }

  static Outcome taken(String what, Delivery delivery) {
    if (!delivery.ok()) {
      throw Complaint.of(what, delivery);
    }
    return Outcome.of(delivery);
  }
}
