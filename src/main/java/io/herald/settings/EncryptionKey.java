package io.herald.settings;

import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** A key of 32 bytes. It never prints itself. */
public final class EncryptionKey {
  static final int LENGTH = 32;

  private final byte[] bytes;

  EncryptionKey(byte[] bytes) {
    if (bytes.length != LENGTH) {
      throw new IllegalArgumentException("An encryption key has 32 bytes");
    }
    this.bytes = bytes.clone();
  }

  /** Reads base64 (padded or not); empty when it is not base64 of 32 bytes. */
  static Optional<EncryptionKey> read(String base64) {
    try {
      byte[] bytes = Base64.getDecoder().decode(base64);
      return bytes.length == LENGTH ? Optional.of(new EncryptionKey(bytes)) : Optional.empty();
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  /** A copy of the bytes. */
  public byte[] bytes() {
    return bytes.clone();
  }

  String base64() {
    return Base64.getEncoder().encodeToString(bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof EncryptionKey key && Arrays.equals(bytes, key.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "•••";
  }
}
