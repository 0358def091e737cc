package io.herald.console;

import io.herald.records.proof.VerifyingKey;
import java.util.List;

/** Prints the key by which the record is verified. */
public final class KeyOrder implements Order {
  private final VerifyingKey key;

  public KeyOrder(VerifyingKey key) {
    this.key = key;
  }

  @Override
  public int carryOut(List<String> arguments, Told told) {
    // What stands outside the two lines is no part of the key, for every reader of such files.
    told.say("Fingerprint: " + key.fingerprint());
    key.pem().lines().forEach(told::say);
    return 0;
  }
}
