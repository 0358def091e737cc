package io.herald.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds what can be pressed, picked or typed into within blocks. */
final class Elements {
  private static final Set<String> LIFELESS = Set.of("image", "plain_text", "mrkdwn");

  private Elements() {}

  /**
   * An element in its block.
   *
   * @param label what a person calls it by: the button's text, the input's label, else the
   *     placeholder or the text of the section beside it
   */
  record Found(JsonNode block, JsonNode element, String label) {
    String type() {
      return element.path("type").asText();
    }

    String blockId() {
      return block.path("block_id").asText();
    }

    String actionId() {
      return element.path("action_id").asText();
    }

    boolean input() {
      return block.path("type").asText().equals("input");
    }
  }

  static List<Found> in(JsonNode blocks) {
    List<Found> found = new ArrayList<>();
    for (JsonNode block : blocks) {
      switch (block.path("type").asText()) {
        case "actions" -> block.path("elements").forEach(each -> add(block, each, found));
        case "section" -> add(block, block.path("accessory"), found);
        case "input" -> add(block, block.path("element"), found);
        default -> {
          // Nothing to press.
        }
      }
    }
    return found;
  }

  private static void add(JsonNode block, JsonNode element, List<Found> found) {
    if (element.isObject() && !LIFELESS.contains(element.path("type").asText())) {
      found.add(new Found(block, element, label(block, element)));
    }
  }

  private static String label(JsonNode block, JsonNode element) {
    for (JsonNode text :
        List.of(
            element.path("text"),
            block.path("label"),
            element.path("placeholder"),
            block.path("text"))) {
      if (!text.path("text").asText().isEmpty()) {
        return text.path("text").asText();
      }
    }
    return element.path("action_id").asText();
  }
}
