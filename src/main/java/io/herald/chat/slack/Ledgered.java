package io.herald.chat.slack;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.herald.chat.Courier.Sent;
import io.herald.chat.PlatformFailure;
import io.herald.chat.PlatformFailure.Kind;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The mark that each message carries, and how a message is found again by it. */
final class Ledgered {
  private static final String TYPE = "herald_delivery";

  /** Slack stamps a message with its own clock, which may be a little behind ours. */
  private static final long SLACK_SECONDS_BEHIND = 5;

  private static final int PAGES = 20;

  private final SlackClient client;

  Ledgered(SlackClient client) {
    this.client = client;
  }

  /** An id and nothing else: every app and member of the workspace can read it. */
  static JsonObject metadata(long delivery) {
    return Json.object(
        "event_type", TYPE, "event_payload", Json.object("delivery_id", Long.toString(delivery)));
  }

  Optional<Sent> find(String channel, long delivery, Instant since) {
    if (channel.startsWith("U") || channel.startsWith("W")) {
      // The direct conversation with a user has an id of its own, which we do not know.
      throw new PlatformFailure(Kind.FORBIDDEN, "the conversation with a user is not known");
    }
    if (!mayRead(channel)) {
      throw new PlatformFailure(Kind.FORBIDDEN, "no scope to read the conversation");
    }
    String cursor = "";
    for (int page = 0; page < PAGES; page++) {
      JsonObject answer = client.ask("conversations.history", form(channel, since, cursor));
      for (JsonElement element : Json.list(answer, "messages")) {
        if (element instanceof JsonObject message && isOurs(message, delivery)) {
          return Optional.of(new Sent(channel, Json.text(message, "ts")));
        }
      }
      cursor = Json.text(Json.inner(answer, "response_metadata"), "next_cursor");
      if (!Json.yes(answer, "has_more") || cursor.isEmpty()) {
        return Optional.empty();
      }
    }
    throw new PlatformFailure(Kind.UNAVAILABLE, "too much was said since to look through");
  }

  /** A private channel's id may begin as a public one's. */
  private boolean mayRead(String channel) {
    SlackGrants grants = client.grants();
    return channel.startsWith("D")
        ? grants.mayHave("im:history")
        : grants.mayHave("channels:history") || grants.mayHave("groups:history");
  }

  private static Map<String, String> form(String channel, Instant since, String cursor) {
    var form = new LinkedHashMap<String, String>();
    form.put("channel", channel);
    form.put("oldest", (since.getEpochSecond() - SLACK_SECONDS_BEHIND) + ".000000");
    form.put("include_all_metadata", "true");
    form.put("limit", "100");
    if (!cursor.isEmpty()) {
      form.put("cursor", cursor);
    }
    return form;
  }

  private static boolean isOurs(JsonObject message, long delivery) {
    JsonObject metadata = Json.inner(message, "metadata");
    String id = Json.text(Json.inner(metadata, "event_payload"), "delivery_id");
    return Json.text(metadata, "event_type").equals(TYPE) && id.equals(Long.toString(delivery));
  }
}
