package io.herald.command.check;

import java.nio.file.Path;

/** Whether the file of settings, which may hold secrets, is closed to others. */
final class ConfigFileCheck {
  private ConfigFileCheck() {}

  static Outcome look(Path file) {
    return DirectoryCheck.readableByOthers(file)
        ? Outcome.mend(
            file + " (HERALD_CONFIG) can be read by other users.", "Close it: chmod 600 " + file)
        : Outcome.fine();
  }
}
