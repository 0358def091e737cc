package io.herald.sandbox;

import java.util.random.RandomGenerator;

/** Ids as Slack makes them: a letter that tells the kind, then capitals and digits. */
final class Ids {
  private static final String SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

  private final RandomGenerator random;

  Ids(RandomGenerator random) {
    this.random = random;
  }

  synchronized String next(String prefix, int length) {
    StringBuilder id = new StringBuilder(prefix);
    for (int i = 0; i < length; i++) {
      id.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
    }
    return id.toString();
  }
}
