package io.herald.sandbox.teams;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What stands on a card, for a reader. */
final class CardText {
  private CardText() {}

  /** Every object within the node, itself first, in reading order; actions and data left out. */
  static void walk(JsonNode node, Consumer<JsonNode> visitor) {
    if (node.isArray()) {
      node.forEach(each -> walk(each, visitor));
      return;
    }
    if (!node.isObject() || !node.path("isVisible").asBoolean(true)) {
      return;
    }
    visitor.accept(node);
    for (String within : List.of("body", "items", "columns", "facts", "inlines", "images")) {
      walk(node.path(within), visitor);
    }
  }

  static String shown(JsonNode card) {
    List<String> lines = new ArrayList<>();
    walk(
        card,
        node -> {
          switch (node.path("type").asText()) {
            case "TextBlock" -> lines.add(Markdown.read(node.path("text").asText()));
            case "RichTextBlock" -> lines.add(runs(node.path("inlines")));
            default -> {
              if (node.has("title") && node.has("value") && !node.has("type")) {
                lines.add(fact(node));
              } else if (node.path("type").asText().startsWith("Input.") && node.has("label")) {
                lines.add(node.path("label").asText());
              }
            }
          }
        });
    return String.join("\n", lines);
  }

  private static String runs(JsonNode inlines) {
    StringBuilder line = new StringBuilder();
    inlines.forEach(run -> line.append(run.isTextual() ? run.asText() : run.path("text").asText()));
    return line.toString();
  }

  private static String fact(JsonNode fact) {
    String title = Markdown.read(fact.path("title").asText());
    return (title.endsWith(":") ? title : title + ":")
        + " "
        + Markdown.read(fact.path("value").asText());
  }

  static List<String> facts(JsonNode card) {
    List<String> facts = new ArrayList<>();
    walk(
        card,
        node -> {
          if (node.path("type").asText().equals("FactSet")) {
            node.path("facts").forEach(each -> facts.add(fact(each)));
          }
        });
    return facts;
  }

  static List<String> pictures(JsonNode card) {
    List<String> pictures = new ArrayList<>();
    walk(
        card,
        node -> {
          if (node.path("type").asText().equals("Image")) {
            pictures.add(node.path("altText").asText());
          }
        });
    return pictures;
  }
}
