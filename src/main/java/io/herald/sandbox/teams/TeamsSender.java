package io.herald.sandbox.teams;

import com.fasterxml.jackson.databind.JsonNode;
import io.herald.sandbox.Delivery;
import io.herald.sandbox.Json;
import io.herald.sandbox.Messenger;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Sends what people do to the bot, with a token as Teams makes it; never twice by itself. */
public final class TeamsSender {
  private static final String JSON = "application/json; charset=utf-8";

  private final Supplier<String> token;
  private final Messenger messenger;

  TeamsSender(Supplier<String> token, Duration patience) {
    this.token = token;
    this.messenger = new Messenger(patience, "timeout", "unreachable");
  }

  /** Where the bot listens: its {@code /api/messages}. */
  public void deliverTo(URI messages) {
    messenger.deliverTo(messages);
  }

  /** Sends an activity. */
  public Delivery send(JsonNode activity) {
    return signed(Json.text(activity));
  }

  /** The same activity again, as Teams repeats what was not answered in time. */
  public Delivery again(Delivery before) {
    return signed(before.body());
  }

  /** Any body with this token; empty for none. */
  public Delivery send(String body, String bearer) {
    return raw(body, bearer.isEmpty() ? Map.of() : Map.of("Authorization", "Bearer " + bearer));
  }

  private Delivery signed(String body) {
    return send(body, token.get());
  }

  /** Any request, with these headers: for what Teams never sends. */
  public Delivery raw(String body, Map<String, String> headers) {
    Map<String, String> all =
        new TreeMap<>(Map.of("User-Agent", "Microsoft-SkypeBotApi (Microsoft-BotFramework/3.0)"));
    all.putAll(headers);
    return messenger.send(JSON, body, all);
  }
}
