package io.herald.records;

import io.herald.store.Tx;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
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

  /** The entries about a subject, oldest first, as their canonical JSON. */
  public List<String> about(Tx tx, String subject) {
    return tx.sql(RecordSql.class).about(subject);
  }
}
