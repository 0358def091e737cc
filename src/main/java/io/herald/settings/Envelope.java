package io.herald.settings;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Wraps what must stand in the database and be read by Herald alone: AES-256-GCM with a key made
 * from the encryption key for one purpose. What an older encryption key wrapped still opens.
 */
public final class Envelope {
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final EncryptionKeys keys;
  private final String purpose;
  private final SecureRandom random;

  /**
   * @param purpose what is wrapped; what was wrapped for another purpose does not open
   */
  public Envelope(EncryptionKeys keys, String purpose, SecureRandom random) {
    this.keys = keys;
    this.purpose = purpose;
    this.random = random;
  }

  /** Wraps with the newest key; the nonce stands before the rest. */
  public byte[] wrap(byte[] content) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      byte[] closed = cipher(Cipher.ENCRYPT_MODE, keys.newest(), nonce).doFinal(content);
      return ByteBuffer.allocate(nonce.length + closed.length).put(nonce).put(closed).array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has AES-GCM", e);
    }
  }

  /** Opens what was wrapped; nothing where no key fits or it was changed. */
  public Optional<byte[]> open(byte[] wrapped) {
    return keys.all().stream().flatMap(key -> open(key, wrapped).stream()).findFirst();
  }

  /** Whether something no longer opens with the newest key. */
  public boolean isOld(byte[] wrapped) {
    return open(keys.newest(), wrapped).isEmpty();
  }

  private Optional<byte[]> open(EncryptionKey key, byte[] wrapped) {
    if (wrapped.length < NONCE_BYTES + TAG_BITS / 8) {
      return Optional.empty();
    }
    byte[] nonce = java.util.Arrays.copyOf(wrapped, NONCE_BYTES);
    try {
      return Optional.of(
          cipher(Cipher.DECRYPT_MODE, key, nonce)
              .doFinal(wrapped, NONCE_BYTES, wrapped.length - NONCE_BYTES));
    } catch (AEADBadTagException notWithThisKey) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has AES-GCM", e);
    }
  }

  private Cipher cipher(int mode, EncryptionKey key, byte[] nonce) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        mode,
        new SecretKeySpec(Hkdf.derive(key.bytes(), purpose), "AES"),
        new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
