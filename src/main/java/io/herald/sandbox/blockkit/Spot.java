package io.herald.sandbox.blockkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** One place in the JSON under inspection, with the questions that are asked of such a place. */
record Spot(Inspection inspection, JsonNode node, String pointer) {

  Spot at(String field) {
    return new Spot(inspection, node.path(field), pointer + "/" + field);
  }

  boolean has(String field) {
    return node.hasNonNull(field);
  }

  String type() {
    return node.path("type").asText();
  }

  void complain(String what) {
    inspection.complain(what, pointer);
  }

  /** Slack refuses a property that it does not know, such as those it adds itself. */
  void only(String... fields) {
    Set<String> known = Set.copyOf(Arrays.asList(fields));
    for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!known.contains(name) && !name.equals("type") && !name.equals("block_id")) {
        complain("invalid additional property: " + name);
      }
    }
  }

  boolean requires(String field) {
    if (!has(field)) {
      complain("missing required field: " + field);
      return false;
    }
    return true;
  }

  /** A string of 1 to max characters; absent is fine. */
  void string(String field, int max) {
    string(field, 1, max);
  }

  void string(String field, int min, int max) {
    if (node.has(field)) {
      at(field).isString(min, max);
    }
  }

  void isString(int min, int max) {
    if (!node.isTextual()) {
      complain("must provide a string");
    } else if (node.textValue().length() > max) {
      complain("must be less than " + (max + 1) + " characters");
    } else if (node.textValue().length() < min) {
      complain("must be more than " + (min - 1) + " characters");
    }
  }

  void matches(String field, String pattern, String otherwise) {
    if (has(field) && !node.get(field).asText().matches(pattern)) {
      at(field).complain(otherwise);
    }
  }

  void oneOf(String field, String... values) {
    if (node.has(field) && !Arrays.asList(values).contains(node.get(field).asText())) {
      at(field).complain("must be one of: " + String.join(", ", values));
    }
  }

  void bool(String field) {
    if (node.has(field) && !node.get(field).isBoolean()) {
      at(field).complain("must provide a boolean");
    }
  }

  void integer(String field, long min, long max) {
    JsonNode value = node.get(field);
    if (value != null
        && (!value.canConvertToLong() || value.longValue() < min || value.longValue() > max)) {
      at(field).complain("must be an integer between " + min + " and " + max);
    }
  }

  /** The items of an array of min to max; none if it is no array. */
  List<Spot> items(String field, int min, int max) {
    return at(field).items(min, max);
  }

  List<Spot> items(int min, int max) {
    if (!node.isArray()) {
      complain("must provide an array");
      return List.of();
    }
    if (node.size() > max) {
      complain("no more than " + max + " items allowed");
    }
    if (node.size() < min) {
      complain("no fewer than " + min + " items allowed");
    }
    List<Spot> items = new ArrayList<>();
    for (int i = 0; i < node.size(); i++) {
      items.add(new Spot(inspection, node.get(i), pointer + "/" + i));
    }
    return items;
  }
}
