package io.herald.records.export;

import io.herald.store.Database;
import java.io.OutputStream;
import java.util.Arrays;

/** A file that is written into the database, a part at a time, each in a transaction of its own. */
final class PartStream extends OutputStream {
  private static final int PART = 256 * 1024;

  /** 512 MiB: what is larger would make the database grow, and is for the command line. */
  private static final int MOST_PARTS = 2_048;

  private final Database database;
  private final long export;
  private final byte[] buffer = new byte[PART];
  private int filled;
  private int position;

  /** The file is larger than what the database is to hold. */
  static final class TooLarge extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  PartStream(Database database, long export) {
    this.database = database;
    this.export = export;
  }

  @Override
  public void write(int one) {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] from, int offset, int length) {
    int at = offset;
    int left = length;
    while (left > 0) {
      int some = Math.min(left, PART - filled);
      System.arraycopy(from, at, buffer, filled, some);
      filled += some;
      at += some;
      left -= some;
      if (filled == PART) {
        flushAll();
      }
    }
  }

  /** Writes what is left over. */
  void flushAll() {
    if (filled == 0) {
      return;
    }
    if (position == MOST_PARTS) {
      throw new TooLarge();
    }
    byte[] part = Arrays.copyOf(buffer, filled);
    int at = position++;
    database.run(tx -> tx.sql(ExportJobSql.class).addPart(export, at, part));
    filled = 0;
  }
}
