package io.herald.records;

import io.herald.settings.EncryptionKeys;
import io.herald.settings.Envelope;
import io.herald.store.Tx;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A key for each person and retention class. What is encrypted with one can be read while the key
 * is there and by nobody afterwards, wherever it stands: so a person is forgotten without a change
 * of the ledger. Keys are wrapped by the encryption key, so that a copy of the database alone opens
 * nothing.
 */
public final class PersonKeys {
  static final int LENGTH = 32;

  private final Envelope envelope;
  private final SecureRandom random;

  public PersonKeys(EncryptionKeys keys, SecureRandom random) {
    this.envelope = new Envelope(keys, "herald person key", random);
    this.random = random;
  }

  /** A person's key for a class; made where there is none. */
  byte[] make(Tx tx, long member, KeptAs keptAs, Instant at) {
    return find(tx, member, keptAs)
        .orElseGet(
            () -> {
              byte[] key = new byte[LENGTH];
              random.nextBytes(key);
              String wrapped = Base64.getEncoder().encodeToString(envelope.wrap(key));
              tx.sql(PersonKeySql.class).add(member, keptAs, wrapped, at);
              return find(tx, member, keptAs).orElseThrow();
            });
  }

  /** A person's key for a class, unless it was destroyed or never made. */
  Optional<byte[]> find(Tx tx, long member, KeptAs keptAs) {
    Map<Whose, byte[]> found = found(tx);
    var whose = new Whose(member, keptAs);
    Optional<byte[]> known = Optional.ofNullable(found.get(whose));
    if (known.isPresent()) {
      return known;
    }
    Optional<byte[]> key = tx.sql(PersonKeySql.class).wrapped(member, keptAs).map(this::unwrapped);
    key.ifPresent(opened -> found.put(whose, opened));
    return key;
  }

  /** The keys that were asked for in a transaction: most entries of one are of the same person. */
  private static Map<Whose, byte[]> found(Tx tx) {
    return tx.remembered(Found.class, Found::new).keys;
  }

  private record Whose(long member, KeptAs keptAs) {}

  private static final class Found {
    private final Map<Whose, byte[]> keys = new HashMap<>();
  }

  private byte[] unwrapped(String wrapped) {
    return envelope
        .open(Base64.getDecoder().decode(wrapped))
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "A person's key does not open: the encryption key that wrapped it is missing"));
  }

  /** Destroys a person's key for a class: what it encrypted is gone. */
  public boolean destroy(Tx tx, long member, KeptAs keptAs) {
    found(tx).remove(new Whose(member, keptAs));
    return tx.sql(PersonKeySql.class).destroy(member, keptAs) > 0;
  }

  /** The classes under which something of a person is encrypted. */
  public List<KeptAs> classes(Tx tx, long member) {
    return tx.sql(PersonKeySql.class).classes(member);
  }

  /** Wraps with the newest encryption key what an older one wrapped, so that that one can go. */
  public void renew(Tx tx) {
    var sql = tx.sql(PersonKeySql.class);
    for (PersonKeySql.Row row : sql.all()) {
      byte[] wrapped = Base64.getDecoder().decode(row.wrapped());
      if (envelope.isOld(wrapped)) {
        sql.rewrap(
            row.member(),
            row.keptAs(),
            Base64.getEncoder().encodeToString(envelope.wrap(unwrapped(row.wrapped()))));
      }
    }
  }

  void fill(byte[] bytes) {
    random.nextBytes(bytes);
  }
}
