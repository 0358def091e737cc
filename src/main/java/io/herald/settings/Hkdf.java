package io.herald.settings;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Keys made from a key, one for each purpose: HKDF with SHA-256 and no salt (RFC 5869). */
public final class Hkdf {
  private static final int HASH_LENGTH = 32;

  private Hkdf() {}

  /**
   * Makes a key of 32 bytes from another.
   *
   * @param purpose what the key is for; another purpose gives another key
   */
  public static byte[] derive(byte[] key, String purpose) {
    return expandOnce(hmac(new byte[HASH_LENGTH], key), purpose.getBytes(StandardCharsets.UTF_8));
  }

  /** The first block of output, which is all that a key of 32 bytes takes. */
  static byte[] expandOnce(byte[] pseudoRandomKey, byte[] info) {
    byte[] input = new byte[info.length + 1];
    System.arraycopy(info, 0, input, 0, info.length);
    input[info.length] = 1;
    return hmac(pseudoRandomKey, input);
  }

  static byte[] hmac(byte[] key, byte[] data) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(data);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }
}
