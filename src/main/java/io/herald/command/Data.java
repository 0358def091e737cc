package io.herald.command;

import io.herald.backup.Restore;
import io.herald.console.Orders;
import io.herald.settings.Settings;
import java.io.IOException;
import java.nio.file.Path;

/** The way to the data where no Herald runs that has it open. */
public interface Data {
  /**
   * Opens the data, which is there, for an order.
   *
   * @throws RuntimeException when it cannot be opened
   */
  Opened open(Settings settings);

  /**
   * Puts what stands in a backup in the place of the data.
   *
   * @param evenUnsaved also where what is there now cannot be saved first, and is lost
   * @throws IOException when that cannot be; the message says why
   */
  Restore.Restored restore(Settings settings, Path backup, boolean evenUnsaved) throws IOException;

  /** The data, open for this process. */
  interface Opened extends AutoCloseable {
    /** What can be ordered of it. */
    Orders orders();

    @Override
    void close();
  }
}
