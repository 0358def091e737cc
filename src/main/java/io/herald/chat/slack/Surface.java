package io.herald.chat.slack;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;

/** Where blocks are shown, and whether they fit there. */
enum Surface {
  MESSAGE(SlackLimits.MESSAGE_BLOCKS, SlackLimits.MESSAGE_CHARACTERS),
  VIEW(SlackLimits.VIEW_BLOCKS, Integer.MAX_VALUE);

  private static final Set<String> READ = Set.of("text", "alt_text", "fallback");

  private final int blocks;
  private final int characters;

  Surface(int blocks, int characters) {
    this.blocks = blocks;
    this.characters = characters;
  }

  boolean fits(JsonArray drawn) {
    return drawn.size() <= blocks && sizeFits(drawn);
  }

  private boolean sizeFits(JsonArray drawn) {
    return this == MESSAGE
        ? characters(drawn) <= characters
        : drawn.toString().getBytes(StandardCharsets.UTF_8).length <= SlackLimits.VIEW_BYTES;
  }

  /** Every character that somebody reads, however deep it stands. */
  static int characters(JsonElement drawn) {
    int sum = 0;
    if (drawn instanceof JsonArray array) {
      for (JsonElement element : array) {
        sum += characters(element);
      }
    } else if (drawn instanceof JsonObject object) {
      for (Map.Entry<String, JsonElement> entry : object.entrySet()) {
        if (entry.getValue() instanceof JsonPrimitive word && READ.contains(entry.getKey())) {
          sum += word.getAsString().length();
        } else {
          sum += characters(entry.getValue());
        }
      }
    }
    return sum;
  }
}
