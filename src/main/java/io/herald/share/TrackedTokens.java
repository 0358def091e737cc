package io.herald.share;

import java.security.SecureRandom;

/**
 * Makes the tokens of tracked links: ten characters by chance, so that the public reads nothing.
 */
public final class TrackedTokens {
  static final int LENGTH = 10;
  private final SecureRandom random;

  public TrackedTokens(SecureRandom random) {
    this.random = random;
  }

  String next() {
    StringBuilder token = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      token.append(Base62.digit(random.nextInt(Base62.size())));
    }
    return token.toString();
  }

  /** Whether a text could be such a token, so that the database need not be asked about others. */
  static boolean couldBe(String text) {
    return text.length() == LENGTH && Base62.isBase62(text);
  }
}
