package io.herald.chat.teams;

import com.fasterxml.jackson.databind.JsonNode;
import io.herald.chat.Intent;
import io.herald.chat.IntentCodec;
import org.jspecify.annotations.Nullable;

/**
 * What a pressed action carries. Anybody in a channel can send what stands on its cards, and change
 * it first; so it is ids and nothing else, and rights are looked at by the desk.
 *
 * @param back whether the person only wants back
 * @param sheet the form in which it was pressed, or none
 * @param of what drew the card that it stood on, or none
 * @param inputs the whole data: the values of inputs stand beside Herald's own
 */
record Press(
    Intent intent, boolean back, @Nullable String sheet, @Nullable String of, JsonNode inputs) {
  /** Under this name stands what is Herald's, beside the inputs. */
  static final String KEY = "herald";

  static Press of(JsonNode data) {
    JsonNode herald = data.path(KEY);
    return new Press(
        IntentCodec.read(Json.text(herald, "intent")).orElseGet(Intent.Unknown::new),
        herald.path("back").asBoolean(),
        given(herald, "sheet"),
        given(herald, "of"),
        data);
  }

  private static @Nullable String given(JsonNode herald, String name) {
    String value = Json.text(herald, name);
    return value.isEmpty() ? null : value;
  }
}
