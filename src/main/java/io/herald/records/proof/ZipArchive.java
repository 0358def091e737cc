package io.herald.records.proof;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** An export as it lies on a disk. */
public final class ZipArchive implements Archive, AutoCloseable {
  private final ZipFile zip;

  /** Opens a zip; an {@code IOException} says that it is none. */
  public ZipArchive(Path file) throws IOException {
    zip = new ZipFile(file.toFile());
  }

  @Override
  public List<String> names() {
    return zip.stream().map(ZipEntry::getName).toList();
  }

  @Override
  public InputStream open(String name) throws IOException {
    return zip.getInputStream(zip.getEntry(name));
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
