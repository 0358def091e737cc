package io.herald.records;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The ledger's hash, written as 64 small hexadecimal digits. */
public final class Sha256 {
  /** What stands before the first entry of a chain. */
  public static final String NOTHING = "0".repeat(64);

  private Sha256() {}

  /** A digest that has taken nothing yet. */
  public static MessageDigest begun() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** The hash of a text, as UTF-8. */
  public static String of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  public static String of(byte[] bytes) {
    return HexFormat.of().formatHex(begun().digest(bytes));
  }

  /** The chain's hash at an entry: that of the 32 bytes before it and the 32 of its content. */
  public static String link(String before, String content) {
    MessageDigest digest = begun();
    digest.update(HexFormat.of().parseHex(before));
    return HexFormat.of().formatHex(digest.digest(HexFormat.of().parseHex(content)));
  }
}
