package io.herald.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What Slack tells the app about what a person did, in Slack's shapes. */
final class Payloads {
  /** Slack's old way to prove itself; sent still, checked by nobody who has signatures. */
  private static final String VERIFICATION_TOKEN = "retired-verification-token";

  private final Workspace workspace;

  Payloads(Workspace workspace) {
    this.workspace = workspace;
  }

  /** The form fields of a slash command; the text as Slack escapes it. */
  Map<String, String> command(
      Person person, Channel channel, String command, String text, String hook, String trigger) {
    Installation here = workspace.installation;
    Map<String, String> form = new LinkedHashMap<>();
    form.put("token", VERIFICATION_TOKEN);
    form.put("team_id", here.team());
    form.put("team_domain", here.domain());
    form.put("channel_id", channel.id());
    form.put("channel_name", name(channel));
    form.put("user_id", person.id());
    form.put("user_name", person.handle());
    form.put("command", command);
    form.put("text", text);
    form.put("api_app_id", here.app());
    form.put("is_enterprise_install", "false");
    form.put("response_url", hook);
    form.put("trigger_id", trigger);
    return form;
  }

  /** A press or a choice on a message. */
  ObjectNode messageAction(
      Person person, Channel channel, Message message, ObjectNode action, String hook) {
    ObjectNode payload = interaction("block_actions", person);
    ObjectNode container =
        payload
            .putObject("container")
            .put("type", "message")
            .put("message_ts", message.ts())
            .put("channel_id", channel.id())
            .put("is_ephemeral", message.ephemeral());
    message.thread().ifPresent(thread -> container.put("thread_ts", thread));
    payload.set("channel", channelOf(channel));
    if (!message.ephemeral()) {
      payload.set("message", message.json());
    }
    payload.set("state", Inputs.state(message.blocks(), Json.object()));
    payload.put("response_url", hook);
    payload.putArray("actions").add(action);
    return payload;
  }

  /** A press or a choice on a modal or Home. */
  ObjectNode viewAction(Person person, View view, ObjectNode action) {
    ObjectNode payload = interaction("block_actions", person);
    payload.putObject("container").put("type", "view").put("view_id", view.id());
    payload.set("view", view.json());
    payload.putArray("actions").add(action);
    return payload;
  }

  ObjectNode submission(Person person, View view) {
    ObjectNode payload = interaction("view_submission", person);
    payload.set("view", view.json());
    payload.putArray("response_urls");
    return payload;
  }

  ObjectNode closed(Person person, View view, boolean cleared) {
    ObjectNode payload = interaction("view_closed", person).put("is_cleared", cleared);
    payload.set("view", view.json());
    return payload;
  }

  ObjectNode globalShortcut(Person person, String callbackId) {
    return interaction("shortcut", person)
        .put("callback_id", callbackId)
        .put("action_ts", workspace.nextTs());
  }

  ObjectNode messageShortcut(
      Person person, Channel channel, Message message, String callbackId, String hook) {
    ObjectNode payload =
        interaction("message_action", person)
            .put("callback_id", callbackId)
            .put("action_ts", workspace.nextTs())
            .put("message_ts", message.ts())
            .put("response_url", hook);
    payload.set("channel", channelOf(channel));
    payload.set("message", message.json());
    return payload;
  }

  /** An event in its envelope. */
  ObjectNode event(ObjectNode event) {
    Installation here = workspace.installation;
    ObjectNode envelope =
        Json.object()
            .put("token", VERIFICATION_TOKEN)
            .put("team_id", here.team())
            .put("context_team_id", here.team())
            .putNull("context_enterprise_id")
            .put("api_app_id", here.app());
    envelope.set("event", event);
    envelope
        .put("type", "event_callback")
        .put("event_id", workspace.ids.next("Ev", 10))
        .put("event_time", workspace.clock.instant().getEpochSecond());
    envelope
        .putArray("authorizations")
        .addObject()
        .putNull("enterprise_id")
        .put("team_id", here.team())
        .put("user_id", here.botUser())
        .put("is_bot", true)
        .put("is_enterprise_install", false);
    return envelope
        .put("is_ext_shared_channel", false)
        .put("event_context", "4-" + workspace.ids.next("", 24));
  }

  private ObjectNode interaction(String type, Person person) {
    Installation here = workspace.installation;
    ObjectNode payload = Json.object().put("type", type);
    payload.putObject("team").put("id", here.team()).put("domain", here.domain());
    payload
        .putObject("user")
        .put("id", person.id())
        .put("username", person.handle())
        .put("name", person.handle())
        .put("team_id", person.home());
    return payload
        .put("api_app_id", here.app())
        .put("token", VERIFICATION_TOKEN)
        .put("is_enterprise_install", false)
        .putNull("enterprise");
  }

  private static ObjectNode channelOf(Channel channel) {
    return Json.object().put("id", channel.id()).put("name", name(channel));
  }

  /** Slack hides the names of what is not public. */
  private static String name(Channel channel) {
    return channel.direct() ? "directmessage" : channel.secret() ? "privategroup" : channel.name();
  }

  /** What was pressed or chosen: the element's own facts and the value. */
  ObjectNode action(Elements.Found found, ObjectNode value) {
    JsonNode element = found.element();
    ObjectNode action =
        Json.object().put("action_id", found.actionId()).put("block_id", found.blockId());
    if (found.type().equals("button")) {
      for (String own : List.of("text", "value", "url", "style")) {
        if (element.has(own)) {
          action.set(own, element.get(own));
        }
      }
    } else if (element.has("placeholder")) {
      action.set("placeholder", element.get("placeholder"));
    }
    action.setAll(value);
    return action.put("type", found.type()).put("action_ts", workspace.nextTs());
  }
}
