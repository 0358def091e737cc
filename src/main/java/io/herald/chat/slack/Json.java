package io.herald.chat.slack;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** JSON in few words. */
final class Json {
  private Json() {}

  /** An object of names and values in turn; a null value leaves its name out. */
  static JsonObject object(@Nullable Object... namesAndValues) {
    var out = new JsonObject();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      Object value = namesAndValues[i + 1];
      if (value != null) {
        out.add((String) namesAndValues[i], element(value));
      }
    }
    return out;
  }

  static JsonArray array(List<? extends JsonElement> elements) {
    var out = new JsonArray(elements.size());
    elements.forEach(out::add);
    return out;
  }

  static JsonArray array(JsonElement... elements) {
    return array(List.of(elements));
  }

  /** The string under a name, or the empty string where there is none. */
  static String text(JsonObject from, String name) {
    JsonElement value = from.get(name);
    return value instanceof JsonPrimitive ? value.getAsString() : "";
  }

  static boolean yes(JsonObject from, String name) {
    return from.get(name) instanceof JsonPrimitive p && p.isBoolean() && p.getAsBoolean();
  }

  /** The object under a name, or an empty one. */
  static JsonObject inner(JsonObject from, String name) {
    return from.get(name) instanceof JsonObject found ? found : new JsonObject();
  }

  /** The array under a name, or an empty one. */
  static JsonArray list(JsonObject from, String name) {
    return from.get(name) instanceof JsonArray found ? found : new JsonArray();
  }

  private static JsonElement element(Object value) {
    if (value instanceof JsonElement json) {
      return json;
    }
    if (value instanceof Boolean flag) {
      return new JsonPrimitive(flag);
    }
    if (value instanceof Number number) {
      return new JsonPrimitive(number);
    }
    return new JsonPrimitive((String) value);
  }
}
