package io.herald.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who was erased, outside the database: a line for each in a file of the data directory, so that a
 * restored backup from before forgets them again. It holds numbers and times, nothing else.
 */
public final class ErasureList {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;

  public ErasureList(Path data) {
    this.file = data.resolve("erasures.jsonl");
  }

  /**
   * One who was erased.
   *
   * @param all also of what the organisation keeps
   */
  record Erased(long member, Instant at, boolean all) {}

  List<Erased> all() {
    if (!Files.exists(file)) {
      return List.of();
    }
    try {
      var all = new ArrayList<Erased>();
      for (String line : Files.readAllLines(file)) {
        // A line that was being written when the machine stopped is written again later.
        if (line.endsWith("}")) {
          JsonNode said = JSON.readTree(line);
          all.add(
              new Erased(
                  said.get("member").asLong(),
                  Instant.parse(said.get("at").asText()),
                  said.path("all").asBoolean()));
        }
      }
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException("The list of erasures cannot be read: " + file, e);
    }
  }

  /** Adds those that do not stand there yet; on the disk when it returns. */
  synchronized void add(List<Erased> erased) {
    var missing = new ArrayList<>(erased);
    missing.removeAll(all());
    if (missing.isEmpty()) {
      return;
    }
    try (FileChannel channel =
        FileChannel.open(
            file,
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
      var lines = new StringBuilder();
      if (channel.size() > 0) {
        lines.append('\n');
      }
      for (Erased one : missing) {
        lines
            .append(
                JSON.writeValueAsString(
                    Map.of("member", one.member(), "at", one.at().toString(), "all", one.all())))
            .append('\n');
      }
      channel.write(ByteBuffer.wrap(lines.toString().getBytes(StandardCharsets.UTF_8)));
      channel.force(true);
    } catch (IOException e) {
      throw new UncheckedIOException("The list of erasures cannot be written: " + file, e);
    }
  }
}
