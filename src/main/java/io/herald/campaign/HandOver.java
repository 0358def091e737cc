package io.herald.campaign;

import io.herald.store.Tx;
import java.util.List;

/**
 * Two members become one, who gets each post once. Where both have a delivery of one post the
 * second stays under its old number, for its broadcast counts it and its card may be in somebody's
 * hands; what neither has yet is sent once.
 */
final class HandOver {
  private final Broadcasts broadcasts;

  HandOver(Broadcasts broadcasts) {
    this.broadcasts = broadcasts;
  }

  void deliveries(Tx tx, long from, long to) {
    var sql = tx.sql(HandOverSql.class);
    for (HandOverSql.Pair pair : sql.both(from, to)) {
      settle(tx, sql, pair);
    }
    sql.move(from, to);
    // What still gathers for both gathers together.
    sql.gatherTogether(from, to);
    sql.forgetGathered(from, to);
    sql.endEmptied(from, to);
    sql.dropEmptied(from, to);
    sql.moveDigests(from, to);
    sql.movePriorities(from, to);
    sql.moveCampaigns(from, to);
  }

  private void settle(Tx tx, HandOverSql sql, HandOverSql.Pair pair) {
    DeliveryState kept = DeliveryState.of(pair.keptState());
    DeliveryState other = DeliveryState.of(pair.otherState());
    if (other == DeliveryState.FOUND) {
      sql.takeBackSecond(pair.other(), pair.kept());
      sql.giveIfNone(pair.other(), pair.kept());
      sql.fold(pair.kept(), pair.folded());
      sql.drop(pair.other());
      return;
    }
    if (kept == DeliveryState.FOUND) {
      sql.takeBackSecond(pair.kept(), pair.other());
      sql.giveIfNone(pair.kept(), pair.other());
      sql.fold(pair.other(), pair.folded());
      sql.drop(pair.kept());
      return;
    }
    sql.fold(pair.kept(), pair.folded());
    sql.fold(pair.other(), pair.folded());
    if (waits(other) && (waits(kept) || arrived(kept))) {
      skip(tx, pair.other(), other);
    } else if (waits(kept) && arrived(other)) {
      skip(tx, pair.kept(), kept);
    }
  }

  /** One that somebody has begun to send goes on: it may have arrived. */
  private void skip(Tx tx, long delivery, DeliveryState state) {
    boolean begun =
        state == DeliveryState.QUEUED && tx.sql(DeliverySql.class).takeOut(List.of(delivery)) == 0;
    if (!begun) {
      tx.sql(HandOverSql.class).takeOutOfDigests(delivery);
      broadcasts.ended(tx, delivery, DeliveryState.SKIPPED, "linked");
    }
  }

  private static boolean waits(DeliveryState state) {
    return switch (state) {
      case WAITING, QUEUED, GATHERED -> true;
      case FOUND, DELIVERED, FAILED, SKIPPED, UNKNOWN, RECALLED -> false;
    };
  }

  private static boolean arrived(DeliveryState state) {
    return switch (state) {
      case DELIVERED, UNKNOWN, RECALLED -> true;
      case FOUND, WAITING, QUEUED, GATHERED, FAILED, SKIPPED -> false;
    };
  }
}
