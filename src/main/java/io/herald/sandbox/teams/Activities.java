package io.herald.sandbox.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.herald.sandbox.Json;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Activities as Teams sends them to a bot. */
final class Activities {
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSSS'Z'").withZone(ZoneId.of("UTC"));
  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSSSxxx");

  private final Tenant tenant;
  private final String serviceUrl;

  Activities(Tenant tenant, String serviceUrl) {
    this.tenant = tenant;
    this.serviceUrl = serviceUrl;
  }

  /**
   * Where something happens.
   *
   * @param conversation the channel or chat
   * @param root the message at the top of the thread; empty in a chat and above threads
   */
  record Spot(String conversation, String root) {
    static Spot of(TeamsMessage message) {
      return new Spot(message.place(), message.json().path("root").asText());
    }
  }

  private ObjectNode base(String type, TeamsPerson person, Spot spot) {
    Instant now = tenant.setup.clock().instant();
    ObjectNode activity =
        Json.object()
            .put("type", type)
            .put("timestamp", UTC.format(now))
            .put("localTimestamp", LOCAL.format(now.atZone(ZoneId.of(person.zone()))))
            .put("localTimezone", person.zone())
            .put("id", "f:" + tenant.nextId())
            .put("channelId", "msteams")
            .put("serviceUrl", serviceUrl)
            .put("locale", "en-US");
    activity.set("from", person.account());
    activity
        .putObject("recipient")
        .put("id", tenant.setup.bot())
        .put("name", tenant.setup.appName());
    boolean channel = tenant.channel(spot.conversation()).isPresent();
    ObjectNode conversation = activity.putObject("conversation");
    if (channel) {
      conversation.put("isGroup", true);
    }
    String thread = spot.root().isEmpty() ? "" : ";messageid=" + spot.root();
    conversation
        .put("conversationType", channel ? "channel" : "personal")
        .put("tenantId", person.tenant())
        .put("id", spot.conversation() + thread);
    ObjectNode data = activity.putObject("channelData");
    if (channel) {
      data.put("teamsChannelId", spot.conversation()).put("teamsTeamId", Tenant.team());
      data.putObject("channel").put("id", spot.conversation());
      data.putObject("team").put("id", Tenant.team());
    }
    data.putObject("tenant").put("id", person.tenant());
    activity
        .putArray("entities")
        .addObject()
        .put("locale", "en-US")
        .put("country", "US")
        .put("platform", "Web")
        .put("timezone", person.zone())
        .put("type", "clientInfo");
    return activity;
  }

  /** Something typed; where the bot is mentioned, its mention stands before the words. */
  ObjectNode message(TeamsPerson person, Spot spot, String id, String text, boolean mention) {
    ObjectNode activity = base("message", person, spot).put("id", id).put("textFormat", "plain");
    String name = "<at>" + tenant.setup.appName() + "</at>";
    activity.put("text", mention ? name + " " + text : text);
    activity
        .putArray("attachments")
        .addObject()
        .put("contentType", "text/html")
        .put("content", "<p>" + escaped(text) + "</p>");
    if (mention) {
      ObjectNode entity =
          activity.withArray("entities").addObject().put("type", "mention").put("text", name);
      entity
          .putObject("mentioned")
          .put("id", tenant.setup.bot())
          .put("name", tenant.setup.appName());
    }
    return activity;
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** An Action.Submit on a message: a message without words, whose value is what was sent. */
  ObjectNode submit(TeamsPerson person, TeamsMessage message, JsonNode value) {
    ObjectNode activity = base("message", person, Spot.of(message));
    activity.put("replyToId", message.id()).set("value", value);
    pressed(activity, message);
    return activity;
  }

  private static void pressed(ObjectNode activity, TeamsMessage message) {
    ObjectNode data = (ObjectNode) activity.get("channelData");
    data.putObject("source").put("name", "message");
    data.putObject("legacy").put("replyToId", message.id());
  }

  /** A question that is answered at once, about a message. */
  ObjectNode invoke(TeamsPerson person, TeamsMessage message, String name, JsonNode value) {
    ObjectNode activity = invoke(person, Spot.of(message), name, value);
    pressed(activity.put("replyToId", message.id()), message);
    return activity;
  }

  /** A question that is answered at once. */
  ObjectNode invoke(TeamsPerson person, Spot spot, String name, JsonNode value) {
    ObjectNode activity = base("invoke", person, spot).put("name", name);
    activity.set("value", value);
    return activity;
  }

  /** The app is there from now on, or no longer. */
  ObjectNode installation(TeamsPerson person, Spot spot, String action) {
    return base("installationUpdate", person, spot).put("action", action);
  }

  /** The bot came into the conversation, or left it. */
  ObjectNode roster(TeamsPerson person, Spot spot, boolean came) {
    ObjectNode activity = base("conversationUpdate", person, spot);
    activity
        .putArray(came ? "membersAdded" : "membersRemoved")
        .addObject()
        .put("id", tenant.setup.bot());
    if (tenant.channel(spot.conversation()).isPresent()) {
      ((ObjectNode) activity.get("channelData"))
          .put("eventType", came ? "teamMemberAdded" : "teamMemberRemoved");
    }
    return activity;
  }

  /** A message as a message extension gets to read it. */
  ObjectNode payload(TeamsMessage message) {
    ObjectNode payload =
        Json.object()
            .put("id", message.id())
            .put("messageType", "message")
            .put("importance", "normal")
            .put("locale", "en-us")
            .put("deleted", false);
    String text = message.text();
    payload
        .putObject("body")
        .put("contentType", "html")
        .put("content", "<div>" + escaped(text).replace("\n", "<br>") + "</div>");
    tenant
        .person(message.from())
        .ifPresent(
            writer ->
                payload
                    .putObject("from")
                    .putObject("user")
                    .put("userIdentityType", "aadUser")
                    .put("id", writer.objectId())
                    .put("displayName", writer.name()));
    payload.putArray("attachments");
    payload.putArray("mentions");
    payload.putArray("reactions");
    return payload;
  }
}
