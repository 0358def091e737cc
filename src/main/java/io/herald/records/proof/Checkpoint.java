package io.herald.records.proof;

import com.fasterxml.jackson.databind.JsonNode;
import io.herald.records.Canonical;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where the chain ended at a time, signed.
 *
 * @param number the newest entry then
 * @param chain the chain hash there
 * @param key the fingerprint of the key that signed it
 * @param signature in hexadecimal digits
 */
public record Checkpoint(long number, String chain, Instant at, String key, String signature) {
  private static final String FORMAT = "herald-checkpoint-1";

  /** What is signed. */
  public static String signed(long number, String chain, Instant at, String key) {
    return Canonical.write(facts(number, chain, at, key));
  }

  /** A line of an export. */
  public String line() {
    Map<String, Object> facts = facts(number, chain, at, key);
    facts.put("signature", signature);
    return Canonical.write(facts);
  }

  /**
   * Reads a line of an export.
   *
   * @throws IllegalArgumentException when it is none
   */
  static Checkpoint read(String line) {
    JsonNode json = Json.object(line);
    if (!FORMAT.equals(json.path("format").asText())) {
      throw new IllegalArgumentException("no checkpoint of this format");
    }
    var read =
        new Checkpoint(
            Json.number(json, "number"),
            Json.hash(json, "chain"),
            Json.time(json, "at"),
            Json.hash(json, "key"),
            json.path("signature").asText());
    if (!read.line().equals(line)) {
      throw new IllegalArgumentException("no canonical checkpoint");
    }
    return read;
  }

  boolean isBy(VerifyingKey verifying) {
    return key.equals(verifying.fingerprint())
        && verifying.signed(signed(number, chain, at, key), HexFormat.of().parseHex(signature));
  }

  private static Map<String, Object> facts(long number, String chain, Instant at, String key) {
    var facts = new TreeMap<String, Object>();
    facts.put("format", FORMAT);
    facts.put("number", number);
    facts.put("chain", chain);
    facts.put("at", at.toString());
    facts.put("key", key);
    return facts;
  }
}
