package io.herald.backup;

import io.herald.settings.EncryptionKey;
import io.herald.settings.EncryptionKeys;
import io.herald.settings.Hkdf;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * How a backup is closed and opened: a head that says which key, then pieces of 64 KiB, each closed
 * with AES-256-GCM under a key for this file alone. A piece's nonce is its number and whether it is
 * the last, so that none can be left out, moved or cut off.
 */
final class Envelope {
  static final int PIECE = 64 * 1024;
  static final int TAG = 16;
  private static final byte[] MARK = "HERALD BACKUP 1\n".getBytes(StandardCharsets.US_ASCII);
  private static final int NUMBER = 4;
  private static final int SALT = 16;

  private final byte[] head;
  private final SecretKeySpec key;

  private Envelope(byte[] head, EncryptionKey from) {
    this.head = head;
    String salt = HexFormat.of().formatHex(head, MARK.length + NUMBER, head.length);
    this.key = new SecretKeySpec(Hkdf.derive(from.bytes(), "herald backup " + salt), "AES");
  }

  /** A new one, closed with the newest key. */
  static OutputStream close(OutputStream out, EncryptionKeys keys, SecureRandom random)
      throws IOException {
    byte[] salt = new byte[SALT];
    random.nextBytes(salt);
    byte[] head =
        ByteBuffer.allocate(MARK.length + NUMBER + SALT)
            .put(MARK)
            .put(number(keys.newest()))
            .put(salt)
            .array();
    out.write(head);
    return new EnvelopeOutput(out, new Envelope(head, keys.newest()));
  }

  /**
   * Opens one.
   *
   * @throws Unreadable when it is no backup, or closed with a key that is not there; reading throws
   *     it where a piece is not as it was written
   */
  static InputStream open(InputStream in, EncryptionKeys keys) throws IOException {
    byte[] head = in.readNBytes(MARK.length + NUMBER + SALT);
    if (head.length < MARK.length + NUMBER + SALT
        || !Arrays.equals(MARK, Arrays.copyOf(head, MARK.length))) {
      throw new Unreadable("This is not a backup of Herald's.");
    }
    byte[] number = Arrays.copyOfRange(head, MARK.length, MARK.length + NUMBER);
    for (EncryptionKey key : keys.all()) {
      if (Arrays.equals(number, number(key))) {
        return new EnvelopeInput(new DataInputStream(in), new Envelope(head, key));
      }
    }
    throw new Unreadable(
        "This backup was made with another encryption key. Set HERALD_ENCRYPTION_KEY to the key"
            + " of that time, behind the present one and a comma if there is one.");
  }

  byte[] closed(long piece, boolean last, byte[] plain, int length) {
    try {
      return cipher(Cipher.ENCRYPT_MODE, piece, last).doFinal(plain, 0, length);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has AES-GCM", e);
    }
  }

  byte[] opened(long piece, boolean last, byte[] closed) throws Unreadable {
    if (closed.length < TAG) {
      throw new Unreadable("This backup was cut off.");
    }
    try {
      return cipher(Cipher.DECRYPT_MODE, piece, last).doFinal(closed);
    } catch (GeneralSecurityException e) {
      throw new Unreadable("This backup is damaged or was cut off.");
    }
  }

  private Cipher cipher(int mode, long piece, boolean last) throws GeneralSecurityException {
    byte[] nonce = ByteBuffer.allocate(12).putInt(0, last ? 1 : 0).putLong(4, piece).array();
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(8 * TAG, nonce));
    cipher.updateAAD(head);
    return cipher;
  }

  /** Says which key without saying anything about it. */
  private static byte[] number(EncryptionKey key) {
    return Arrays.copyOf(Hkdf.derive(key.bytes(), "herald backup key number"), NUMBER);
  }
}
