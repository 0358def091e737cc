package io.herald.records;

import io.herald.records.proof.VerifyingKey;
import io.herald.settings.EncryptionKeys;
import io.herald.settings.Envelope;
import io.herald.store.Database;
import io.herald.store.Tx;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;

/**
 * The key that signs for the ledger (Ed25519). It is made once and stands in the database, wrapped
 * by the encryption key, so that all nodes sign alike and a backup alone signs nothing.
 */
public final class LedgerKey {
  private final PrivateKey signing;
  private final VerifyingKey verifying;

  private LedgerKey(PrivateKey signing, VerifyingKey verifying) {
    this.signing = signing;
    this.verifying = verifying;
  }

  /**
   * The ledger's key, made where there is none yet.
   *
   * @throws IllegalStateException when none of the encryption keys opens it
   */
  public static LedgerKey of(
      Database database, EncryptionKeys keys, SecureRandom random, InstantSource clock) {
    var envelope = new Envelope(keys, "herald ledger key", random);
    return database.inTransaction(
        tx -> {
          Optional<CheckpointSql.KeyRow> known = tx.sql(CheckpointSql.class).key();
          if (known.isEmpty()) {
            make(tx, envelope, random, clock);
            // Another node may have made it meanwhile; that one counts.
            known = tx.sql(CheckpointSql.class).key();
          }
          return opened(tx, known.orElseThrow(), envelope);
        });
  }

  private static void make(Tx tx, Envelope envelope, SecureRandom random, InstantSource clock) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
      generator.initialize(NamedParameterSpec.ED25519, random);
      KeyPair pair = generator.generateKeyPair();
      tx.sql(CheckpointSql.class)
          .addKey(
              base64(pair.getPublic().getEncoded()),
              base64(envelope.wrap(pair.getPrivate().getEncoded())),
              clock.instant().truncatedTo(ChronoUnit.MILLIS));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has Ed25519", e);
    }
  }

  private static LedgerKey opened(Tx tx, CheckpointSql.KeyRow row, Envelope envelope) {
    byte[] wrapped = Base64.getDecoder().decode(row.wrapped());
    byte[] opened =
        envelope
            .open(wrapped)
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "The ledger's key does not open with HERALD_ENCRYPTION_KEY: the key that"
                            + " wrapped it is missing there"));
    if (envelope.isOld(wrapped)) {
      tx.sql(CheckpointSql.class).rewrap(base64(envelope.wrap(opened)));
    }
    try {
      return new LedgerKey(
          KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(opened)),
          VerifyingKey.of(Base64.getDecoder().decode(row.publicKey())));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The ledger's key cannot be read", e);
    }
  }

  /** The half that everybody may have. */
  public VerifyingKey verifying() {
    return verifying;
  }

  /** The signature of a text's bytes in UTF-8: 64 bytes. */
  public byte[] sign(String text) {
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(signing);
      signature.update(text.getBytes(StandardCharsets.UTF_8));
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK signs with Ed25519", e);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
