package io.herald.command;

import io.herald.backup.Restore;
import io.herald.settings.Settings;
import java.nio.file.Path;

/** For commands that must not touch the data. */
final class NoData implements Data {
  @Override
  public Opened open(Settings settings) {
    throw new AssertionError("No data was to be opened");
  }

  @Override
  public Restore.Restored restore(Settings settings, Path backup, boolean evenUnsaved) {
    throw new AssertionError("Nothing was to be restored");
  }
}
