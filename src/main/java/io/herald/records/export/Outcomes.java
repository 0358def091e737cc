package io.herald.records.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.herald.records.proof.Batch;
import io.herald.store.Tx;
import java.util.List;
import java.util.Optional;

/**
 * The rows of an entry that stands for many.
 *
 * @param rows each as it was hashed, or, where it is gone, its hash
 */
record Outcomes(List<String> rows) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Those of an entry; none where it is no such entry. */
  static Optional<Outcomes> of(Tx tx, Row entry) {
    if (!entry.kind().equals(Batch.KIND) || entry.content() == null) {
      return Optional.empty();
    }
    return tx.sql(ExportSql.class)
        .batch(json(entry.content()).path("content").path("batch").asLong())
        .map(rows -> new Outcomes(List.of(rows.split("\n"))));
  }

  /** Whether a row is of somebody whose rows are wanted. */
  boolean hasAny(Wanted wanted) {
    return rows.stream().anyMatch(row -> isOpen(wanted, row));
  }

  /** The rows as they stand in an export: those that are not wanted as their hashes. */
  Batch shown(Wanted wanted, long number) {
    return new Batch(
        number, rows.stream().map(row -> isOpen(wanted, row) ? row : Batch.hash(row)).toList());
  }

  private static boolean isOpen(Wanted wanted, String row) {
    return row.startsWith("{") && wanted.opens(json(row).path("member").asLong());
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an entry is no JSON", e);
    }
  }
}
