package io.herald.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/**
 * Blocks as Slack gives them back: with the ids that were left out, and with properties of its own
 * that it refuses when they are sent to it again.
 */
final class Dressed {
  private static final Set<String> LIFELESS = Set.of("image", "plain_text", "mrkdwn");

  private Dressed() {}

  static ArrayNode blocks(JsonNode blocks, Ids ids) {
    ArrayNode dressed = Json.copyOfItems(blocks);
    for (JsonNode each : dressed) {
      ObjectNode block = (ObjectNode) each;
      if (block.path("block_id").asText().isEmpty()) {
        block.put("block_id", ids.next("", 5));
      }
      if (!block.path("type").asText().equals("rich_text")) {
        element(block.path("element"), ids);
        element(block.path("accessory"), ids);
        block.path("elements").forEach(element -> element(element, ids));
        image(block);
        texts(block);
      }
    }
    return dressed;
  }

  private static void element(JsonNode node, Ids ids) {
    if (node instanceof ObjectNode element) {
      boolean alive = !LIFELESS.contains(element.path("type").asText());
      if (alive && element.path("action_id").asText().isEmpty()) {
        element.put("action_id", ids.next("", 5));
      }
      image(element);
    }
  }

  private static void image(ObjectNode node) {
    if (node.path("type").asText().equals("image")) {
      node.put("fallback", "640x320px image")
          .put("image_width", 640)
          .put("image_height", 320)
          .put("image_bytes", 48_213);
    }
  }

  private static void texts(JsonNode node) {
    if (node instanceof ObjectNode text && text.path("text").isTextual()) {
      if (text.path("type").asText().equals("plain_text") && !text.has("emoji")) {
        text.put("emoji", true);
      } else if (text.path("type").asText().equals("mrkdwn") && !text.has("verbatim")) {
        text.put("verbatim", false);
      }
    }
    node.forEach(Dressed::texts);
  }
}
