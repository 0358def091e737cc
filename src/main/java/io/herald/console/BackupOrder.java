package io.herald.console;

import io.herald.backup.Backups;
import io.herald.words.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Writes a backup to a file, while everybody works on. */
public final class BackupOrder implements Order {
  private final Backups backups;

  public BackupOrder(Backups backups) {
    this.backups = backups;
  }

  @Override
  public int carryOut(List<String> arguments, Told told) {
    Path file = Path.of(arguments.get(0));
    Path directory = file.getParent();
    if (directory == null || !Files.isDirectory(directory)) {
      throw new Refusal("refusal.no_directory", file);
    }
    try {
      Backups.Made made = backups.make(file);
      told.say(
          String.format(
              Locale.ENGLISH,
              "%s: %,d rows in %,d bytes, opened to verify. It can be restored with the present"
                  + " encryption key alone, which is not in it.",
              made.file(),
              made.rows(),
              made.bytes()));
      return 0;
    } catch (FileAlreadyExistsException e) {
      throw new Refusal("refusal.file_exists", file);
    } catch (IOException e) {
      throw new UncheckedIOException("The backup could not be written to " + file, e);
    }
  }
}
