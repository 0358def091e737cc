package io.herald.records.export;

import io.herald.records.Entry;
import io.herald.records.Records;
import io.herald.settings.Envelope;
import io.herald.store.Database;
import io.herald.store.Tx;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The exports that people ask for. That one was asked for, and why, is an entry itself. In chat it
 * is made in the background and kept in the database until it was fetched or its hour is over, so
 * that whichever node is asked for it has it.
 */
public final class Exports {
  /** As downloads know it. */
  public static final String KIND = "record";

  /** What the envelope of addresses is for. */
  public static final String ADDRESS = "herald export address";

  private final Database database;
  private final Records records;
  private final Exporter exporter;
  private final Meant meant;
  private final Envelope envelope;
  private final Path directory;
  private final InstantSource clock;

  /**
   * @param envelope wraps the addresses of files, which are told to one person alone
   * @param directory where files lie while they are written
   */
  public Exports(
      Database database,
      Records records,
      Exporter exporter,
      Meant meant,
      Envelope envelope,
      Path directory,
      InstantSource clock) {
    this.database = database;
    this.records = records;
    this.exporter = exporter;
    this.meant = meant;
    this.envelope = envelope;
    this.directory = directory;
    this.clock = clock;
  }

  /**
   * Notes that an export is asked for.
   *
   * @param member who asks; none at the command line
   * @return its number
   */
  public long ask(Tx tx, @Nullable Long member, Asked asked) {
    long id = tx.sql(ExportJobSql.class).add(member, now(), asked);
    Entry entry =
        Entry.of("record_exported", member, "export/" + id)
            .with("from", asked.from())
            .with("to", asked.to())
            .with("person", asked.person() == null ? null : "member/" + asked.person())
            .with("campaign", asked.campaign() == null ? null : "campaign/" + asked.campaign())
            .with("text", asked.text())
            .with("reason", asked.reason());
    records.append(tx, entry);
    return id;
  }

  public Optional<Export> find(Tx tx, long id) {
    return tx.sql(ExportJobSql.class).find(id);
  }

  /** Writes an export that was asked for to a stream. */
  public Exporter.Written write(long id, OutputStream out, Exporter.Progress progress)
      throws IOException {
    Wanted wanted = database.inTransaction(tx -> wanted(tx, find(tx, id).orElseThrow()));
    return exporter.write(wanted, directory, out, progress);
  }

  /**
   * Writes an export that was asked for into the database, once.
   *
   * @param offering makes the address where it is fetched
   * @param progress hears, now and then, that its numbers have changed
   */
  public void make(long id, Function<Tx, String> offering, Runnable progress) {
    if (database.inTransaction(tx -> find(tx, id).orElseThrow().state()) != Export.State.ASKED) {
      return;
    }
    database.run(tx -> tx.sql(ExportJobSql.class).dropParts(id));
    try (var out = new PartStream(database, id)) {
      Exporter.Written written =
          write(
              id,
              out,
              (reached, of) -> {
                database.run(tx -> tx.sql(ExportJobSql.class).reached(id, reached, of));
                progress.run();
              });
      out.flushAll();
      database.run(
          tx ->
              tx.sql(ExportJobSql.class)
                  .ready(
                      id, written.entries(), written.shown(), wrapped(offering.apply(tx)), now()));
    } catch (PartStream.TooLarge e) {
      database.run(
          tx -> {
            tx.sql(ExportJobSql.class).dropParts(id);
            tx.sql(ExportJobSql.class).tooLarge(id, now());
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where an export is fetched, while it can be. */
  public Optional<String> address(Export export) {
    return export.address() == null || !export.waits(now())
        ? Optional.empty()
        : envelope
            .open(Base64.getDecoder().decode(export.address()))
            .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  /** Hands over the file of an export, which is gone afterwards. */
  public void fetch(long id, OutputStream out) throws IOException {
    try {
      for (int position = 0; ; position++) {
        int at = position;
        Optional<byte[]> part =
            database.inTransaction(tx -> tx.sql(ExportJobSql.class).part(id, at));
        if (part.isEmpty()) {
          return;
        }
        out.write(part.get());
      }
    } finally {
      database.run(tx -> tx.sql(ExportJobSql.class).dropParts(id));
    }
  }

  /** Notes that an export is being fetched. */
  public void taken(Tx tx, long id) {
    tx.sql(ExportJobSql.class).taken(id);
  }

  /** Deletes the files whose hour is over. */
  public void forget(Tx tx) {
    var sql = tx.sql(ExportJobSql.class);
    for (long id : sql.over(now().minus(Export.VALID))) {
      sql.dropParts(id);
      sql.taken(id);
    }
  }

  private Wanted wanted(Tx tx, Export export) {
    return new Wanted(
        export.timeFrom(),
        export.timeTo(),
        export.person() == null ? Set.of() : meant.numbers(tx, export.person()),
        export.campaign(),
        export.campaign() == null ? Set.of() : meant.subjects(tx, export.campaign()),
        export.words(),
        export.reason());
  }

  private String wrapped(String address) {
    return Base64.getEncoder()
        .encodeToString(envelope.wrap(address.getBytes(StandardCharsets.UTF_8)));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
