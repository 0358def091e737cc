package io.herald.chat;

import io.herald.outbox.Work;
import io.herald.records.export.Export;
import io.herald.records.export.Exports;
import io.herald.share.Downloads;
import io.herald.store.Database;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Writes an export that was asked for in chat; its card shows how far it is. */
final class ExportErrand implements Errand {
  /** The outbox's kind for writing an export. */
  static final String EXPORT = "record_export";

  private static final Duration BETWEEN_CARDS = Duration.ofSeconds(3);

  private final Database database;
  private final Exports exports;
  private final Downloads downloads;
  private final CardBook cards;
  private final LongSupplier ticks;

  /**
   * @param ticks nanoseconds that run evenly, whatever the time of day
   */
  ExportErrand(
      Database database, Exports exports, Downloads downloads, CardBook cards, LongSupplier ticks) {
    this.database = database;
    this.exports = exports;
    this.downloads = downloads;
    this.cards = cards;
    this.ticks = ticks;
  }

  @Override
  public Result run(Work work) {
    long id = work.subject();
    Export export = database.inTransaction(tx -> exports.find(tx, id).orElseThrow());
    Long member = export.member();
    if (member == null) {
      return Result.done();
    }
    long[] shown = {ticks.getAsLong()};
    exports.make(
        id,
        tx -> downloads.offer(tx, member, Exports.KIND, id),
        () -> {
          if (ticks.getAsLong() - shown[0] > BETWEEN_CARDS.toNanos()) {
            shown[0] = ticks.getAsLong();
            database.run(tx -> cards.refresh(tx, CardKind.EXPORT, id));
          }
        });
    return Result.done(tx -> cards.refresh(tx, CardKind.EXPORT, id));
  }
}
