package io.herald.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;

/** A page of a list, with Slack's opaque cursor to the next. */
final class Page {
  /** Slack refuses to give more at once. */
  private static final int MOST = 999;

  private static final int USUAL = 100;

  private Page() {}

  static <T> ObjectNode of(List<T> all, Args args, String name, Function<T, JsonNode> draw) {
    int limit = args.number("limit", USUAL);
    if (limit < 1 || limit > MOST) {
      throw new SlackError("invalid_limit");
    }
    int from = decode(args.text("cursor"));
    int to = Math.min(all.size(), from + limit);
    if (from > all.size()) {
      throw new SlackError("invalid_cursor");
    }
    ObjectNode answer = Json.object();
    ArrayNode items = answer.putArray(name);
    all.subList(from, to).forEach(each -> items.add(draw.apply(each)));
    answer.putObject("response_metadata").put("next_cursor", to < all.size() ? encode(to) : "");
    return answer;
  }

  private static String encode(int from) {
    byte[] text = ("next:" + from).getBytes(StandardCharsets.UTF_8);
    return Base64.getEncoder().encodeToString(text);
  }

  private static int decode(String cursor) {
    if (cursor.isEmpty()) {
      return 0;
    }
    try {
      String text = new String(Base64.getDecoder().decode(cursor), StandardCharsets.UTF_8);
      return Integer.parseInt(text.substring("next:".length()));
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new SlackError("invalid_cursor");
    }
  }
}
