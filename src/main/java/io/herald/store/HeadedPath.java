package io.herald.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * The paths on which H2 keeps Herald's database: those of the system, behind a prefix, with files
 * that {@link HeadedFile} keeps findable. Public because H2 makes them itself.
 */
public final class HeadedPath extends FilePathWrapper {
  private static final String SCHEME = "headed";

  static {
    FilePath.register(new HeadedPath());
  }

  public HeadedPath() {}

  /** The same address by way of these paths, where it is that of a file. */
  static String in(String url) {
    return url.replaceFirst("^jdbc:h2:file:", "jdbc:h2:" + SCHEME + ":");
  }

  @Override
  public String getScheme() {
    return SCHEME;
  }

  @Override
  public FileChannel open(String mode) throws IOException {
    return new HeadedFile(getBase().open(mode));
  }
}
