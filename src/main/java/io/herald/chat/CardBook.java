package io.herald.chat;

import io.herald.campaign.Delivery;
import io.herald.members.Person;
import io.herald.outbox.Lane;
import io.herald.outbox.Outbox;
import io.herald.store.Keyed;
import io.herald.store.Tx;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which cards are where. Wanting a card puts it in the outbox by its id alone; what it shows is
 * made up when it is sent, so that it is never older than the truth.
 */
final class CardBook {
  /** The outbox's kind for sending a card, or drawing it anew where it was sent. */
  static final String CARD = "card";

  /** The same at a later time, beside one that is wanted now. */
  static final String CARD_LATER = "card_later";

  private final Outbox outbox;
  private final InstantSource clock;

  CardBook(Outbox outbox, InstantSource clock) {
    this.outbox = outbox;
    this.clock = clock;
  }

  /** Wants a card in somebody's direct messages. */
  CardRow want(Tx tx, CardKind kind, long subject, Person person) {
    return want(tx, Lane.INTERACTIVE, kind, subject, 0, person.workspace(), person.platformId());
  }

  /** Wants a card; one that was sent is drawn anew. */
  CardRow want(
      Tx tx, Lane lane, CardKind kind, long subject, long detail, long workspace, String to) {
    CardRow card = enter(tx, kind, subject, detail, workspace, to);
    outbox.want(tx, lane, CARD, card.id());
    return card;
  }

  /** Wants a card in somebody's direct messages, not before a time. */
  void wantAt(Tx tx, CardKind kind, long subject, long detail, Person to, Instant at) {
    wantAt(tx, Lane.INTERACTIVE, kind, subject, detail, to, at);
  }

  /** As {@link #wantAt}, in a lane. */
  void wantAt(Tx tx, Lane lane, CardKind kind, long subject, long detail, Person to, Instant at) {
    CardRow card = enter(tx, kind, subject, detail, to.workspace(), to.platformId());
    outbox.want(tx, lane, CARD, card.id(), at);
  }

  /** Notes a card without wanting it yet. */
  CardRow enter(Tx tx, CardKind kind, long subject, long detail, long workspace, String to) {
    var sql = tx.sql(CardSql.class);
    return sql.add(kind, subject, detail, workspace, to)
        .map(id -> CardRow.waiting(id, kind, subject, detail, workspace, to))
        .orElseGet(() -> sql.of(kind, subject, detail, workspace, to));
  }

  /** Has every card about a subject drawn anew. */
  void refresh(Tx tx, CardKind kind, long subject) {
    about(tx, kind, subject).forEach(card -> refresh(tx, card.id()));
  }

  /** Has one card drawn anew. */
  void refresh(Tx tx, long card) {
    outbox.want(tx, Lane.INTERACTIVE, CARD, card);
  }

  /** As {@link #refresh}, at a later time as well. */
  void refreshAt(Tx tx, CardKind kind, long subject, Instant at) {
    about(tx, kind, subject)
        .forEach(card -> outbox.want(tx, Lane.INTERACTIVE, CARD_LATER, card.id(), at));
  }

  /** Has the cards drawn anew, at a time, of posts that are being sent by themselves. */
  void refreshUnderWay(Tx tx, Instant at) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    tx.sql(CardSql.class).refreshUnderWay(at, now);
  }

  /** The cards of posts of which a push of their own has ended since a moment. */
  List<Long> pushesEnded(Tx tx, Instant since) {
    return tx.sql(CardSql.class).pushesEnded(since);
  }

  /** Has the cards of a post that were delivered drawn anew, at the platform's pace. */
  void refreshDelivered(Tx tx, long post) {
    Redraws.want(tx, post, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    tx.sql(CardSql.class)
        .inChannels(post)
        .forEach(card -> outbox.want(tx, Lane.INTERACTIVE, CARD, card.id()));
  }

  /** Has the newest digests of a member drawn anew. */
  void refreshDigests(Tx tx, long member) {
    tx.sql(CardSql.class).digestsOf(member).forEach(card -> refresh(tx, card));
  }

  /** Two members became one, who was welcomed on both platforms, and sent both's reports. */
  void handOver(Tx tx, long from, long to) {
    tx.sql(CardSql.class).handOverWelcome(from, to);
    tx.sql(ReportSql.class).handOver(from, to);
    tx.sql(ReportSql.class).forget(from);
    Redraws.fromTheBeginning(tx);
  }

  /** The card of a post that a delivery brings, once it was entered. */
  Optional<CardRow> ofDelivery(Tx tx, long delivery) {
    return tx.read(
        Delivery.class,
        delivery,
        CardRow.class,
        ids -> Keyed.by(CardRow::subject, tx.sql(CardSql.class).ofDeliveries(ids)));
  }

  Optional<CardRow> find(Tx tx, long id) {
    return tx.sql(CardSql.class).find(id);
  }

  List<CardRow> about(Tx tx, CardKind kind, long subject) {
    return tx.sql(CardSql.class).about(kind, subject);
  }

  /** The highest subject of a kind of card for a recipient. */
  Optional<Long> newestAbout(Tx tx, CardKind kind, long workspace, String recipient) {
    return tx.sql(CardSql.class).newestAbout(kind, workspace, recipient);
  }

  /** How many members have a post's card in hand. */
  long delivered(Tx tx, long post) {
    return tx.sql(CardSql.class).delivered(post);
  }

  void trying(Tx tx, CardRow card, CardRow.State state, @Nullable Instant at) {
    tx.sql(CardSql.class).trying(card.id(), state, at);
  }

  /** Where a card stands as begun at a moment, it waits again; begun at another one it stays so. */
  void notBegun(Tx tx, CardRow card, Instant at) {
    tx.sql(CardSql.class).notBegun(card.id(), at);
  }

  /** A card was begun, and is surely not there; it waits again. */
  void lost(Tx tx, CardRow card) {
    tx.sql(CardSql.class).lost(card.id());
  }

  /**
   * Sends the cards of a broadcast again of which nobody can tell whether they arrived: only where
   * a person has decided so. Says how many.
   */
  int resendUnknown(Tx tx, long broadcast) {
    return tx.sql(CardSql.class).sendUnknown(broadcast);
  }

  /** A card that did not arrive goes to another account; says whether it was not there before. */
  boolean readdress(Tx tx, CardRow card, Person to) {
    return tx.sql(CardSql.class).readdress(card.id(), to.workspace(), to.platformId()) == 1;
  }

  void shown(Tx tx, CardRow card, Courier.Sent where) {
    tx.write(
        new CardSql.Place(card.id(), where.channel(), where.message()),
        (same, all) -> same.sql(CardSql.class).shown(all));
  }

  void ended(Tx tx, CardRow card, CardRow.State state, String failure) {
    tx.sql(CardSql.class).ended(card.id(), state, Shorten.to(failure, 100));
  }
}
