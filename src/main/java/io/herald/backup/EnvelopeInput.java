package io.herald.backup;

import java.io.IOException;
import java.io.InputStream;

/** Opens what was closed, piece by piece; nothing of a piece is given before it is known whole. */
final class EnvelopeInput extends InputStream {
  private final InputStream in;
  private final Envelope envelope;
  private byte[] ahead;
  private byte[] plain = new byte[0];
  private int next;
  private long piece;
  private boolean ended;

  EnvelopeInput(InputStream in, Envelope envelope) throws IOException {
    this.in = in;
    this.envelope = envelope;
    this.ahead = in.readNBytes(Envelope.PIECE + Envelope.TAG);
  }

  @Override
  public int read() throws IOException {
    byte[] single = new byte[1];
    return read(single, 0, 1) < 0 ? -1 : single[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    while (next == plain.length) {
      if (ended) {
        return -1;
      }
      open();
    }
    int taken = Math.min(length, plain.length - next);
    System.arraycopy(plain, next, bytes, from, taken);
    next += taken;
    return taken;
  }

  private void open() throws IOException {
    byte[] closed = ahead;
    ahead = in.readNBytes(Envelope.PIECE + Envelope.TAG);
    ended = ahead.length == 0;
    plain = envelope.opened(piece++, ended, closed);
    next = 0;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
