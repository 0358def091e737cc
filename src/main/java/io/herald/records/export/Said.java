package io.herald.records.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What an entry says, name by name, for people to read. */
final class Said {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Said() {}

  /** The names and values of an entry's content. */
  static Map<String, String> of(String content) {
    try {
      var said = new TreeMap<String, String>();
      JSON.readTree(content)
          .path("content")
          .properties()
          .forEach(field -> said.put(field.getKey().replace('_', ' '), text(field.getValue())));
      said.values().removeIf(String::isEmpty);
      return said;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an entry is no JSON", e);
    }
  }

  /** A list as its values, one after the other; nothing of what is empty. */
  private static String text(JsonNode value) {
    if (value.isValueNode()) {
      return value.asText();
    }
    if (value.isArray() && value.valueStream().allMatch(JsonNode::isValueNode)) {
      return value.valueStream().map(JsonNode::asText).collect(Collectors.joining(", "));
    }
    return value.isEmpty() ? "" : value.toString();
  }

  /** The same in one text. */
  static String inOne(String content) {
    return of(content).entrySet().stream()
        .map(said -> said.getKey() + ": " + said.getValue())
        .collect(Collectors.joining("; "));
  }
}
