package io.herald.chat;

import io.herald.outbox.Outbox;
import io.herald.records.export.Exports;
import io.herald.share.Downloads;
import io.herald.store.Tx;
import java.time.InstantSource;

/** The file of an export, as it is fetched; its card says from then on that it was. */
public final class RecordFile implements Downloads.Source {
  private final Exports exports;
  private final CardBook cards;

  public RecordFile(Exports exports, Outbox outbox, InstantSource clock) {
    this.exports = exports;
    this.cards = new CardBook(outbox, clock);
  }

  @Override
  public Downloads.File open(Tx tx, String kind, long subject) {
    exports.taken(tx, subject);
    cards.refresh(tx, CardKind.EXPORT, subject);
    return new Downloads.File(
        kind + "-" + subject + ".zip", "application/zip", to -> exports.fetch(subject, to));
  }
}
