package io.herald.records;

import io.herald.records.proof.Batch;
import io.herald.store.Tx;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The ledger. What is appended is never changed. */
public final class Records {
  private final InstantSource clock;

  public Records(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * Appends an entry in the transaction of its fact, as canonical JSON (RFC 8785) with its SHA-256.
   */
  public void append(Tx tx, Entry entry) {
    var at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var whole = new TreeMap<String, Object>();
    whole.put("kind", entry.kind());
    whole.put("at", at.toString());
    whole.put("subject", entry.subject());
    if (entry.actor() != null) {
      whole.put("actor", "member/" + entry.actor());
    }
    whole.put("content", entry.content());
    String canonical = Canonical.write(whole);
    tx.sql(RecordSql.class)
        .insert(at, entry.kind(), entry.actor(), entry.subject(), canonical, Sha256.of(canonical));
  }

  /**
   * Appends an entry that stands for many rows, with their number and their hash; the rows are kept
   * beside it.
   *
   * @param rows at most a thousand, plain data each
   */
  public void append(Tx tx, Entry entry, List<Map<String, Object>> rows) {
    List<String> written = rows.stream().map(Canonical::write).toList();
    long batch = tx.sql(RecordSql.class).addBatch(String.join("\n", written));
    append(
        tx,
        entry
            .with("batch", batch)
            .with("rows", rows.size())
            .with("rows_hash", Batch.hash(written)));
  }

  /** The entries about a subject, oldest first, as their canonical JSON. */
  public List<String> about(Tx tx, String subject) {
    return tx.sql(RecordSql.class).about(subject);
  }
}
