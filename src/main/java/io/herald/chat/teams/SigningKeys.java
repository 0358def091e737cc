package io.herald.chat.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys with which the channel signs its tokens. What was read stays in use until something
 * newer was read whole: a key server that is down, slow or wrong takes nothing away.
 */
final class SigningKeys {
  private static final Logger LOG = LoggerFactory.getLogger(SigningKeys.class);
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Keys are published days before they are used. */
  private static final Duration FRESH = Duration.ofDays(1);

  /** A token names its key, so anybody could have us ask again and again. */
  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final OkHttpClient http;
  private final String openId;
  private final InstantSource clock;
  private volatile Map<String, Key> keys = Map.of();
  private volatile Instant readAt = Instant.MIN;
  private Instant askedAt = Instant.MIN;

  /**
   * @param openId the address of the document that names the list of keys
   */
  SigningKeys(OkHttpClient http, String openId, InstantSource clock) {
    this.http = http;
    this.openId = openId;
    this.clock = clock;
  }

  /**
   * A published key.
   *
   * @param channels for which channels it signs
   */
  record Key(RSAPublicKey key, Set<String> channels) {}

  Optional<Key> find(String id) {
    boolean stale = clock.instant().isAfter(readAt.plus(FRESH));
    if (stale || !keys.containsKey(id)) {
      refresh();
    }
    return Optional.ofNullable(keys.get(id));
  }

  /** Whether there are keys. */
  boolean readable() {
    if (keys.isEmpty()) {
      refresh();
    }
    return !keys.isEmpty();
  }

  /** Reads the keys, at most once a minute. */
  synchronized void refresh() {
    Instant now = clock.instant();
    if (askedAt.isAfter(now.minus(PAUSE))) {
      return;
    }
    askedAt = now;
    try {
      JsonNode list = get(get(openId).path("jwks_uri").asText());
      var read = new HashMap<String, Key>();
      for (JsonNode key : list.path("keys")) {
        if (key.path("kty").asText().equals("RSA") && key.hasNonNull("kid")) {
          read.put(key.get("kid").asText(), key(key));
        }
      }
      if (read.isEmpty()) {
        throw new IOException("no keys in it");
      }
      keys = Map.copyOf(read);
      readAt = now;
    } catch (IOException | IllegalArgumentException | GeneralSecurityException e) {
      LOG.warn("The keys of Teams' tokens could not be read: {}", e.toString());
    }
  }

  private static Key key(JsonNode json) throws GeneralSecurityException {
    var channels = new HashSet<String>();
    json.path("endorsements").forEach(channel -> channels.add(channel.asText()));
    var spec = new RSAPublicKeySpec(number(json, "n"), number(json, "e"));
    var key = (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(spec);
    return new Key(key, Set.copyOf(channels));
  }

  private static BigInteger number(JsonNode json, String name) {
    return new BigInteger(1, Base64.getUrlDecoder().decode(json.path(name).asText()));
  }

  private JsonNode get(String address) throws IOException {
    Request request = new Request.Builder().url(address).build();
    try (Response response = http.newCall(request).execute()) {
      if (response.code() != 200) {
        throw new IOException("status " + response.code());
      }
      return JSON.readTree(response.body().bytes());
    }
  }
}
