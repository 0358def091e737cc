package io.herald.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The arguments of a call, from a form or a JSON body; structures may come as JSON in a string. */
record Args(ObjectNode values) {

  static Args ofForm(String form) {
    ObjectNode values = Json.object();
    for (String pair : form.split("&", -1)) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        String value = equals < 0 ? "" : pair.substring(equals + 1);
        values.put(decode(name), decode(value));
      }
    }
    return new Args(values);
  }

  static Args ofJson(String body) {
    JsonNode parsed = Json.parse(body).orElseThrow(() -> new SlackError("invalid_json"));
    if (!parsed.isObject()) {
      throw new SlackError("json_not_object");
    }
    return new Args((ObjectNode) parsed);
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  Args and(Args others) {
    ObjectNode both = values.deepCopy();
    both.setAll(others.values);
    return new Args(both);
  }

  Args without(String name) {
    ObjectNode rest = values.deepCopy();
    rest.remove(name);
    return new Args(rest);
  }

  boolean has(String name) {
    return values.hasNonNull(name);
  }

  /** The text, or an empty one. */
  String text(String name) {
    JsonNode value = values.path(name);
    return value.isValueNode() && !value.isNull() ? value.asText() : "";
  }

  String required(String name) {
    String text = text(name);
    if (text.isEmpty()) {
      throw SlackError.arguments("missing required field: " + name);
    }
    return text;
  }

  boolean flag(String name) {
    String text = text(name);
    return text.equals("true") || text.equals("1");
  }

  int number(String name, int otherwise) {
    String text = text(name);
    if (text.isEmpty()) {
      return otherwise;
    }
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw SlackError.arguments("must be an integer [json-pointer:/" + name + "]");
    }
  }

  /** The structure, absent if there is none; the error if it is a text that is no JSON. */
  Optional<JsonNode> structure(String name, String error) {
    if (!has(name) || (values.get(name).isTextual() && values.get(name).textValue().isEmpty())) {
      return Optional.empty();
    }
    JsonNode value = values.get(name);
    return value.isTextual()
        ? Optional.of(Json.parse(value.textValue()).orElseThrow(() -> new SlackError(error)))
        : Optional.of(value);
  }

  /** The same arguments with structures as structures, for those who read the ledger. */
  Args parsed() {
    ObjectNode result = values.deepCopy();
    for (String name : new String[] {"blocks", "view", "metadata"}) {
      if (result.path(name).isTextual()) {
        Json.parse(result.get(name).textValue()).ifPresent(value -> result.set(name, value));
      }
    }
    return new Args(result);
  }
}
