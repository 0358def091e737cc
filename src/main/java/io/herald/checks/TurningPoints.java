package io.herald.checks;

import io.herald.store.Tx;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The moments at which rules begin and end by themselves. Nobody does anything then, and yet what
 * is written is to be looked at again. Up to when that was done stands in the database, so a Herald
 * that was down at the moment makes up for it.
 */
public final class TurningPoints {
  private final Packs packs;
  private final InstantSource clock;

  public TurningPoints(Packs packs, InstantSource clock) {
    this.packs = packs;
    this.clock = clock;
  }

  /** Has everything looked at again, once for each pack of which rules began or ended meanwhile. */
  public void look(Tx tx) {
    var sql = tx.sql(PackSql.class);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Optional<Instant> watched = sql.watched();
    if (watched.isEmpty()) {
      sql.beginToWatch(now);
      return;
    }
    if (!now.isAfter(watched.get())) {
      return;
    }
    for (Pack pack : packs.inForce(tx)) {
      // Whatever came before the pack did was found when it came.
      Instant since = later(watched.get(), sql.changedAt(pack.id()).orElse(Instant.EPOCH));
      pack.turningPoints()
          .filter(at -> at.isAfter(since) && !at.isAfter(now))
          .min(Instant::compareTo)
          .ifPresent(first -> packs.lookAgain(tx, pack, first.minusMillis(1)));
    }
    sql.watch(now);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
