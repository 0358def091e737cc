package io.herald.command.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;

/** Whether Herald can keep its own files, and nobody else can read them. */
final class DirectoryCheck {
  private static final Set<PosixFilePermission> OTHERS =
      EnumSet.range(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_EXECUTE);

  private DirectoryCheck() {}

  static Outcome look(Path directory) {
    Outcome usable = usable(directory);
    if (usable.equals(Outcome.fine()) && Files.exists(directory) && readableByOthers(directory)) {
      return Outcome.mend(
          directory + " can be read by other users; it holds the encryption key.",
          "Close it: chmod 700 " + directory);
    }
    return usable;
  }

  /** Without a look at who else may read it. */
  static Outcome usable(Path directory) {
    if (Files.notExists(directory)) {
      return toBeMade(directory);
    }
    if (!Files.isDirectory(directory)) {
      return Outcome.mend(
          directory + " is not a directory.", "Move it away, or set HERALD_DATA to another path.");
    }
    if (!Files.isWritable(directory)) {
      return Outcome.mend(
          directory + " cannot be written by the user that runs this.",
          "Give it to that user: chown -R USER " + directory);
    }
    return Outcome.fine();
  }

  private static Outcome toBeMade(Path directory) {
    Path there = directory;
    while (Files.notExists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    return Files.isDirectory(there) && Files.isWritable(there)
        ? Outcome.fine()
        : Outcome.mend(
            directory + " cannot be made in " + there + ".",
            "Make it for the user that runs Herald, or set HERALD_DATA to another path.");
  }

  static boolean readableByOthers(Path path) {
    try {
      return Files.getPosixFilePermissions(path).stream().anyMatch(OTHERS::contains);
    } catch (UnsupportedOperationException noSuchModesHere) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
