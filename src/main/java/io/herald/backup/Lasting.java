package io.herald.backup;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;

/** A file whose bytes are on the disk itself once it is closed. */
final class Lasting extends FilterOutputStream {
  private final FileChannel channel;

  Lasting(OutputStream out, FileChannel channel) {
    super(out);
    this.channel = channel;
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    out.write(bytes, from, length);
  }

  @Override
  public void close() throws IOException {
    flush();
    channel.force(true);
    super.close();
  }
}
