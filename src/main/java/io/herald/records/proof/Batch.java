package io.herald.records.proof;

import com.fasterxml.jackson.databind.JsonNode;
import io.herald.records.Canonical;
import io.herald.records.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * What came of some deliveries of a broadcast, as an export shows it.
 *
 * @param number the entry that holds their hash
 * @param rows each as it was hashed, or, where it is not shown, its hash
 */
public record Batch(long number, List<String> rows) {
  /** The kind of the entry. */
  public static final String KIND = "broadcast_outcomes";

  /** The hash of a row that is shown, or of one that is not. */
  public static String hash(String row) {
    return row.startsWith("{") ? Sha256.of(row) : row;
  }

  /** The hash of rows together, as their entry holds it. */
  public static String hash(List<String> rows) {
    MessageDigest digest = Sha256.begun();
    rows.forEach(row -> digest.update(HexFormat.of().parseHex(hash(row))));
    return HexFormat.of().formatHex(digest.digest());
  }

  /** A line of an export. */
  public String line() {
    return Canonical.write(Map.of("number", number, "rows", rows));
  }

  static Batch read(byte[] line) {
    JsonNode json = Json.object(new String(line, StandardCharsets.UTF_8));
    var rows = new ArrayList<String>();
    json.path("rows").forEach(row -> rows.add(row.asText()));
    return new Batch(Json.number(json, "number"), rows);
  }

  /** Whether these are the rows of an entry, by its content. */
  boolean isOf(byte[] content) {
    JsonNode entry = Json.object(new String(content, StandardCharsets.UTF_8));
    return KIND.equals(entry.path("kind").asText())
        && entry.path("content").path("rows").asLong(-1) == rows.size()
        && entry.path("content").path("rows_hash").asText().equals(hash(rows));
  }
}
