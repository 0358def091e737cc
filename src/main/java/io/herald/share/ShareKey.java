package io.herald.share;

import io.herald.settings.EncryptionKey;
import io.herald.settings.Hkdf;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/**
 * The AES-256 key of share links that follows from one encryption key, with its number.
 *
 * <p>The number follows from the key alone, so that moving keys about in the setting breaks no
 * link. It only says which key to try: where two keys have the same number (one chance in 62) both
 * are tried, and the zero bits of the block tell which one it was.
 */
final class ShareKey {
  private final char number;
  private final SecretKeySpec key;

  ShareKey(EncryptionKey from) {
    byte[] bytes = from.bytes();
    this.key = new SecretKeySpec(Hkdf.derive(bytes, "herald share link"), "AES");
    int derived = Hkdf.derive(bytes, "herald share link key number")[0] & 0xFF;
    this.number = Base62.digit(derived % Base62.size());
  }

  char number() {
    return number;
  }

  byte[] close(byte[] block) {
    return run(Cipher.ENCRYPT_MODE, block);
  }

  byte[] open(byte[] block) {
    return run(Cipher.DECRYPT_MODE, block);
  }

  /** ECB hides nothing between blocks; here there is one block, and no two links have the same. */
  @SuppressWarnings("InsecureCryptoUsage")
  private byte[] run(int mode, byte[] block) {
    try {
      Cipher aes = Cipher.getInstance("AES/ECB/NoPadding");
      aes.init(mode, key);
      return aes.doFinal(block);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has AES-256", e);
    }
  }
}
