package io.herald.sandbox.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.herald.sandbox.Json;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The inputs of one card before one person, each found by its label, with what was filled in. */
final class CardForm {
  private final Map<String, JsonNode> inputs = new LinkedHashMap<>();
  private final Map<String, String> values = new LinkedHashMap<>();
  private final Map<String, String> wrong = new LinkedHashMap<>();

  CardForm(JsonNode card) {
    collect(card);
  }

  private void collect(JsonNode card) {
    JsonNode[] before = new JsonNode[1];
    CardText.walk(
        card.path("body"),
        node -> {
          JsonNode last = before[0];
          if (node.path("type").asText().startsWith("Input.")) {
            inputs.put(node.path("id").asText(), node);
            values.put(node.path("id").asText(), initial(node));
            before[0] = node;
          } else if (last != null && node.path("type").asText().equals("TextBlock")) {
            // A card has no place for an error from outside: words in red right below the input.
            if (node.path("color").asText().equalsIgnoreCase("attention")) {
              wrong.put(label(last), node.path("text").asText());
            }
            before[0] = null;
          }
        });
    for (JsonNode action : CardBoard.actions(card)) {
      if (action.path("type").asText().equals("Action.ShowCard")) {
        collect(action.path("card"));
      }
    }
  }

  private static String initial(JsonNode input) {
    String off = input.path("valueOff").asText("false");
    boolean toggle = input.path("type").asText().equals("Input.Toggle");
    return input.path("value").asText(toggle ? off : "");
  }

  private static String label(JsonNode input) {
    return input.path("label").asText();
  }

  List<String> labels() {
    return inputs.values().stream().map(CardForm::label).toList();
  }

  /** What the card says is wrong, by label. */
  Map<String, String> wrong() {
    return wrong;
  }

  private JsonNode input(String label) {
    return inputs.values().stream()
        .filter(each -> label(each).equals(label))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no input \"" + label + "\" among " + labels()));
  }

  JsonNode json(String label) {
    return input(label);
  }

  /** What stands in the input, as it would be sent. */
  String value(String label) {
    return values.getOrDefault(input(label).path("id").asText(), "");
  }

  /** Fills an input: a text, options by their text, a date, a time; nothing empties it. */
  void fill(String label, String... chosen) {
    JsonNode input = input(label);
    List<String> wanted = Arrays.stream(chosen).filter(each -> !each.isEmpty()).toList();
    values.put(input.path("id").asText(), value(input, wanted));
  }

  /** Puts values as a browser would send them, by id; what the card does not have is left out. */
  void put(JsonNode byId) {
    for (Map.Entry<String, JsonNode> each : byId.properties()) {
      if (inputs.containsKey(each.getKey())) {
        values.put(each.getKey(), each.getValue().asText());
      }
    }
  }

  private static String value(JsonNode input, List<String> wanted) {
    String first = wanted.isEmpty() ? "" : wanted.get(0);
    return switch (input.path("type").asText()) {
      case "Input.ChoiceSet" -> choices(input, wanted);
      case "Input.Toggle" -> {
        boolean on = List.of("true", "on", "yes").contains(first);
        yield on ? input.path("valueOn").asText("true") : input.path("valueOff").asText("false");
      }
      default -> first;
    };
  }

  private static String choices(JsonNode input, List<String> wanted) {
    List<String> picked = new ArrayList<>();
    List<String> offered = new ArrayList<>();
    for (JsonNode choice : input.path("choices")) {
      offered.add(choice.path("title").asText());
      if (wanted.contains(choice.path("title").asText())) {
        picked.add(choice.path("value").asText());
      }
    }
    boolean one = !input.path("isMultiSelect").asBoolean();
    if (picked.size() != wanted.size() || (one && picked.size() > 1)) {
      throw new AssertionError("cannot pick " + wanted + " among " + offered);
    }
    return String.join(",", picked);
  }

  /** What Teams' own client finds wrong before it sends anything, by label. */
  Map<String, String> mistakes() {
    Map<String, String> mistakes = new LinkedHashMap<>();
    for (JsonNode input : inputs.values()) {
      String value = values.getOrDefault(input.path("id").asText(), "");
      boolean missing = input.path("isRequired").asBoolean() && value.isBlank();
      int most = input.path("maxLength").asInt(Integer.MAX_VALUE);
      String regex = input.path("regex").asText();
      boolean odd =
          !value.isEmpty() && !regex.isEmpty() && !Pattern.compile(regex).matcher(value).find();
      if (missing || value.length() > most || odd) {
        mistakes.put(label(input), input.path("errorMessage").asText());
      }
    }
    return mistakes;
  }

  /** The values by id, as they go along with what is pressed. */
  ObjectNode values() {
    ObjectNode sent = Json.object();
    // The client sends empty texts, and leaves out lists of which nothing was chosen.
    values.forEach(
        (id, value) -> {
          JsonNode input = inputs.getOrDefault(id, Json.object());
          if (!value.isEmpty() || !input.path("type").asText().equals("Input.ChoiceSet")) {
            sent.put(id, value);
          }
        });
    return sent;
  }
}
