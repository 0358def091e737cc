package io.herald.chat.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.herald.chat.Intent;
import io.herald.chat.IntentCodec;
import io.herald.chat.Values;
import io.herald.words.Text;
import io.herald.words.Words;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A form as it was drawn before somebody. Teams sends only what was filled in, so the form itself
 * is kept, to draw it again with the mistakes and with all that was typed.
 *
 * @param of what to draw again when the person goes back, or none
 * @param card all of it, however long what was typed
 */
record Sheet(
    String id, String title, Intent intent, boolean dialog, @Nullable String of, ObjectNode card) {
  /** What is kept free of a card for heading, buttons and mistakes. */
  static final int ROOM = 5_000;

  /** A form as it is kept. */
  String write() {
    return Json.object(
            "id",
            id,
            "title",
            title,
            "intent",
            IntentCodec.write(intent),
            "dialog",
            dialog,
            "of",
            of,
            "card",
            card)
        .toString();
  }

  static Optional<Sheet> read(String json) {
    return Json.parse(json)
        .map(
            kept ->
                new Sheet(
                    Json.text(kept, "id"),
                    Json.text(kept, "title"),
                    IntentCodec.read(Json.text(kept, "intent")).orElseGet(Intent.Unknown::new),
                    kept.path("dialog").asBoolean(),
                    kept.hasNonNull("of") ? Json.text(kept, "of") : null,
                    (ObjectNode) kept.path("card")));
  }

  /**
   * The card, small enough for Teams: the longest of what was typed gives way to a line that it
   * stands as it was typed. It is not lost, for {@link #values} knows it.
   */
  ObjectNode shown() {
    ObjectNode shown = card.deepCopy();
    while (Json.bytes(shown) > TeamsLimits.CARD_BYTES
        && (foldLongest(shown, false) || foldLongest(shown, true))) {
      // The next longest, until it fits; what is wrong comes last, for it is to be mended.
    }
    return shown;
  }

  private static boolean foldLongest(ObjectNode card, boolean wrongToo) {
    ArrayNode body = (ArrayNode) card.path("body");
    int longest = -1;
    for (int i = 0; i < body.size(); i++) {
      boolean text = Json.text(body.get(i), "type").equals("Input.Text");
      boolean wrong = i + 1 < body.size() && isMistake(body.get(i + 1));
      if (text
          && (wrongToo || !wrong)
          && (longest < 0 || length(body, i) > length(body, longest))) {
        longest = i;
      }
    }
    if (longest < 0 || length(body, longest) == 0) {
      return false;
    }
    JsonNode input = body.get(longest);
    String note =
        Words.say(
            "teams.kept",
            Json.text(input, "label"),
            Pieces.number(Json.text(input, "value").length()));
    body.set(longest, Pieces.plain(note).put("isSubtle", true));
    return true;
  }

  private static int length(ArrayNode body, int at) {
    return Json.text(body.get(at), "value").length();
  }

  private static boolean isMistake(JsonNode element) {
    return Json.text(element, "color").equals("attention");
  }

  /** What is filled in, with what was folded away, for the desk. */
  Values values(JsonNode sent, ZoneId zone) {
    Map<String, JsonNode> inputs = inputs(card);
    Map<String, String> filled = filled(sent, inputs);
    Map<String, List<String>> fields = new HashMap<>();
    inputs.forEach(
        (id, input) -> {
          String value = filled.getOrDefault(id, "");
          if (id.endsWith(TeamsForms.DATE)) {
            String name = id.substring(0, id.length() - TeamsForms.DATE.length());
            moment(value, filled.getOrDefault(name + TeamsForms.TIME, ""), zone)
                .ifPresent(at -> fields.put(name, List.of(at)));
          } else if (!id.endsWith(TeamsForms.TIME) && !value.isEmpty()) {
            fields.put(
                id,
                input.path("isMultiSelect").asBoolean()
                    ? Arrays.stream(value.split(",", -1)).filter(v -> !v.isBlank()).toList()
                    : List.of(value));
          }
        });
    return new Values(fields);
  }

  private static Optional<String> moment(String date, String time, ZoneId zone) {
    if (date.isBlank()) {
      return Optional.empty();
    }
    try {
      LocalTime at = time.isBlank() ? LocalTime.MIDNIGHT : LocalTime.parse(time);
      return Optional.of(
          String.valueOf(LocalDate.parse(date).atTime(at).atZone(zone).toEpochSecond()));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private Map<String, String> filled(JsonNode sent, Map<String, JsonNode> inputs) {
    Set<String> seen = inputs(shown()).keySet();
    Map<String, String> filled = new HashMap<>();
    inputs.forEach(
        (id, input) -> {
          String value = seen.contains(id) ? Json.text(sent, id) : Json.text(input, "value");
          filled.put(id, value.replace("\r\n", "\n"));
        });
    return filled;
  }

  /** The same form with what was sent in it, and these mistakes at their fields. */
  Sheet corrected(JsonNode sent, Map<String, Text> mistakes, Pieces pieces) {
    ObjectNode next = card.deepCopy();
    withoutMistakes(next.path("body"));
    Map<String, JsonNode> inputs = inputs(next);
    Map<String, String> filled = filled(sent, inputs(card));
    inputs.forEach(
        (id, input) -> {
          String value = filled.getOrDefault(id, "");
          if (value.isEmpty()) {
            ((ObjectNode) input).remove("value");
          } else {
            ((ObjectNode) input).put("value", value);
          }
        });
    var elsewhere = new ArrayList<ObjectNode>();
    mistakes.forEach(
        (name, words) -> {
          ObjectNode line = pieces.wrong(words).put("spacing", "small");
          String id = inputs.containsKey(name) ? name : name + TeamsForms.DATE;
          if (!putBelow(next.path("body"), id, line)) {
            elsewhere.add(line);
          }
        });
    ArrayNode body = (ArrayNode) next.path("body");
    int top = dialog ? 0 : 1;
    elsewhere.forEach(line -> body.insert(Math.min(top, body.size()), line));
    return new Sheet(id, title, intent, dialog, of, next);
  }

  private static void withoutMistakes(JsonNode elements) {
    if (elements instanceof ArrayNode array) {
      for (int i = array.size() - 1; i >= 0; i--) {
        if (isMistake(array.get(i))) {
          array.remove(i);
        } else {
          withoutMistakes(array.get(i).path("columns"));
          withoutMistakes(array.get(i).path("items"));
        }
      }
    }
  }

  private static boolean putBelow(JsonNode elements, String id, ObjectNode line) {
    if (elements instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        JsonNode element = array.get(i);
        if (Json.text(element, "id").equals(id)) {
          array.insert(i + 1, line);
          return true;
        }
        if (putBelow(element.path("columns"), id, line)
            || putBelow(element.path("items"), id, line)) {
          return true;
        }
      }
    }
    return false;
  }

  /** The inputs of a card by their ids, from top to bottom. */
  private static Map<String, JsonNode> inputs(JsonNode card) {
    var found = new LinkedHashMap<String, JsonNode>();
    collect(card.path("body"), found);
    return found;
  }

  private static void collect(JsonNode elements, Map<String, JsonNode> into) {
    for (JsonNode element : elements) {
      if (Json.text(element, "type").startsWith("Input.")) {
        into.put(Json.text(element, "id"), element);
      }
      collect(element.path("columns"), into);
      collect(element.path("items"), into);
    }
  }

  /** The names of its fields. */
  Set<String> names() {
    var names = new LinkedHashSet<String>();
    inputs(card)
        .keySet()
        .forEach(
            id ->
                names.add(
                    id.endsWith(TeamsForms.DATE) || id.endsWith(TeamsForms.TIME)
                        ? id.substring(0, id.lastIndexOf('.'))
                        : id));
    return names;
  }
}
