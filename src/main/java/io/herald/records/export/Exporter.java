package io.herald.records.export;

import io.herald.records.Checkpoints;
import io.herald.records.LedgerKey;
import io.herald.records.Personal;
import io.herald.records.Sha256;
import io.herald.records.proof.Checkpoint;
import io.herald.records.proof.Manifest;
import io.herald.records.proof.Manifest.Place;
import io.herald.store.Database;
import io.herald.store.Tx;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Writes the record, or a part of it, as a zip that people can read and anybody can verify. It
 * seals first, and reads in small pieces, so that nobody waits for it and it can be of any size.
 */
public final class Exporter {
  private static final int PAGE = 1_000;

  /** Beyond all times that a database keeps. */
  private static final Instant EVER = Instant.parse("9999-01-01T00:00:00Z");

  private static final Instant BEGINNING = Instant.parse("0001-01-01T00:00:00Z");

  private final Database database;
  private final Checkpoints checkpoints;
  private final LedgerKey key;
  private final Persons persons;
  private final Personal personal;
  private final InstantSource clock;

  public Exporter(
      Database database,
      Checkpoints checkpoints,
      LedgerKey key,
      Persons persons,
      Personal personal,
      InstantSource clock) {
    this.database = database;
    this.checkpoints = checkpoints;
    this.key = key;
    this.persons = persons;
    this.personal = personal;
    this.clock = clock;
  }

  /** Hears how far an export is. */
  @FunctionalInterface
  public interface Progress {
    void reached(long entries, long of);
  }

  /**
   * What was written.
   *
   * @param entries how many entries it proves
   * @param shown how many of them it shows
   */
  public record Written(long entries, long shown) {}

  /**
   * Writes an export.
   *
   * @param directory where it may keep its parts meanwhile; it leaves nothing there
   * @throws IOException when it cannot be written
   */
  public Written write(Wanted wanted, Path directory, OutputStream out, Progress progress)
      throws IOException {
    Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    checkpoints.make();
    Stretch stretch = database.inTransaction(tx -> stretch(tx, wanted));
    Path own = Files.createTempDirectory(directory, "export-");
    try (var parts = new Parts(own, wanted, at, persons, personal)) {
      long all = stretch.last().number() - stretch.before().number();
      for (long after = stretch.before().number(); after < stretch.last().number(); ) {
        long from = after;
        List<Row> page =
            database.inTransaction(tx -> page(tx, parts, from, stretch.last().number()));
        parts.write(page);
        after = page.get(page.size() - 1).number();
        progress.reached(after - stretch.before().number(), all);
      }
      for (Checkpoint checkpoint : stretch.checkpoints()) {
        parts.write(checkpoint);
      }
      var manifest =
          new Manifest(
              at,
              key.verifying().fingerprint(),
              wanted.said(),
              stretch.before(),
              stretch.last(),
              parts.shown(),
              parts.end());
      String signed = manifest.write();
      parts.zip(signed, key.sign(signed), out);
      return new Written(all, parts.shown());
    } finally {
      Files.deleteIfExists(own);
    }
  }

  /** A page of the chain, with what its entries need of the database beside. */
  private static List<Row> page(Tx tx, Parts parts, long after, long last) {
    List<Row> page = tx.sql(ExportSql.class).page(after, last, PAGE);
    if (page.isEmpty()) {
      throw new IllegalStateException("The chain has no entry " + (after + 1));
    }
    parts.look(tx, page);
    return page;
  }

  /** A stretch of the chain: from before the first wanted time to the checkpoint after the last. */
  private record Stretch(Place before, Place last, List<Checkpoint> checkpoints) {}

  private Stretch stretch(Tx tx, Wanted wanted) {
    var sql = tx.sql(ExportSql.class);
    Long head = checkpoints.newest(tx).orElse(0L);
    ExportSql.Bounds bounds =
        sql.bounds(
            head,
            Optional.ofNullable(wanted.from()).orElse(BEGINNING),
            Optional.ofNullable(wanted.to()).orElse(EVER));
    long before = bounds.first() == null ? head : bounds.first() - 1;
    long last = bounds.last() == null ? head : checkpoints.from(tx, bounds.last()).orElse(head);
    return new Stretch(place(tx, before), place(tx, last), checkpoints.between(tx, before, last));
  }

  private static Place place(Tx tx, long number) {
    return new Place(
        number,
        number == 0 ? Sha256.NOTHING : tx.sql(ExportSql.class).chainHash(number).orElseThrow());
  }
}
