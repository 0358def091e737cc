package io.herald.records.proof;

import io.herald.records.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The public half of the ledger's key (Ed25519). */
public final class VerifyingKey {
  private static final Pattern PEM =
      Pattern.compile(
          "-----BEGIN PUBLIC KEY-----\\s+([A-Za-z0-9+/=\\s]+?)\\s+-----END PUBLIC KEY-----");
  private static final int SIGNATURE_BYTES = 64;

  private final PublicKey key;
  private final String fingerprint;

  private VerifyingKey(PublicKey key) {
    this.key = key;
    this.fingerprint = Sha256.of(key.getEncoded());
  }

  /**
   * The key of its DER form (SubjectPublicKeyInfo).
   *
   * @throws IllegalArgumentException when it is none
   */
  public static VerifyingKey of(byte[] der) {
    try {
      return new VerifyingKey(
          KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(der)));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("no Ed25519 public key", e);
    }
  }

  /** The key in a text that holds it in PEM form, as {@link #pem} writes it. */
  public static Optional<VerifyingKey> in(String text) {
    Matcher pem = PEM.matcher(text);
    if (!pem.find()) {
      return Optional.empty();
    }
    try {
      return Optional.of(of(Base64.getMimeDecoder().decode(pem.group(1))));
    } catch (IllegalArgumentException noKey) {
      return Optional.empty();
    }
  }

  public String pem() {
    return "-----BEGIN PUBLIC KEY-----\n"
        + Base64.getEncoder().encodeToString(key.getEncoded())
        + "\n-----END PUBLIC KEY-----\n";
  }

  /** Its DER form. */
  public byte[] der() {
    return key.getEncoded();
  }

  /** The hash of its DER form: by it people tell keys apart. */
  public String fingerprint() {
    return fingerprint;
  }

  /** Whether bytes were signed with the other half. */
  public boolean signed(byte[] bytes, byte[] signature) {
    if (signature.length != SIGNATURE_BYTES) {
      return false;
    }
    try {
      Signature check = Signature.getInstance("Ed25519");
      check.initVerify(key);
      check.update(bytes);
      return check.verify(signature);
    } catch (GeneralSecurityException malformed) {
      return false;
    }
  }

  boolean signed(String text, byte[] signature) {
    return signed(text.getBytes(StandardCharsets.UTF_8), signature);
  }
}
