package io.herald.share;

import java.math.BigInteger;
import java.util.Optional;

/**
 * Numbers in digits, upper-case and lower-case letters: what no chat and no mail program breaks.
 */
final class Base62 {
  private static final String DIGITS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final BigInteger BASE = BigInteger.valueOf(DIGITS.length());

  /** How many characters hold any block of 16 bytes. */
  static final int BLOCK_LENGTH = 22;

  private static final int BLOCK_BYTES = 16;

  private Base62() {}

  static int size() {
    return DIGITS.length();
  }

  /** The character for a number from 0 to 61. */
  static char digit(int number) {
    return DIGITS.charAt(number);
  }

  static boolean isBase62(String text) {
    return text.chars().allMatch(c -> DIGITS.indexOf(c) >= 0);
  }

  static String write(byte[] block) {
    BigInteger rest = new BigInteger(1, block);
    char[] out = new char[BLOCK_LENGTH];
    for (int i = BLOCK_LENGTH - 1; i >= 0; i--) {
      BigInteger[] divided = rest.divideAndRemainder(BASE);
      out[i] = digit(divided[1].intValue());
      rest = divided[0];
    }
    return new String(out);
  }

  /** The block that was written so; empty for what no block is written as. */
  static Optional<byte[]> read(String text) {
    if (text.length() != BLOCK_LENGTH || !isBase62(text)) {
      return Optional.empty();
    }
    BigInteger number = BigInteger.ZERO;
    for (int i = 0; i < text.length(); i++) {
      number = number.multiply(BASE).add(BigInteger.valueOf(DIGITS.indexOf(text.charAt(i))));
    }
    if (number.bitLength() > BLOCK_BYTES * 8) {
      return Optional.empty();
    }
    byte[] block = new byte[BLOCK_BYTES];
    for (int i = BLOCK_BYTES - 1; i >= 0; i--) {
      block[i] = number.byteValue();
      number = number.shiftRight(8);
    }
    return Optional.of(block);
  }
}
