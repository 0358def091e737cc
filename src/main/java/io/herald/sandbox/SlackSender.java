package io.herald.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Sends what people do to the app, signed as Slack signs it; never twice by itself. */
public final class SlackSender {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String JSON = "application/json";

  private final String secret;
  private final InstantSource clock;
  private final Messenger messenger;

  SlackSender(String secret, InstantSource clock, Duration patience) {
    this.secret = secret;
    this.clock = clock;
    this.messenger = new Messenger(patience, "operation_timeout", "dispatch_failed");
  }

  /** Where the app listens: its {@code /slack/events}. */
  public void deliverTo(URI events) {
    messenger.deliverTo(events);
  }

  /** A slash command, or an interaction as {@code payload}. */
  public Delivery form(Map<String, String> fields) {
    StringJoiner body = new StringJoiner("&");
    fields.forEach((name, value) -> body.add(name + "=" + encode(value)));
    return signed(FORM, body.toString(), Map.of());
  }

  /** An interaction: {@code block_actions}, {@code view_submission}, … */
  public Delivery interaction(JsonNode payload) {
    return form(Map.of("payload", Json.text(payload)));
  }

  /** An event with its envelope, or any other JSON. */
  public Delivery event(JsonNode envelope) {
    return signed(JSON, Json.text(envelope), Map.of());
  }

  /** The same body again, signed anew, as when a person's click arrives twice. */
  public Delivery again(Delivery before) {
    return signed(before.contentType(), before.body(), Map.of());
  }

  /** The same event again, as Slack repeats it: number 1 to 3, reason such as http_timeout. */
  public Delivery retry(Delivery before, int number, String reason) {
    return signed(
        before.contentType(),
        before.body(),
        Map.of("X-Slack-Retry-Num", Integer.toString(number), "X-Slack-Retry-Reason", reason));
  }

  private Delivery signed(String type, String body, Map<String, String> headers) {
    String timestamp = Long.toString(clock.instant().getEpochSecond());
    Map<String, String> all = new TreeMap<>(headers);
    all.put("X-Slack-Request-Timestamp", timestamp);
    all.put("X-Slack-Signature", signature(secret, timestamp, body));
    return raw(type, body, all);
  }

  /** Any request, with these headers and no others of Slack's: for what Slack never sends. */
  public Delivery raw(String type, String body, Map<String, String> headers) {
    Map<String, String> all =
        new TreeMap<>(
            Map.of(
                "User-Agent",
                "Slackbot 1.0 (+https://api.slack.com/robots)",
                "Accept",
                "application/json,*/*"));
    all.putAll(headers);
    return messenger.send(type, body, all);
  }

  /** Version 0 of Slack's signature over the timestamp and the bytes of the body. */
  public static String signature(String secret, String timestamp, String body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      String base = "v0:" + timestamp + ":" + body;
      byte[] sum = mac.doFinal(base.getBytes(StandardCharsets.UTF_8));
      return "v0=" + HexFormat.of().formatHex(sum);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }

  /** Slack escapes the asterisk, which Java's encoder leaves: re-encoding changes the bytes. */
  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("*", "%2A");
  }
}
