package io.herald.records;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.erdtman.jcs.JsonCanonicalizer;

/** JSON that is written in one way only (RFC 8785), so that it can be hashed. */
public final class Canonical {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Canonical() {}

  /**
   * Writes plain data.
   *
   * @param value strings, numbers, booleans, lists and maps of these
   */
  public static String write(Object value) {
    try {
      return new JsonCanonicalizer(JSON.writeValueAsString(value)).getEncodedString();
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("an entry must be plain data", e);
    } catch (IOException e) {
      throw new IllegalArgumentException("an entry must be canonical JSON", e);
    }
  }
}
