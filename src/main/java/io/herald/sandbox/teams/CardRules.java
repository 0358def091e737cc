package io.herald.sandbox.teams;

import com.fasterxml.jackson.databind.JsonNode;
import io.herald.sandbox.Json;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether a card is one that Teams takes and draws; says where it is not. */
final class CardRules {
  /** Older documentation's limit for a card; newer pages say more, and none less. */
  static final int BYTES = 28 * 1024;

  /** More primary actions than this end in an overflow menu. */
  static final int VISIBLE_ACTIONS = 6;

  private final List<String> problems = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();
  private final List<String> targets = new ArrayList<>();

  private CardRules() {}

  static boolean tooLong(JsonNode card) {
    return Json.text(card).getBytes(StandardCharsets.UTF_8).length > BYTES;
  }

  /** What is wrong with the card, each with its place; nothing if it is good. */
  static List<String> problems(JsonNode card) {
    CardRules rules = new CardRules();
    rules.typed(card, "card", "AdaptiveCard");
    for (String target : rules.targets) {
      rules.must(rules.ids.contains(target), "card", "no element has the id " + target);
    }
    return List.copyOf(rules.problems);
  }

  private void must(boolean good, String at, String words) {
    if (!good) {
      problems.add(at + ": " + words);
    }
  }

  private void typed(JsonNode node, String at, String... types) {
    String type = node.path("type").asText();
    boolean expected = types.length == 0 || List.of(types).contains(type);
    Map<String, CardShapes.Rule> shape = CardShapes.of(type);
    if (!expected || shape.isEmpty()) {
      must(false, at, "cannot be a \"" + type + "\"");
      return;
    }
    node.fieldNames()
        .forEachRemaining(
            name ->
                must(
                    name.equals("type") || shape.containsKey(name),
                    at,
                    type + " has no property \"" + name + "\""));
    shape.forEach(
        (name, rule) -> {
          if (node.has(name)) {
            value(node.get(name), at + "." + name, rule);
          } else {
            must(!rule.required(), at, type + " needs \"" + name + "\"");
          }
        });
    if (node.has("id") && !type.startsWith("Action.")) {
      must(ids.add(node.get("id").asText()), at, "the id stands on the card twice");
    }
    if (type.equals("Input.ChoiceSet")) {
      chosen(node, at);
    }
    if (node.path("isRequired").asBoolean()) {
      must(node.has("errorMessage"), at, "is required and has no \"errorMessage\"");
    }
  }

  private void value(JsonNode value, String at, CardShapes.Rule rule) {
    switch (rule.kind()) {
      case "words" -> must(rule.allows(value.asText()), at, "must be one of " + rule.words());
      case "text" -> must(value.isTextual(), at, "must be a text");
      case "flag" -> must(value.isBoolean(), at, "must be true or false");
      case "number" -> must(value.isNumber(), at, "must be a number");
      case "object" -> must(value.isObject(), at, "must be an object");
      case "version" -> must(value.asText().equals("1.5"), at, "Teams draws cards of version 1.5");
      case "url" -> must(address(value.asText()), at, "must be an https address");
      case "date" -> must(date(value.asText()), at, "must be a date as 2026-12-31");
      case "time" -> must(time(value.asText()), at, "must be a time as 09:30");
      case "elements" -> each(value, at, this::element);
      case "columns" -> each(value, at, (node, where) -> typed(node, where, "Column"));
      case "actions" -> actions(value, at);
      case "action" -> typed(value, at, "Action.Execute", "Action.Submit", "Action.OpenUrl");
      case "inlines" -> each(value, at, this::inline);
      case "facts" -> each(value, at, this::fact);
      case "choices" -> each(value, at, this::choice);
      case "targets" -> each(value, at, this::target);
      case "card" -> typed(value, at, "AdaptiveCard");
      case "refresh" -> typed(value.path("action"), at + ".action", "Action.Execute");
      default -> {
        // "any": nothing to say about it
      }
    }
  }

  private interface Check {
    void on(JsonNode node, String at);
  }

  private void each(JsonNode list, String at, Check check) {
    must(list.isArray(), at, "must be a list");
    for (int i = 0; i < list.size(); i++) {
      check.on(list.get(i), at + "[" + i + "]");
    }
  }

  private void element(JsonNode node, String at) {
    String type = node.path("type").asText();
    boolean other =
        type.startsWith("Action.") || List.of("AdaptiveCard", "Column", "TextRun").contains(type);
    must(!other, at, "a \"" + type + "\" is no element");
    typed(node, at);
  }

  private void actions(JsonNode list, String at) {
    each(
        list,
        at,
        (node, where) -> {
          must(node.path("type").asText().startsWith("Action."), where, "is no action");
          typed(node, where);
        });
    int visible = 0;
    for (JsonNode action : list) {
      visible += action.path("mode").asText().equalsIgnoreCase("secondary") ? 0 : 1;
    }
    must(visible <= VISIBLE_ACTIONS, at, "shows " + VISIBLE_ACTIONS + " actions, not " + visible);
  }

  private void inline(JsonNode node, String at) {
    if (!node.isTextual()) {
      typed(node, at, "TextRun");
    }
  }

  private void fact(JsonNode node, String at) {
    only(node, at, "title", "value");
  }

  private void choice(JsonNode node, String at) {
    only(node, at, "title", "value");
  }

  /** Exactly these properties, each a text that says something. */
  private void only(JsonNode node, String at, String... names) {
    for (String name : names) {
      must(!node.path(name).asText().isEmpty(), at, "needs a text as \"" + name + "\"");
    }
    must(node.size() == names.length, at, "has a property too many");
  }

  private void target(JsonNode node, String at) {
    String id = node.isTextual() ? node.asText() : node.path("elementId").asText();
    must(!id.isEmpty(), at, "names no element");
    targets.add(id);
  }

  private void chosen(JsonNode node, String at) {
    Set<String> offered = new HashSet<>();
    boolean several = node.path("isMultiSelect").asBoolean();
    for (JsonNode choice : node.path("choices")) {
      String value = choice.path("value").asText();
      must(offered.add(value), at, "offers the value \"" + value + "\" twice");
      must(!several || !value.contains(","), at, "a comma would part the value \"" + value + "\"");
    }
    String initial = node.path("value").asText();
    for (String each : several ? initial.split(",", -1) : new String[] {initial}) {
      must(each.isEmpty() || offered.contains(each), at, "begins with \"" + each + "\", no choice");
    }
  }

  static boolean address(String text) {
    try {
      URI address = new URI(text);
      String host = address.getHost();
      boolean loopback = "127.0.0.1".equals(host) || "localhost".equals(host);
      return host != null
          && ("https".equals(address.getScheme())
              || ("http".equals(address.getScheme()) && loopback));
    } catch (java.net.URISyntaxException e) {
      return false;
    }
  }

  private static boolean date(String text) {
    try {
      LocalDate.parse(text);
      return true;
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  private static boolean time(String text) {
    try {
      return text.length() == 5 && LocalTime.parse(text).getSecond() == 0;
    } catch (DateTimeParseException e) {
      return false;
    }
  }
}
