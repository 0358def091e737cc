package io.herald.records.proof;

import io.herald.records.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Walks along the chain of an export, entry by entry, and stops where it does not hold. */
final class ChainWalk {
  private static final HexFormat HEX = HexFormat.of();
  private static final int HASH_DIGITS = 64;

  private final Lines chain;
  private final Lines entries;
  private final MessageDigest digest = Sha256.begun();
  private byte[] hash;
  private long number;
  private long shown;

  /** The chain does not hold at an entry. */
  static final class Broken extends Exception {
    private static final long serialVersionUID = 1;

    final long number;
    final String what;

    Broken(long number, String what) {
      super(what);
      this.what = what;
      this.number = number;
    }
  }

  /** An entry that holds; its content where it is shown. */
  static final class Step {
    final long number;
    final byte @Nullable [] content;

    Step(long number, byte @Nullable [] content) {
      this.number = number;
      this.content = content;
    }
  }

  ChainWalk(Manifest.Place before, Lines chain, Lines entries) {
    this.chain = chain;
    this.entries = entries;
    this.hash = HEX.parseHex(before.chain());
    this.number = before.number();
  }

  long number() {
    return number;
  }

  long shown() {
    return shown;
  }

  /** The chain hash at the entry that was reached. */
  String hash() {
    return HEX.formatHex(hash);
  }

  /** The next entry; none at the end of the chain, when no content is left either. */
  @Nullable Step next() throws IOException, Broken {
    byte[] line;
    try {
      line = chain.next();
    } catch (IllegalArgumentException e) {
      throw new Broken(number + 1, "chain.txt " + e.getMessage());
    }
    if (line == null) {
      if (content() != null) {
        throw new Broken(number + 1, "entries.jsonl has more lines than chain.txt shows");
      }
      return null;
    }
    return take(line);
  }

  private Step take(byte[] line) throws IOException, Broken {
    long expected = number + 1;
    byte[] begins = (expected + " ").getBytes(StandardCharsets.US_ASCII);
    int kind = begins.length;
    if (line.length < kind + 2
        || !Arrays.equals(line, 0, kind, begins, 0, kind)
        || line[kind + 1] != ' ') {
      throw new Broken(expected, "chain.txt has no line for it");
    }
    byte[] content = null;
    byte[] contentHash;
    int rest = kind + 2;
    if (line[kind] == '+') {
      content = content();
      if (content == null) {
        throw new Broken(expected, "entries.jsonl has no line for it");
      }
      contentHash = digest.digest(content);
      shown++;
    } else if (line[kind] == '-' && line.length > rest + HASH_DIGITS) {
      contentHash = hex(line, rest, expected);
      rest += HASH_DIGITS;
      if (line[rest++] != ' ') {
        throw new Broken(expected, "chain.txt has no line for it");
      }
    } else {
      throw new Broken(expected, "chain.txt has no line for it");
    }
    if (line.length != rest + HASH_DIGITS) {
      throw new Broken(expected, "chain.txt has no line for it");
    }
    digest.update(hash);
    byte[] next = digest.digest(contentHash);
    if (!Arrays.equals(next, hex(line, rest, expected))) {
      throw new Broken(expected, "its content is not what the chain holds");
    }
    hash = next;
    number = expected;
    return new Step(number, content);
  }

  private byte @Nullable [] content() throws IOException, Broken {
    try {
      return entries.next();
    } catch (IllegalArgumentException e) {
      throw new Broken(number + 1, "entries.jsonl " + e.getMessage());
    }
  }

  private static byte[] hex(byte[] line, int at, long number) throws Broken {
    byte[] bytes = new byte[HASH_DIGITS / 2];
    for (int i = 0; i < bytes.length; i++) {
      int high = digit(line[at + 2 * i]);
      int low = digit(line[at + 2 * i + 1]);
      if (high < 0 || low < 0) {
        throw new Broken(number, "chain.txt has no hash for it");
      }
      bytes[i] = (byte) (high << 4 | low);
    }
    return bytes;
  }

  private static int digit(byte character) {
    if (character >= '0' && character <= '9') {
      return character - '0';
    }
    return character >= 'a' && character <= 'f' ? character - 'a' + 10 : -1;
  }
}
