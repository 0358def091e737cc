package io.herald.records.export;

import io.herald.records.Sha256;
import io.herald.records.proof.Manifest;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;

/** A file of an export while it is written: on the disk, with its size and hash so far. */
final class Spool implements AutoCloseable {
  private final Path file;
  private final OutputStream out;
  private final MessageDigest digest = Sha256.begun();
  private long bytes;

  Spool(Path directory, String name) throws IOException {
    file = directory.resolve(name);
    out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
  }

  void write(String text) throws IOException {
    byte[] more = text.getBytes(StandardCharsets.UTF_8);
    digest.update(more);
    out.write(more);
    bytes += more.length;
  }

  /** Ends the file; nothing is written any more. */
  Manifest.Sum end() throws IOException {
    out.close();
    return new Manifest.Sum(bytes, HexFormat.of().formatHex(digest.digest()));
  }

  void copyTo(OutputStream to) throws IOException {
    Files.copy(file, to);
  }

  @Override
  public void close() throws IOException {
    out.close();
    Files.deleteIfExists(file);
  }
}
