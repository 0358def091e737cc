package io.herald.records.proof;

import com.fasterxml.jackson.databind.JsonNode;
import io.herald.records.Canonical;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an export says of itself, which is what is signed.
 *
 * @param key the fingerprint of the key that signs it
 * @param filter what was asked for, by the names of the format
 * @param before the entry before the first one
 * @param last the last one; {@code before} where there is none
 * @param shown how many entries stand with their content
 * @param files the others, by name
 */
public record Manifest(
    Instant at,
    String key,
    Map<String, String> filter,
    Place before,
    Place last,
    long shown,
    SortedMap<String, Sum> files) {
  /** The name of its own file. */
  public static final String NAME = "manifest.json";

  /** The name of its signature's. */
  public static final String SIGNATURE = "manifest.sig";

  private static final String FORMAT = "herald-ledger-1";

  /** An entry's number, and the chain hash there. */
  public record Place(long number, String chain) {
    static Place read(JsonNode json) {
      return new Place(Json.number(json, "number"), Json.hash(json, "chain"));
    }

    Map<String, Object> facts() {
      return Map.of("number", number, "chain", chain);
    }
  }

  /** What is said of a file. */
  public record Sum(long bytes, String sha256) {}

  public String write() {
    var sums = new TreeMap<String, Object>();
    files.forEach(
        (name, sum) -> sums.put(name, Map.of("bytes", sum.bytes(), "sha256", sum.sha256())));
    return Canonical.write(
        Map.of(
            "format",
            FORMAT,
            "at",
            at.toString(),
            "key",
            key,
            "filter",
            filter,
            "before",
            before.facts(),
            "last",
            last.facts(),
            "entries",
            last.number() - before.number(),
            "shown",
            shown,
            "files",
            sums));
  }

  /**
   * Reads a manifest.
   *
   * @throws IllegalArgumentException when it is none of this format
   */
  static Manifest read(String text) {
    JsonNode json = Json.object(text);
    if (!FORMAT.equals(json.path("format").asText())) {
      throw new IllegalArgumentException("a format that this version does not know");
    }
    var filter = new TreeMap<String, String>();
    json.path("filter").properties().forEach(f -> filter.put(f.getKey(), f.getValue().asText()));
    var files = new TreeMap<String, Sum>();
    json.path("files")
        .properties()
        .forEach(
            f ->
                files.put(
                    f.getKey(),
                    new Sum(
                        Json.number(f.getValue(), "bytes"), Json.hash(f.getValue(), "sha256"))));
    return new Manifest(
        Json.time(json, "at"),
        Json.hash(json, "key"),
        filter,
        Place.read(json.path("before")),
        Place.read(json.path("last")),
        Json.number(json, "shown"),
        files);
  }
}
