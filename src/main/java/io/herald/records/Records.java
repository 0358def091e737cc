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
  private final Personal personal;

  public Records(InstantSource clock, Personal personal) {
    this.clock = clock;
    this.personal = personal;
  }

  /**
   * Appends an entry in the transaction of its fact, as canonical JSON (RFC 8785) with its SHA-256.
   * Personal fields are encrypted before.
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
    Long person = entry.person();
    whole.put(
        "content",
        person == null
            ? entry.content()
            : personal.close(tx, entry.kind(), entry.content(), person, at));
    String canonical = Canonical.write(whole);
    Pending.in(tx)
        .add(
            tx,
            new RecordSql.NewRow(
                at,
                entry.kind(),
                entry.actor(),
                entry.subject(),
                canonical,
                Sha256.of(canonical),
                Kind.of(entry.kind()).keptAs(),
                person));
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

  /**
   * The entries about a subject, oldest first, as JSON with the personal fields opened that can be.
   */
  public List<String> about(Tx tx, String subject) {
    Pending.in(tx).write(tx);
    return tx.sql(RecordSql.class).about(subject).stream()
        .map(entry -> personal.open(tx, entry).readable())
        .toList();
  }
}
