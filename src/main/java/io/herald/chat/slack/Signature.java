package io.herald.chat.slack;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Whether a request is Slack's: HMAC-SHA256 over {@code v0:timestamp:body}
 * (https://docs.slack.dev/authentication/verifying-requests-from-slack). The body is taken byte for
 * byte, so that no charset, line ending or encoder can come between.
 */
final class Signature {
  private static final String HEADER = "X-Slack-Signature";
  private static final String TIMESTAMP = "X-Slack-Request-Timestamp";
  private static final String ALGORITHM = "HmacSHA256";

  /** Slack's own figure; it holds for clocks that are ahead as for requests that are old. */
  private static final Duration WINDOW = Duration.ofMinutes(5);

  private final List<SecretKeySpec> secrets;
  private final InstantSource clock;

  /**
   * @param secrets the signing secret, or several while one is being replaced
   */
  Signature(List<String> secrets, InstantSource clock) {
    this.secrets =
        secrets.stream()
            .map(s -> new SecretKeySpec(s.getBytes(StandardCharsets.UTF_8), ALGORITHM))
            .toList();
    this.clock = clock;
  }

  boolean holds(HttpServletRequest request, byte[] body) {
    Optional<String> timestamp = only(request, TIMESTAMP);
    Optional<String> signature = only(request, HEADER);
    if (timestamp.isEmpty() || signature.isEmpty() || !isRecent(timestamp.get())) {
      return false;
    }
    byte[] given = signature.get().getBytes(StandardCharsets.UTF_8);
    boolean found = false;
    // Every secret is tried, so that the time it takes tells nothing.
    for (SecretKeySpec secret : secrets) {
      found |= MessageDigest.isEqual(given, expected(secret, timestamp.get(), body));
    }
    return found;
  }

  /** The one value of a header; a second one could be what somebody else reads. */
  private static Optional<String> only(HttpServletRequest request, String name) {
    List<String> values = Collections.list(request.getHeaders(name));
    return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
  }

  private boolean isRecent(String timestamp) {
    if (!timestamp.matches("[0-9]{1,12}")) {
      return false;
    }
    long away = clock.instant().getEpochSecond() - Long.parseLong(timestamp);
    return Math.abs(away) <= WINDOW.toSeconds();
  }

  private static byte[] expected(SecretKeySpec secret, String timestamp, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(secret);
      mac.update(("v0:" + timestamp + ":").getBytes(StandardCharsets.UTF_8));
      String sum = HexFormat.of().formatHex(mac.doFinal(body));
      return ("v0=" + sum).getBytes(StandardCharsets.UTF_8);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }
}
