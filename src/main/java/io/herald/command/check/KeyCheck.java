package io.herald.command.check;

import io.herald.settings.DataDirectory;
import io.herald.settings.StorageSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether the key that encrypts, and makes share links, is there and closed to others. */
final class KeyCheck {
  private KeyCheck() {}

  static Outcome look(StorageSettings settings) {
    Outcome usable = usable(settings);
    Path file = DataDirectory.keyFile(settings.directory());
    boolean used = settings.keys().isEmpty() && Files.exists(file);
    if (usable.equals(Outcome.fine()) && used && DirectoryCheck.readableByOthers(file)) {
      return Outcome.mend(file + " can be read by other users.", "Close it: chmod 600 " + file);
    }
    return usable;
  }

  /** Without a look at who else may read it. */
  static Outcome usable(StorageSettings settings) {
    Path file = DataDirectory.keyFile(settings.directory());
    if (settings.keys().isPresent()) {
      return Outcome.fine();
    }
    if (!Files.exists(file)) {
      return DataDirectory.holdsDatabase(settings.directory())
          ? Outcome.mend(
              file + " is gone, and what it encrypted is still there.",
              "Bring the file back from where you keep it, or set HERALD_ENCRYPTION_KEY to what"
                  + " it held.")
          : Outcome.fine();
    }
    try {
      DataDirectory.read(file);
    } catch (IOException e) {
      return Outcome.mend(
          file + " cannot be read by the user that runs this.",
          "Give it to that user: chown USER " + file);
    } catch (IllegalStateException noKeys) {
      return Outcome.mend(
          file + " does not hold 32 bytes in base64.",
          "Bring it back from where you keep it; a new key opens nothing that is there.");
    }
    return Outcome.fine();
  }
}
