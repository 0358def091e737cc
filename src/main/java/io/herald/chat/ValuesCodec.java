package io.herald.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;

/** Writes what was filled in as JSON, to keep it while its intent waits. */
final class ValuesCodec {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ValuesCodec() {}

  static String write(Values values) {
    try {
      return JSON.writeValueAsString(values.fields());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  static Values read(String json) {
    try {
      return new Values(JSON.readValue(json, new TypeReference<Map<String, List<String>>>() {}));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
