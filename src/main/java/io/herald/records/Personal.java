package io.herald.records;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.herald.store.Tx;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The personal fields of entries: closed before an entry is hashed, opened for whoever may read
 * them while the person's key is there. The shape is that of the page {@code ledger-format}.
 */
public final class Personal {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern KEY = Pattern.compile("member/(\\d+)/([a-z]+)");
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private static final int SALT = 16;

  private final PersonKeys keys;

  public Personal(PersonKeys keys) {
    this.keys = keys;
  }

  /** The content of an entry with its personal fields closed for a person. */
  Map<String, Object> close(
      Tx tx, String kindName, Map<String, Object> content, long person, Instant at) {
    Kind kind = Kind.of(kindName);
    var closed = new TreeMap<String, Object>(content);
    for (Map.Entry<String, Object> field : content.entrySet()) {
      if (kind.isPersonal(field.getKey())) {
        byte[] key = keys.make(tx, person, kind.keptAs(), at);
        closed.put(
            field.getKey(),
            close(key, kindName, field.getKey(), field.getValue(), person, kind.keptAs()));
      }
    }
    return closed;
  }

  private Map<String, Object> close(
      byte[] key, String kind, String field, Object value, long person, KeptAs keptAs) {
    byte[] salt = new byte[SALT];
    keys.fill(salt);
    String opened = Canonical.write(Map.of("salt", HexFormat.of().formatHex(salt), "value", value));
    byte[] nonce = new byte[NONCE];
    keys.fill(nonce);
    byte[] sealed =
        run(
            Cipher.ENCRYPT_MODE,
            key,
            nonce,
            kind + "/" + field,
            opened.getBytes(StandardCharsets.UTF_8));
    byte[] whole = Arrays.copyOf(nonce, NONCE + sealed.length);
    System.arraycopy(sealed, 0, whole, NONCE, sealed.length);
    return Map.of(
        "personal",
        "member/" + person + "/" + keptAs.word(),
        "hash",
        Sha256.of(opened),
        "sealed",
        Base64.getEncoder().encodeToString(whole));
  }

  /**
   * What an entry says, with its personal fields opened.
   *
   * @param readable the entry as JSON with each personal field's value in its place; one whose key
   *     is gone is left out
   * @param opened of each opened field the text that its hash is of
   */
  public record Opened(String readable, Map<String, String> opened) {}

  /** Opens the personal fields of an entry, as far as their keys are there. */
  public Opened open(Tx tx, String canonical) {
    JsonNode entry = read(canonical);
    var opened = new TreeMap<String, String>();
    if (!(entry.path("content") instanceof ObjectNode content)) {
      return new Opened(canonical, opened);
    }
    String kind = entry.path("kind").asText();
    for (String field : content.propertyStream().map(Map.Entry::getKey).toList()) {
      if (content.get(field).has("sealed")) {
        Optional<String> text = open(tx, kind, field, content.get(field));
        text.ifPresent(plain -> opened.put(field, plain));
        content.remove(field);
        text.ifPresent(plain -> content.set(field, read(plain).path("value")));
      }
    }
    return new Opened(entry.toString(), opened);
  }

  /** What one personal field of an entry says, where it can be opened. */
  Optional<String> value(Tx tx, String canonical, String field) {
    return Optional.ofNullable(open(tx, canonical).opened().get(field))
        .map(text -> read(text).path("value").asText());
  }

  private Optional<String> open(Tx tx, String kind, String field, JsonNode closed) {
    Matcher whose = KEY.matcher(closed.path("personal").asText());
    if (!whose.matches()) {
      return Optional.empty();
    }
    return KeptAs.of(whose.group(2))
        .flatMap(keptAs -> keys.find(tx, Long.parseLong(whose.group(1)), keptAs))
        .map(key -> opened(key, kind, field, closed.path("sealed").asText()));
  }

  private static String opened(byte[] key, String kind, String field, String sealed) {
    byte[] whole = Base64.getDecoder().decode(sealed);
    return new String(
        run(
            Cipher.DECRYPT_MODE,
            key,
            Arrays.copyOf(whole, NONCE),
            kind + "/" + field,
            Arrays.copyOfRange(whole, NONCE, whole.length)),
        StandardCharsets.UTF_8);
  }

  private static byte[] run(int mode, byte[] key, byte[] nonce, String place, byte[] text) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
      return cipher.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A personal field was changed", e);
    }
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an entry is no JSON", e);
    }
  }
}
