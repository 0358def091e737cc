package io.herald.chat.slack;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.herald.chat.Apologies;
import io.herald.words.Text;
import io.herald.words.Words;
import java.time.ZoneOffset;
import java.util.Map;

/**
 * What is answered to a request that was Slack's but that Bolt could not read. A form stays open
 * with all that was typed: Bolt reads no day after January 2038, and somebody may pick one.
 */
final class Unread {
  private final Apologies apologies;

  Unread(Apologies apologies) {
    this.apologies = apologies;
  }

  /** The body of the answer; empty where nobody looks at it. */
  String answer(String body, Exception fault) {
    JsonObject payload = RawPayload.of(body);
    JsonObject view = Json.inner(payload, "view");
    if (!Json.text(payload, "type").equals("view_submission")) {
      apologies.report("a request could not be read", fault);
      return "";
    }
    String late = tooLate(view);
    if (!late.isEmpty()) {
      return errors(late, Words.text("slack.date.too.late"));
    }
    Text apology = apologies.report("a form could not be read", fault);
    String first = firstInput(view);
    return first.isEmpty() ? "" : errors(first, apology);
  }

  private static String tooLate(JsonObject view) {
    for (Map.Entry<String, JsonElement> block : values(view).entrySet()) {
      for (JsonElement value : Json.inner(values(view), block.getKey()).asMap().values()) {
        String at = value instanceof JsonObject o ? Json.text(o, "selected_date_time") : "";
        if (at.matches("\\d{1,18}") && Long.parseLong(at) > Integer.MAX_VALUE) {
          return block.getKey();
        }
      }
    }
    return "";
  }

  private static String firstInput(JsonObject view) {
    return values(view).keySet().stream().findFirst().orElse("");
  }

  private static JsonObject values(JsonObject view) {
    return Json.inner(Json.inner(view, "state"), "values");
  }

  private static String errors(String block, Text words) {
    JsonObject errors = Json.object(block, words.plain(ZoneOffset.UTC));
    return Json.object("response_action", "errors", "errors", errors).toString();
  }
}
