package io.herald.chat;

import io.herald.outbox.Outbox;
import io.herald.store.Database;
import io.herald.store.Tx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Has the cards of a post drawn anew that lie with members: noted in the transaction that changes
 * the post, and then wanted in the background, some at a time and only while few wait in their
 * workspace, so that neither the click nor the outbox grows with their number. How far it came
 * stands in the database. Several nodes may go on with it at once.
 */
final class Redraws {
  /** Below this there is too little for a second of work, at any pace that platforms allow. */
  private static final int FEW = 250;

  private static final int AT_ONCE = 500;

  /** A call that was begun has ended by then, one way or the other. */
  private static final Duration A_CALL = Duration.ofSeconds(15);

  private final Database database;
  private final Outbox outbox;
  private final InstantSource clock;

  Redraws(Database database, Outbox outbox, InstantSource clock) {
    this.database = database;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** All cards of a post are to be drawn anew, from the first one, whatever was wanted before. */
  static void want(Tx tx, long post, Instant now) {
    var sql = tx.sql(RedrawSql.class);
    sql.again(post);
    sql.begin(post, now);
  }

  /** Whose card is whose has changed; nobody's may be passed over. */
  static void fromTheBeginning(Tx tx) {
    tx.sql(RedrawSql.class).allAgain();
  }

  /** Wants some more cards, where there is room; says for how many members it looked. */
  int goOn() {
    int looked = 0;
    for (RedrawSql.Row row : database.inTransaction(tx -> tx.sql(RedrawSql.class).all())) {
      looked += database.inTransaction(tx -> goOn(tx, row));
    }
    return looked;
  }

  private int goOn(Tx tx, RedrawSql.Row row) {
    var sql = tx.sql(RedrawSql.class);
    if (sql.waiting(row.workspace()) >= FEW) {
      return 0;
    }
    List<RedrawSql.Its> some = sql.deliveries(row.post(), row.afterMember(), AT_ONCE);
    if (some.isEmpty()) {
      sql.end(row);
      return 0;
    }
    if (sql.upTo(row, some.get(some.size() - 1).member()) == 0) {
      return 0;
    }
    List<RedrawSql.Its.Card> cards =
        sql.cards(some.stream().map(RedrawSql.Its::id).toList(), row.workspace());
    want(tx, cards, row.workspace(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
    outbox.ring(tx);
    return some.size();
  }

  /**
   * Wants cards of a workspace in bulk: those that lie somewhere now, and those that are on their
   * way once they have arrived.
   */
  static void want(Tx tx, List<RedrawSql.Its.Card> cards, long workspace, Instant now) {
    var sql = tx.sql(RedrawSql.class);
    List<Long> lying = ids(cards, true);
    if (!lying.isEmpty()) {
      sql.wantAgain(lying);
      sql.want(lying, workspace, now);
    }
    List<Long> onTheirWay = ids(cards, false);
    if (!onTheirWay.isEmpty()) {
      sql.wantLater(onTheirWay, now.plus(A_CALL), now);
    }
  }

  private static List<Long> ids(List<RedrawSql.Its.Card> cards, boolean lying) {
    return cards.stream().filter(card -> card.lies() == lying).map(RedrawSql.Its.Card::id).toList();
  }
}
