package io.herald.chat;

import io.herald.members.People;
import io.herald.outbox.Outbox;
import io.herald.store.Tx;
import java.time.InstantSource;

/** Tells a person that what they shared was exported, and why; also where chat did not do it. */
public final class ExportNotice {
  private final People people;
  private final CardBook cards;

  public ExportNotice(People people, Outbox outbox, InstantSource clock) {
    this.people = people;
    this.cards = new CardBook(outbox, clock);
  }

  /** Has a person told of an export. */
  public void tell(Tx tx, long export, long member) {
    cards.want(tx, CardKind.EXPORT_ABOUT, export, people.member(tx, member));
  }
}
