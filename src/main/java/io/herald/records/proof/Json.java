package io.herald.records.proof;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.regex.Pattern;

/** Reads what an export says of itself; what is not as it must be is an illegal argument. */
final class Json {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  private Json() {}

  static JsonNode object(String text) {
    try {
      JsonNode read = MAPPER.readTree(text);
      if (read != null && read.isObject()) {
        return read;
      }
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no JSON", e);
    }
    throw new IllegalArgumentException("no JSON object");
  }

  static long number(JsonNode json, String name) {
    JsonNode value = json.path(name);
    if (value.isIntegralNumber() && value.canConvertToLong() && value.longValue() >= 0) {
      return value.longValue();
    }
    throw new IllegalArgumentException(name + " is no number");
  }

  static String hash(JsonNode json, String name) {
    String value = json.path(name).asText();
    if (HASH.matcher(value).matches()) {
      return value;
    }
    throw new IllegalArgumentException(name + " is no hash");
  }

  static Instant time(JsonNode json, String name) {
    try {
      return Instant.parse(json.path(name).asText());
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(name + " is no time", e);
    }
  }
}
