package io.herald.command;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Whether somebody has an H2 file open: H2 lets one process in, and locks the file for it. */
final class DatabaseLock {
  private DatabaseLock() {}

  /**
   * @param database the file without its ending
   */
  static boolean isHeld(Path database) {
    Path file = database.resolveSibling(database.getFileName() + ".mv.db");
    if (Files.notExists(file)) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      return lock == null;
    } catch (OverlappingFileLockException heldByThisProcess) {
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
