package io.herald.sandbox.teams;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What can be pressed on a card, in reading order: within the body, then below it. */
final class CardBoard {
  private CardBoard() {}

  /** The visible actions, those of opened cards within cards included. */
  static List<JsonNode> actions(JsonNode card) {
    List<JsonNode> found = new ArrayList<>();
    CardText.walk(
        card.path("body"),
        node -> {
          if (node.path("type").asText().equals("ActionSet")) {
            add(node.path("actions"), found);
          }
          JsonNode select = node.path("selectAction");
          if (select.isObject()) {
            found.add(select);
          }
          if (node.path("inlineAction").isObject()) {
            found.add(node.path("inlineAction"));
          }
        });
    add(card.path("actions"), found);
    return found;
  }

  private static void add(JsonNode actions, List<JsonNode> found) {
    for (JsonNode action : actions) {
      found.add(action);
      if (action.path("type").asText().equals("Action.ShowCard")) {
        found.addAll(actions(action.path("card")));
      }
    }
  }

  static List<String> labels(JsonNode card) {
    return actions(card).stream().map(each -> each.path("title").asText()).toList();
  }

  static Optional<JsonNode> action(JsonNode card, String label) {
    return actions(card).stream()
        .filter(each -> each.path("title").asText().equals(label))
        .findFirst();
  }

  /** The action with this text, or a complaint of the test that names what is there. */
  static JsonNode button(JsonNode card, String label) {
    return action(card, label)
        .orElseThrow(() -> new AssertionError("no button \"" + label + "\" on " + labels(card)));
  }
}
