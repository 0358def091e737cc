package io.herald.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;

/**
 * A chunk of H2's file, as far as the head of the file names it. The format is described at {@code
 * https://h2database.com/html/mvstore.html#fileFormat}.
 *
 * @param block where it begins, in blocks of 4 KiB
 */
record Chunk(long block, long id, long version) {
  static final int BLOCK = 4096;
  private static final byte[] BEGINNING = "chunk:".getBytes(StandardCharsets.ISO_8859_1);
  private static final int LONGEST_BEGINNING = 1024;

  /** The chunk that is written to a place; null where it is something else. */
  static @Nullable Chunk in(ByteBuffer written, long at) {
    ByteBuffer start = written.duplicate();
    start.limit(start.position() + Math.min(start.remaining(), LONGEST_BEGINNING));
    if (at % BLOCK != 0 || start.mismatch(ByteBuffer.wrap(BEGINNING)) < BEGINNING.length) {
      return null;
    }
    String text = StandardCharsets.ISO_8859_1.decode(start).toString();
    int end = text.indexOf('\n');
    try {
      Map<String, String> facts = DataUtils.parseMap(text.substring(0, Math.max(end, 0)));
      return new Chunk(at / BLOCK, number(facts, "chunk"), number(facts, "version"));
    } catch (MVStoreException | NumberFormatException e) {
      return null;
    }
  }

  static long number(Map<String, String> facts, String name) {
    return Long.parseUnsignedLong(facts.getOrDefault(name, ""), 16);
  }
}
