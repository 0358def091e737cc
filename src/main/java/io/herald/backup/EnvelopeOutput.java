package io.herald.backup;

import java.io.IOException;
import java.io.OutputStream;

/** Closes what is written, piece by piece. Only {@link #close} writes the last one. */
final class EnvelopeOutput extends OutputStream {
  private final OutputStream out;
  private final Envelope envelope;
  private final byte[] plain = new byte[Envelope.PIECE];
  private int filled;
  private long piece;
  private boolean ended;

  EnvelopeOutput(OutputStream out, Envelope envelope) {
    this.out = out;
    this.envelope = envelope;
  }

  @Override
  public void write(int single) throws IOException {
    write(new byte[] {(byte) single}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    int next = from;
    while (next < from + length) {
      if (filled == plain.length) {
        out.write(envelope.closed(piece++, false, plain, filled));
        filled = 0;
      }
      int taken = Math.min(plain.length - filled, from + length - next);
      System.arraycopy(bytes, next, plain, filled, taken);
      filled += taken;
      next += taken;
    }
  }

  @Override
  public void close() throws IOException {
    if (!ended) {
      ended = true;
      out.write(envelope.closed(piece, true, plain, filled));
      out.close();
    }
  }
}
