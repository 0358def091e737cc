package io.herald.records.proof;

import com.fasterxml.jackson.databind.JsonNode;
import io.herald.records.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * What personal fields of an entry say, as an export shows it beside the entry, in which they stand
 * encrypted with the hash of their opening.
 *
 * @param fields the opening of each field by its name
 */
record Openings(long number, Map<String, String> fields) {
  static Openings read(byte[] line) {
    JsonNode json = Json.object(new String(line, StandardCharsets.UTF_8));
    var fields = new TreeMap<String, String>();
    json.path("fields").properties().forEach(f -> fields.put(f.getKey(), f.getValue().asText()));
    return new Openings(Json.number(json, "number"), fields);
  }

  /** Whether these are openings of an entry, by its content. */
  boolean areOf(byte[] content) {
    JsonNode entry = Json.object(new String(content, StandardCharsets.UTF_8)).path("content");
    return fields.entrySet().stream()
        .allMatch(
            field ->
                Sha256.of(field.getValue())
                    .equals(entry.path(field.getKey()).path("hash").asText()));
  }
}
