package io.herald.backup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.herald.settings.EncryptionKeys;
import io.herald.store.Rows;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a backup, inside its {@link Envelope}: lines of JSON, packed with gzip. First what
 * it is; then for each table a line with its name and columns, a line for each row, and the next
 * id; in the end how many rows there are.
 */
final class BackupFile {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int FORMAT = 1;

  private BackupFile() {}

  /**
   * What a backup is.
   *
   * @param schema the version of the schema that the rows fit
   * @param madeAt when its rows were read
   */
  record Head(String schema, Instant madeAt) {}

  /** How many rows each table has. */
  record Contents(Head head, Map<String, Long> rows) {
    long all() {
      return rows.values().stream().mapToLong(Long::longValue).sum();
    }
  }

  /** Writes a backup whole. */
  static Contents write(
      OutputStream file, EncryptionKeys keys, SecureRandom random, Head head, Consumer<Rows> source)
      throws IOException {
    try (Writer out =
        new BufferedWriter(
            new OutputStreamWriter(
                new GZIPOutputStream(Envelope.close(file, keys, random), 16 * 1024),
                StandardCharsets.UTF_8))) {
      var lines = new Writing(out);
      lines.line(
          Map.of("format", FORMAT, "schema", head.schema(), "made_at", head.madeAt().toString()));
      source.accept(lines);
      lines.line(Map.of("end", lines.rows));
      return new Contents(head, lines.rows);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** What a backup is, read from its first line. */
  static Head head(Path file, EncryptionKeys keys) throws IOException {
    try (BufferedReader in = open(file, keys)) {
      return head(in);
    }
  }

  /**
   * Reads a backup from beginning to end.
   *
   * @throws Unreadable when it is not whole
   */
  static Contents read(Path file, EncryptionKeys keys, Rows rows) throws IOException {
    try (BufferedReader in = open(file, keys)) {
      Head head = head(in);
      var counted = new TreeMap<String, Long>();
      String table = "";
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        JsonNode said = JSON.readTree(line);
        if (said.isArray()) {
          rows.row(cells(said));
          counted.merge(table, 1L, Long::sum);
        } else if (said.has("table")) {
          table = said.get("table").asText();
          counted.put(table, 0L);
          var columns = new ArrayList<String>();
          said.get("columns").forEach(column -> columns.add(column.asText()));
          rows.table(table, columns);
        } else if (said.has("next")) {
          rows.next(said.get("next").asText(), said.get("id").asLong());
        } else if (said.has("end")) {
          return ended(head, said.get("end"), counted);
        }
      }
      throw new Unreadable("This backup has no end.");
    } catch (JsonProcessingException e) {
      throw new Unreadable("This backup is not as Herald writes it.");
    }
  }

  private static Contents ended(Head head, JsonNode end, Map<String, Long> counted)
      throws IOException {
    if (!JSON.valueToTree(counted).toString().equals(end.toString())) {
      throw new Unreadable("This backup lacks rows.");
    }
    return new Contents(head, counted);
  }

  private static BufferedReader open(Path file, EncryptionKeys keys) throws IOException {
    var raw = new BufferedInputStream(Files.newInputStream(file));
    try {
      return new BufferedReader(
          new InputStreamReader(
              new GZIPInputStream(Envelope.open(raw, keys), 16 * 1024), StandardCharsets.UTF_8));
    } catch (IOException e) {
      raw.close();
      throw e;
    }
  }

  private static Head head(BufferedReader in) throws IOException {
    String first = in.readLine();
    JsonNode head = first == null ? JSON.missingNode() : JSON.readTree(first);
    if (head.path("format").asInt() != FORMAT) {
      throw new Unreadable("This backup was made by a newer Herald; restore it with that one.");
    }
    return new Head(head.get("schema").asText(), Instant.parse(head.get("made_at").asText()));
  }

  private static List<@Nullable Object> cells(JsonNode row) {
    var cells = new ArrayList<@Nullable Object>(row.size());
    for (JsonNode cell : row) {
      if (cell.isNull()) {
        cells.add(null);
      } else if (cell.isTextual()) {
        cells.add(cell.textValue());
      } else if (cell.isBoolean()) {
        cells.add(cell.booleanValue());
      } else if (cell.isIntegralNumber()) {
        cells.add(cell.longValue());
      } else {
        cells.add(cell.doubleValue());
      }
    }
    return cells;
  }

  private static final class Writing implements Rows {
    private final Writer out;
    private final Map<String, Long> rows = new TreeMap<>();
    private String table = "";

    Writing(Writer out) {
      this.out = out;
    }

    @Override
    public void table(String name, List<String> columns) {
      table = name;
      rows.put(name, 0L);
      line(Map.of("table", name, "columns", columns));
    }

    @Override
    public void row(List<@Nullable Object> cells) {
      rows.merge(table, 1L, Long::sum);
      line(cells);
    }

    @Override
    public void next(String column, long id) {
      line(Map.of("next", column, "id", id));
    }

    private void line(Object said) {
      try {
        out.write(JSON.writeValueAsString(said));
        out.write('\n');
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
