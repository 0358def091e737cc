package io.herald.members;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * A code that one account shows and another takes: eight characters that nobody takes for one
 * another, and that make no word. The front finds it, so that tries are counted for it; the rest is
 * its secret.
 */
record LinkCode(String front, String rest) {
  private static final String LETTERS = "23456789BCDFGHJKMNPQRTVWXZ";
  private static final int FRONT = 3;
  private static final int LENGTH = 8;

  static LinkCode make(SecureRandom random) {
    var made = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      made.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return new LinkCode(made.substring(0, FRONT), made.substring(FRONT));
  }

  /** Reads what was typed, whatever the case, hyphens and spaces. */
  static Optional<LinkCode> read(String typed) {
    String clean = typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    boolean like = clean.length() == LENGTH && clean.chars().allMatch(c -> LETTERS.indexOf(c) >= 0);
    return like
        ? Optional.of(new LinkCode(clean.substring(0, FRONT), clean.substring(FRONT)))
        : Optional.empty();
  }

  /** As it is shown: {@code 4KT-7QPXM}. */
  String shown() {
    return front + "-" + rest;
  }

  String hash() {
    return HexFormat.of().formatHex(sha256(front + "/" + rest));
  }

  boolean has(String hash) {
    return MessageDigest.isEqual(
        hash.getBytes(StandardCharsets.US_ASCII), hash().getBytes(StandardCharsets.US_ASCII));
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "a code";
  }
}
