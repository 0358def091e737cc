package io.herald.sandbox.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.herald.sandbox.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Whether what a bot sends is a message that Teams would take, and what Teams keeps of it. */
final class ActivityRules {
  static final String CARD = "application/vnd.microsoft.card.adaptive";

  /** Of the whole message, in UTF-16 (conversation-messages, "Message size limits"). */
  private static final int CHARACTERS = 50 * 1024;

  private static final Set<String> FORMATS = Set.of("", "plain", "markdown", "xml");

  private ActivityRules() {}

  /** Refuses an activity that is none for this place. */
  static void check(JsonNode activity, String conversation, String bot) {
    if (!activity.isObject()) {
      throw ConnectorError.badArgument("the activity must be an object");
    }
    String type = activity.path("type").asText();
    if (!type.equals("message") && !type.equals("typing")) {
      throw ConnectorError.badArgument("cannot send an activity of type \"" + type + "\"");
    }
    same(activity.path("from").path("id"), bot, "from");
    same(activity.path("conversation").path("id"), conversation, "conversation");
    if (Json.text(activity).length() > CHARACTERS) {
      throw new ConnectorError(413, "MessageSizeTooBig", "the message is too large");
    }
    if (type.equals("message")) {
      message(activity);
    }
  }

  private static void same(JsonNode given, String expected, String what) {
    boolean absent = given.isMissingNode() || given.isNull();
    if (!absent && !given.asText().equals(expected)) {
      throw ConnectorError.badArgument(what + " is " + given.asText() + ", not " + expected);
    }
  }

  private static void message(JsonNode activity) {
    JsonNode attachments = activity.path("attachments");
    if (activity.path("text").asText().isBlank() && attachments.isEmpty()) {
      throw ConnectorError.badArgument("the message has neither text nor attachments");
    }
    if (!FORMATS.contains(activity.path("textFormat").asText())) {
      throw ConnectorError.badArgument("no such text format");
    }
    mentions(activity).forEach(each -> mention(each, activity.path("text").asText()));
    attachments.forEach(each -> card(each));
  }

  private static List<JsonNode> mentions(JsonNode activity) {
    List<JsonNode> mentions = new ArrayList<>();
    for (JsonNode entity : activity.path("entities")) {
      if (entity.path("type").asText().equals("mention")) {
        mentions.add(entity);
      }
    }
    return mentions;
  }

  /** A mention whose words do not stand in the text calls nobody. */
  private static void mention(JsonNode mention, String text) {
    String shown = mention.path("text").asText();
    if (!shown.matches("<at>[^<>]+</at>") || !text.contains(shown)) {
      throw ConnectorError.badArgument("the text does not hold the mention " + shown);
    }
    if (mention.path("mentioned").path("id").asText().isEmpty()) {
      throw ConnectorError.badArgument("the mention names nobody");
    }
  }

  /** The text as people read it. */
  private static String read(JsonNode activity) {
    String text = activity.path("text").asText();
    for (JsonNode mention : mentions(activity)) {
      String shown = mention.path("text").asText();
      text = text.replace(shown, "@" + shown.substring(4, shown.length() - 5));
    }
    return text;
  }

  /** Refuses an attachment that is no card, or none that Teams draws. */
  static void card(JsonNode attachment) {
    if (!attachment.path("contentType").asText().equals(CARD)) {
      throw ConnectorError.badArgument(
          "no attachment of type " + attachment.path("contentType").asText());
    }
    JsonNode card = attachment.path("content");
    if (CardRules.tooLong(card)) {
      throw new ConnectorError(413, "MessageSizeTooBig", "the card is too large");
    }
    List<String> problems = CardRules.problems(card);
    if (!problems.isEmpty()) {
      throw ConnectorError.badArgument("the card is refused: " + String.join("; ", problems));
    }
  }

  /** What stands in the conversation afterwards. */
  static ObjectNode kept(JsonNode activity, String id, String root, ObjectNode from) {
    ObjectNode kept = Json.object().put("id", id).put("root", root);
    kept.set("from", from);
    kept.put("text", read(activity)).put("summary", activity.path("summary").asText());
    for (JsonNode attachment : activity.path("attachments")) {
      ObjectNode card = Json.object().put("contentType", CARD);
      card.set("content", attachment.path("content"));
      kept.withArray("attachments").add(card);
    }
    return kept;
  }
}
