package io.herald.sandbox.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.herald.sandbox.Json;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The keys that sign tokens, by what they are called; made once for all doubles of a process. */
final class Keys {
  /** Signs what Teams sends to bots. */
  static final String CHANNEL = "channel-key";

  /** Published beside it, but not endorsed for Teams. */
  static final String OTHER_CHANNEL = "webchat-key";

  /** Signs what Entra issues. */
  static final String ENTRA = "entra-key";

  /** Published nowhere. */
  static final String STRANGER = "stranger-key";

  private static final Map<String, KeyPair> PAIRS = new ConcurrentHashMap<>();

  private Keys() {}

  /** Makes the keys that are needed in any case, which takes a while. */
  static void ready() {
    List.of(CHANNEL, ENTRA).parallelStream().forEach(Keys::pair);
  }

  private static KeyPair pair(String name) {
    // Which channel a key is for is said of its name, so that one pair does for both.
    String pair = name.equals(OTHER_CHANNEL) ? CHANNEL : name;
    return PAIRS.computeIfAbsent(pair, any -> make());
  }

  private static KeyPair make() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has RSA", e);
    }
  }

  /** The public half, as a set of keys lists it. */
  static ObjectNode published(String name) {
    RSAPublicKey key = (RSAPublicKey) pair(name).getPublic();
    return Json.object()
        .put("kty", "RSA")
        .put("use", "sig")
        .put("alg", "RS256")
        .put("kid", name)
        .put("x5t", name)
        .put("n", number(key.getModulus()))
        .put("e", number(key.getPublicExponent()));
  }

  private static String number(BigInteger value) {
    byte[] bytes = value.toByteArray();
    int from = bytes[0] == 0 ? 1 : 0;
    return base64(java.util.Arrays.copyOfRange(bytes, from, bytes.length));
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** A token with these claims, signed by the key, under whatever name its header gives. */
  static String sign(JsonNode header, JsonNode claims, String key) {
    String content = part(header) + "." + part(claims);
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(pair(key).getPrivate());
      signature.update(content.getBytes(StandardCharsets.US_ASCII));
      return content + "." + base64(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK signs with RSA", e);
    }
  }

  /** A token that says of itself that nobody signed it. */
  static String unsigned(JsonNode claims) {
    return part(Json.object().put("alg", "none").put("typ", "JWT")) + "." + part(claims) + ".";
  }

  private static String part(JsonNode json) {
    return base64(Json.text(json).getBytes(StandardCharsets.UTF_8));
  }
}
