package io.herald.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the inputs of blocks: what the person put there, else what the app put there. In
 * the shape of {@code state.values}: block id, action id, value.
 */
final class Inputs {
  private static final Set<String> STATELESS = Set.of("button", "overflow");

  private Inputs() {}

  /** The {@code state} that Slack sends along: a value for every input, {@code null} when empty. */
  static ObjectNode state(JsonNode blocks, JsonNode filled) {
    ObjectNode state = Json.object();
    ObjectNode values = state.putObject("values");
    for (Elements.Found found : Elements.in(blocks)) {
      if (!STATELESS.contains(found.type())) {
        JsonNode given = filled.path(found.blockId()).path(found.actionId());
        JsonNode value = given.isObject() ? given : initial(found.element());
        values.withObjectProperty(found.blockId()).set(found.actionId(), value);
      }
    }
    return state;
  }

  /** Of what was filled in, that which still has its place in the blocks. */
  static ObjectNode surviving(JsonNode blocks, JsonNode filled) {
    ObjectNode kept = Json.object();
    for (Elements.Found found : Elements.in(blocks)) {
      JsonNode given = filled.path(found.blockId()).path(found.actionId());
      if (given.isObject() && given.path("type").asText().equals(found.type())) {
        kept.withObjectProperty(found.blockId()).set(found.actionId(), given);
      }
    }
    return kept;
  }

  /** Whether the value is that of an input left empty. */
  static boolean isEmpty(JsonNode value) {
    for (var field : value.properties()) {
      JsonNode content = field.getValue();
      boolean nothing =
          content.isNull()
              || (content.isTextual() && content.textValue().isEmpty())
              || (content.isArray() && content.isEmpty());
      if (!field.getKey().equals("type") && !nothing) {
        return false;
      }
    }
    return true;
  }

  private static ObjectNode initial(JsonNode element) {
    String type = element.path("type").asText();
    ObjectNode value = Json.object().put("type", type);
    switch (type) {
      case "static_select", "radio_buttons", "external_select" ->
          set(value, "selected_option", element.get("initial_option"));
      case "multi_static_select", "checkboxes", "multi_external_select" -> {
        JsonNode initial = element.get("initial_options");
        value.set("selected_options", initial == null ? Json.array() : initial);
      }
      case "datepicker" -> set(value, "selected_date", element.get("initial_date"));
      case "timepicker" -> set(value, "selected_time", element.get("initial_time"));
      case "datetimepicker" -> set(value, "selected_date_time", element.get("initial_date_time"));
      case "users_select" -> set(value, "selected_user", element.get("initial_user"));
      case "channels_select" -> set(value, "selected_channel", element.get("initial_channel"));
      case "conversations_select" ->
          set(value, "selected_conversation", element.get("initial_conversation"));
      case "multi_users_select" -> many(value, "selected_users", element.get("initial_users"));
      case "multi_channels_select" ->
          many(value, "selected_channels", element.get("initial_channels"));
      case "multi_conversations_select" ->
          many(value, "selected_conversations", element.get("initial_conversations"));
      default -> set(value, "value", element.get("initial_value"));
    }
    return value;
  }

  private static void set(ObjectNode value, String name, @Nullable JsonNode initial) {
    boolean empty = initial == null || (initial.isTextual() && initial.textValue().isEmpty());
    if (empty) {
      value.putNull(name);
    } else {
      value.set(name, initial);
    }
  }

  private static void many(ObjectNode value, String name, @Nullable JsonNode initial) {
    value.set(name, initial == null ? Json.array() : initial);
  }
}
