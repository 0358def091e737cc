package io.herald.sandbox.teams;

import com.fasterxml.jackson.databind.JsonNode;
import io.herald.sandbox.Delivery;
import io.herald.sandbox.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Sends what people do to the bot, with a token as Teams makes it; never twice by itself. */
public final class TeamsSender {
  private static final String JSON = "application/json; charset=utf-8";

  private final Supplier<String> token;
  private final Duration patience;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(3))
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private volatile @Nullable URI address;

  TeamsSender(Supplier<String> token, Duration patience) {
    this.token = token;
    this.patience = patience;
  }

  /** Where the bot listens: its {@code /api/messages}. */
  public void deliverTo(URI messages) {
    address = messages;
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
    URI target = address;
    if (target == null) {
      throw new IllegalStateException("tell the sender first where to deliver to");
    }
    Map<String, String> all = new TreeMap<>(Map.of("Content-Type", JSON));
    all.put("User-Agent", "Microsoft-SkypeBotApi (Microsoft-BotFramework/3.0)");
    all.putAll(headers);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(target)
            .timeout(patience)
            .POST(HttpRequest.BodyPublishers.ofString(body));
    all.forEach(request::header);
    long start = System.nanoTime();
    try {
      HttpResponse<String> answer =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      String type = answer.headers().firstValue("Content-Type").orElse("");
      return new Delivery(JSON, body, answer.statusCode(), answer.body(), type, since(start));
    } catch (HttpTimeoutException e) {
      return new Delivery(JSON, body, 0, "timeout", "", since(start));
    } catch (IOException e) {
      return new Delivery(JSON, body, 0, "unreachable", "", since(start));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Delivery(JSON, body, 0, "unreachable", "", since(start));
    }
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
