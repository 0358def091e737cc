package io.herald.chat.teams;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** JSON in few words. */
final class Json {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private static final ObjectMapper MAPPER =
      new ObjectMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder()
                      .maxNestingDepth(TeamsLimits.NESTING)
                      .maxNumberLength(100)
                      .build())
              .build());

  private Json() {}

  /** An object of names and values in turn; a null value leaves its name out. */
  static ObjectNode object(@Nullable Object... namesAndValues) {
    ObjectNode out = NODES.objectNode();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      Object value = namesAndValues[i + 1];
      if (value != null) {
        out.set((String) namesAndValues[i], node(value));
      }
    }
    return out;
  }

  static ArrayNode array(List<? extends JsonNode> elements) {
    ArrayNode out = NODES.arrayNode();
    elements.forEach(out::add);
    return out;
  }

  static ArrayNode array(JsonNode... elements) {
    return array(List.of(elements));
  }

  /** An object, nested no deeper than anything that Teams sends; nothing for all else. */
  static Optional<ObjectNode> parse(byte[] bytes) {
    try {
      JsonNode read = MAPPER.readTree(bytes);
      return read instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  static Optional<ObjectNode> parse(String json) {
    return parse(json.getBytes(StandardCharsets.UTF_8));
  }

  /** The string there, or the empty string where there is none. */
  static String text(JsonNode from, String... path) {
    JsonNode at = from;
    for (String name : path) {
      at = at.path(name);
    }
    return at.isValueNode() && !at.isNull() ? at.asText() : "";
  }

  static int bytes(JsonNode json) {
    return json.toString().getBytes(StandardCharsets.UTF_8).length;
  }

  private static JsonNode node(Object value) {
    if (value instanceof JsonNode json) {
      return json;
    }
    if (value instanceof Boolean flag) {
      return NODES.booleanNode(flag);
    }
    if (value instanceof Integer number) {
      return NODES.numberNode(number);
    }
    return NODES.textNode((String) value);
  }
}
