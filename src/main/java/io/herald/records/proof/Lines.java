package io.herald.records.proof;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The lines of a file as their bytes, each ended by a line feed, the last one too. */
final class Lines implements AutoCloseable {
  private final InputStream in;
  private final byte[] buffer = new byte[1 << 16];
  private int at;
  private int end;

  Lines(InputStream in) {
    this.in = in;
  }

  /**
   * The next line without its line feed; none at the end.
   *
   * @throws IllegalArgumentException when the file ends within a line
   */
  byte @Nullable [] next() throws IOException {
    ByteArrayOutputStream begun = null;
    while (true) {
      if (at == end) {
        end = in.read(buffer);
        at = 0;
        if (end <= 0) {
          end = 0;
          if (begun == null) {
            return null;
          }
          throw new IllegalArgumentException("ends within a line");
        }
      }
      int feed = at;
      while (feed < end && buffer[feed] != '\n') {
        feed++;
      }
      if (feed < end && begun == null) {
        byte[] line = java.util.Arrays.copyOfRange(buffer, at, feed);
        at = feed + 1;
        return line;
      }
      if (begun == null) {
        begun = new ByteArrayOutputStream();
      }
      begun.write(buffer, at, feed - at);
      boolean whole = feed < end;
      at = whole ? feed + 1 : feed;
      if (whole) {
        return begun.toByteArray();
      }
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
