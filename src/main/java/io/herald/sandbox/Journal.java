package io.herald.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One file, one line per change, written before the change is seen. A line reaches the operating
 * system before the call that caused it is answered, so it outlives the process (not the machine).
 * A last line that a kill tore is dropped at the next start.
 */
final class Journal implements AutoCloseable {
  private final FileChannel file;

  private Journal(FileChannel file) {
    this.file = file;
  }

  /** Opens the journal, first telling the reader every change in it, oldest first. */
  static Journal open(Path directory, Consumer<JsonNode> reader) {
    Path path = directory.resolve("workspace.jsonl");
    try {
      Files.createDirectories(directory);
      long whole = Files.exists(path) ? replay(path, reader) : 0;
      FileChannel file =
          FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      file.truncate(whole);
      file.position(whole);
      return new Journal(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long replay(Path path, Consumer<JsonNode> reader) throws IOException {
    long whole = 0;
    long size = Files.size(path);
    try (BufferedReader lines = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        long end = whole + line.getBytes(StandardCharsets.UTF_8).length + 1;
        Optional<JsonNode> change = Json.parse(line);
        if (end > size || change.isEmpty()) {
          break;
        }
        reader.accept(change.get());
        whole = end;
      }
    }
    return whole;
  }

  void append(JsonNode change) {
    ByteBuffer line = ByteBuffer.wrap((Json.text(change) + "\n").getBytes(StandardCharsets.UTF_8));
    try {
      while (line.hasRemaining()) {
        file.write(line);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
