package io.herald.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;

/** The head of H2's file: one block of facts and its repeat, each with a checksum. */
final class Head {
  private static final String CHECKSUM = "fletcher";

  private Head() {}

  /**
   * A head as it should be: where it names the chunk before the newest one it names the newest,
   * otherwise it is as it came.
   *
   * @param newest the chunk that was written last, or none yet
   */
  static ByteBuffer naming(@Nullable Chunk newest, ByteBuffer head) {
    if (newest == null || head.remaining() != 2 * Chunk.BLOCK) {
      return head;
    }
    String text = StandardCharsets.ISO_8859_1.decode(head.duplicate()).toString();
    try {
      Map<String, String> facts = DataUtils.parseMap(text.substring(0, text.indexOf('\n') + 1));
      if (Chunk.number(facts, "version") != newest.version() - 1) {
        return head;
      }
      facts.remove(CHECKSUM);
      facts.put("block", Long.toHexString(newest.block()));
      facts.put("chunk", Long.toHexString(newest.id()));
      facts.put("version", Long.toHexString(newest.version()));
      return twice(written(facts));
    } catch (MVStoreException | NumberFormatException e) {
      return head;
    }
  }

  private static byte[] written(Map<String, String> facts) {
    var text = new StringBuilder();
    DataUtils.appendMap(text, new HashMap<>(facts));
    byte[] summed = text.toString().getBytes(StandardCharsets.ISO_8859_1);
    DataUtils.appendMap(text, CHECKSUM, DataUtils.getFletcher32(summed, 0, summed.length));
    return text.append('\n').toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private static ByteBuffer twice(byte[] facts) {
    var both = ByteBuffer.allocate(2 * Chunk.BLOCK);
    both.put(0, facts);
    both.put(Chunk.BLOCK, facts);
    return both;
  }
}
