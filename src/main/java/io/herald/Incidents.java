package io.herald;

import java.security.SecureRandom;
import java.util.function.Supplier;

/** Makes the id of a fault: short enough to read out, and in the log once. */
record Incidents(SecureRandom random) implements Supplier<String> {
  private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

  @Override
  public String get() {
    var id = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      id.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return id.toString();
  }
}
