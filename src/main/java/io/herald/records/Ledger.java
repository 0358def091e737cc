package io.herald.records;

import io.herald.settings.EncryptionKeys;
import io.herald.store.Database;
import java.security.SecureRandom;
import java.time.InstantSource;

/** What keeps the chain: who gives entries their place, the key, and who signs with it. */
public record Ledger(Sealer sealer, LedgerKey key, Checkpoints checkpoints) {
  /** The ledger of a database; its key is made where there is none yet. */
  public static Ledger of(
      Database database, EncryptionKeys keys, SecureRandom random, InstantSource clock) {
    var sealer = new Sealer(database);
    LedgerKey key = LedgerKey.of(database, keys, random, clock);
    return new Ledger(sealer, key, new Checkpoints(database, sealer, key, clock));
  }
}
