package io.herald.chat.slack;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** An interaction's JSON as Slack sent it: the SDK's classes leave some of it out. */
final class RawPayload {
  private static final String FIELD = "payload=";

  private RawPayload() {}

  /** The object in the field "payload" of a form; an empty one where there is none. */
  static JsonObject of(String form) {
    try {
      for (String field : form.split("&", -1)) {
        if (field.startsWith(FIELD)) {
          String json = URLDecoder.decode(field.substring(FIELD.length()), StandardCharsets.UTF_8);
          return JsonParser.parseString(json) instanceof JsonObject found
              ? found
              : new JsonObject();
        }
      }
    } catch (IllegalArgumentException | JsonParseException e) {
      // Not readable at all, and so nobody's.
    }
    return new JsonObject();
  }
}
