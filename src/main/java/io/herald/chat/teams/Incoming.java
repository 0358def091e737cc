package io.herald.chat.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An activity that was let in, with what Herald reads of each. The SDK's own class refuses a whole
 * activity for a time stamp without a fraction, or for a word that it does not know.
 */
record Incoming(ObjectNode json, String serviceUrl, String tenant) {
  String type() {
    return Json.text(json, "type");
  }

  String name() {
    return Json.text(json, "name");
  }

  String id() {
    return Json.text(json, "id");
  }

  /** Whom it came from: {@code 29:…}. */
  String person() {
    return Json.text(json, "from", "id");
  }

  /** Herald's own id there. */
  String bot() {
    return Json.text(json, "recipient", "id");
  }

  /** The conversation, in a channel with its thread. */
  String conversation() {
    return Json.text(json, "conversation", "id");
  }

  JsonNode value() {
    return json.path("value");
  }

  Reference.Kind kind() {
    return switch (Json.text(json, "conversation", "conversationType")) {
      case "channel" -> Reference.Kind.CHANNEL;
      case "groupChat" -> Reference.Kind.GROUP;
      case "personal" -> Reference.Kind.PERSONAL;
      default -> conversation().startsWith("19:") ? Reference.Kind.GROUP : Reference.Kind.PERSONAL;
    };
  }

  boolean personal() {
    return kind() == Reference.Kind.PERSONAL;
  }

  /** The message that was pressed, or none. */
  @Nullable String pressed() {
    String message = Json.text(json, "replyToId");
    return message.isEmpty() ? null : message;
  }

  @Nullable String team() {
    String team = Json.text(json, "channelData", "team", "id");
    return team.isEmpty() ? null : team;
  }

  /** The person's zone; not every client tells it. */
  Optional<ZoneId> zone() {
    String named = Json.text(json, "localTimezone");
    if (named.isEmpty()) {
      for (JsonNode entity : json.path("entities")) {
        if (Json.text(entity, "type").equals("clientInfo")) {
          named = Json.text(entity, "timezone");
        }
      }
    }
    try {
      return named.isEmpty() ? Optional.empty() : Optional.of(ZoneId.of(named));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  Reference reference() {
    String here = Reference.base(conversation());
    boolean sameChannel = Json.text(json, "channelData", "channel", "id").equals(here);
    String channel = sameChannel ? Json.text(json, "channelData", "channel", "name") : "";
    String named = channel.isEmpty() ? Json.text(json, "conversation", "name") : channel;
    return new Reference(
        tenant,
        here,
        kind(),
        serviceUrl,
        bot(),
        personal() ? person() : null,
        team(),
        named.isEmpty() ? null : named,
        null);
  }

  /** The channel of the team that something happened to, where that is not the conversation. */
  Optional<Reference> otherChannel() {
    String id = Json.text(json, "channelData", "channel", "id");
    String named = Json.text(json, "channelData", "channel", "name");
    if (id.isEmpty() || id.equals(Reference.base(conversation())) || named.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Reference(
            tenant, id, Reference.Kind.CHANNEL, serviceUrl, bot(), null, team(), named, null));
  }

  TeamsSql.Met met() {
    String objectId = Json.text(json, "from", "aadObjectId");
    return new TeamsSql.Met(
        tenant,
        person(),
        objectId.isEmpty() ? null : objectId,
        zone().map(ZoneId::getId).orElse(null),
        Reference.base(conversation()),
        null);
  }
}
