package io.herald.records;

import io.herald.records.proof.Checkpoint;
import io.herald.store.Database;
import io.herald.store.Tx;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Signs where the chain ends, so that it can be shown later that it ended there. */
public final class Checkpoints {
  private final Database database;
  private final Sealer sealer;
  private final LedgerKey key;
  private final InstantSource clock;
  private volatile BiConsumer<Tx, Checkpoint> onMade = (tx, checkpoint) -> {};

  public Checkpoints(Database database, Sealer sealer, LedgerKey key, InstantSource clock) {
    this.database = database;
    this.sealer = sealer;
    this.key = key;
    this.clock = clock;
  }

  /** Who is told of a checkpoint, in the transaction that keeps it. */
  public void onMade(BiConsumer<Tx, Checkpoint> told) {
    onMade = told;
  }

  /** A checkpoint, and whether it was signed just now. */
  public record Made(Checkpoint checkpoint, boolean isNew) {}

  /** Seals all that was committed, and signs where the chain ends; nothing for an empty chain. */
  public Optional<Made> make() {
    Sealer.Head head = sealer.sealAll();
    return head.number() == 0
        ? Optional.empty()
        : Optional.of(database.inTransaction(tx -> make(tx, head)));
  }

  private Made make(Tx tx, Sealer.Head head) {
    var sql = tx.sql(CheckpointSql.class);
    Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    String fingerprint = key.verifying().fingerprint();
    byte[] signature =
        key.sign(Checkpoint.signed(head.number(), head.chainHash(), at, fingerprint));
    int added =
        sql.add(
            head.number(), head.chainHash(), at, fingerprint, HexFormat.of().formatHex(signature));
    Checkpoint checkpoint = at(tx, head.number()).orElseThrow();
    if (added > 0) {
      onMade.accept(tx, checkpoint);
    }
    return new Made(checkpoint, added > 0);
  }

  /** The checkpoint that was signed at an entry. */
  public Optional<Checkpoint> at(Tx tx, long number) {
    return tx.sql(CheckpointSql.class).at(number).map(Checkpoints::checkpoint);
  }

  /** The checkpoints between two entries, both included, in order. */
  public List<Checkpoint> between(Tx tx, long from, long to) {
    return tx.sql(CheckpointSql.class).between(from, to).stream()
        .map(Checkpoints::checkpoint)
        .toList();
  }

  /** The newest entry that a checkpoint covers. */
  public Optional<Long> newest(Tx tx) {
    return tx.sql(CheckpointSql.class).newest();
  }

  /** The first checkpoint at an entry or after it. */
  public Optional<Long> from(Tx tx, long number) {
    return tx.sql(CheckpointSql.class).from(number);
  }

  private static Checkpoint checkpoint(CheckpointSql.Row row) {
    return new Checkpoint(
        row.number(), row.chainHash(), row.at(), row.signingKey(), row.signature());
  }
}
