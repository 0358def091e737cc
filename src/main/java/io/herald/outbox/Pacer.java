package io.herald.outbox;

import io.herald.store.Database;
import io.herald.store.Tx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives out permits to call a platform, for all nodes together: the pace of each kind of call in
 * each workspace is one row in the database, so that a restart forgets neither what was learnt nor
 * a wait that the platform asked for. Bulk work gets what is free; what somebody waits for goes at
 * once on credit, and bulk makes room for it.
 */
public final class Pacer {
  private static final Logger LOG = LoggerFactory.getLogger(Pacer.class);

  /** Bulk takes permits for so long at once, so that the database is not asked for each call. */
  private static final Duration BATCH = Duration.ofMillis(500);

  /** How far what somebody waits for may run ahead of the pace. */
  private static final Duration CREDIT = Duration.ofSeconds(3);

  /** What Slack allows: one message a second in a channel (docs.slack.dev, rate limits). */
  public static final Duration CHANNEL_GAP = Duration.ofSeconds(1);

  /** Calls a minute that a workspace is thought to take until it has shown otherwise. */
  public static final double FIRST_RATE = Pace.FIRST;

  private final Database database;
  private final InstantSource clock;
  private final Duration channelGap;
  private final Map<Way, Instant> heard = new ConcurrentHashMap<>();
  private volatile Watcher watcher = (tx, workspace, halt) -> {};

  /**
   * @param channelGap how far apart two messages in one channel are
   */
  public Pacer(Database database, InstantSource clock, Duration channelGap) {
    this.database = database;
    this.clock = clock;
    this.channelGap = channelGap;
  }

  private record Way(long workspace, Call call) {}

  /** Hears that a workspace takes no calls at all, or takes them again. */
  public interface Watcher {
    /**
     * Called in the transaction that notes it, once over all nodes.
     *
     * @param halt empty where calls are taken again
     */
    void happened(Tx tx, long workspace, Optional<Halt> halt);
  }

  /** Who is to hear of workspaces that take no calls. */
  public void onHalt(Watcher watcher) {
    this.watcher = watcher;
  }

  /**
   * Permits for bulk work, each at its own moment.
   *
   * @param count how many; where there are none, {@code pause} says how long to wait before asking
   * @param apart how far apart the calls are to be
   */
  public record Permits(int count, Duration apart, Duration pause) {
    static Permits none(Duration wait) {
      return new Permits(0, Duration.ZERO, wait);
    }
  }

  /** Takes permits for bulk work, from now on; at most so many. */
  public Permits take(Tx tx, long workspace, Call call, int most) {
    Instant now = now();
    Pace pace = lock(tx, workspace, call, now);
    Instant free = free(pace);
    if (free.isAfter(now)) {
      return Permits.none(Duration.between(now, free));
    }
    double gap = pace.gap(now);
    int count = (int) Math.max(1, Math.min(most, BATCH.toMillis() / gap));
    tx.sql(PaceSql.class).store(workspace, call, pace.take(count, now));
    return new Permits(count, Duration.ofNanos((long) (gap * 1_000_000)), Duration.ZERO);
  }

  /** Takes one permit for what somebody waits for; says how long it has to wait, if it has to. */
  public Duration takeOne(Tx tx, long workspace, Call call) {
    Instant now = now();
    Pace pace = lock(tx, workspace, call, now);
    Instant from = free(pace).isAfter(now) ? free(pace) : now;
    Instant possible = from.minus(CREDIT);
    if (pace.pausedUntil().isAfter(possible)) {
      possible = pace.pausedUntil();
    }
    if (possible.isAfter(now)) {
      return Duration.between(now, possible);
    }
    tx.sql(PaceSql.class).store(workspace, call, pace.take(1, from));
    return Duration.ZERO;
  }

  /** How long the platform asked to wait before such a call, from now on. */
  public Duration paused(Tx tx, long workspace, Call call) {
    Instant now = now();
    return tx.alike(
            Pace.class,
            List.of(workspace, call),
            () -> tx.sql(PaceSql.class).find(workspace, call).map(Pace::pausedUntil))
        .filter(until -> until.isAfter(now))
        .map(until -> Duration.between(now, until))
        .orElse(Duration.ZERO);
  }

  /**
   * How long this node was told itself to wait before such a call, from now on: known at once,
   * while the others read it in the database.
   */
  public Duration heard(long workspace, Call call) {
    Duration left =
        Duration.between(now(), heard.getOrDefault(new Way(workspace, call), Instant.EPOCH));
    return left.isNegative() ? Duration.ZERO : left;
  }

  /** Takes a channel's turn, one a second; says how long it has to wait for it, if it has to. */
  public Duration takeChannel(Tx tx, long workspace, String channel) {
    Instant now = now();
    Instant next = now.plus(channelGap);
    var sql = tx.sql(PaceSql.class);
    if (sql.takeChannel(workspace, channel, now, next) == 1
        || sql.beginChannel(workspace, channel, next) == 1) {
      return Duration.ZERO;
    }
    return sql.channel(workspace, channel)
        .filter(turn -> turn.isAfter(now))
        .map(turn -> Duration.between(now, turn))
        .orElse(Duration.ofMillis(50));
  }

  /** Forgets channels that have long had their turn. */
  public void forgetChannels(Tx tx) {
    tx.sql(PaceSql.class).forgetChannels(now().minus(Duration.ofHours(1)));
  }

  /**
   * The platform refused a call: nothing of its kind is called in that workspace before the wait is
   * over, by any node.
   *
   * @param begun when the call was begun
   */
  public void refused(long workspace, Call call, Duration wait, Instant begun) {
    heard.merge(new Way(workspace, call), now().plus(wait), (a, b) -> a.isAfter(b) ? a : b);
    database.run(
        tx -> {
          Instant now = now();
          Pace pace = lock(tx, workspace, call, now);
          tx.sql(PaceSql.class).store(workspace, call, pace.refused(now, begun, wait));
        });
  }

  /**
   * A workspace takes no calls at all: everything for it waits, and is tried again after a while.
   *
   * @param why the platform's code; never somebody's words
   */
  public void halt(long workspace, Duration wait, String why) {
    Instant now = now();
    boolean first =
        database.inTransaction(
            tx -> {
              var sql = tx.sql(PaceSql.class);
              sql.pauseAll(workspace, now.plus(wait));
              String code = why.length() > 100 ? why.substring(0, 100) : why;
              boolean begins = sql.halt(workspace, now, code) == 1;
              if (begins) {
                watcher.happened(tx, workspace, Optional.of(new Halt(now, code)));
              }
              return begins;
            });
    if (first) {
      LOG.error("Workspace {} takes no calls ({}); everything for it waits", workspace, why);
    }
  }

  /** A workspace takes calls; says whether it had been halted. */
  public boolean goesOn(long workspace) {
    boolean was =
        database.inTransaction(
            tx -> {
              boolean halted = tx.sql(PaceSql.class).goesOn(workspace) == 1;
              if (halted) {
                watcher.happened(tx, workspace, Optional.empty());
              }
              return halted;
            });
    if (was) {
      LOG.info("Workspace {} takes calls again", workspace);
    }
    return was;
  }

  /** Whether a workspace takes no calls at all now, since when, and why. */
  public Optional<Halt> halted(Tx tx, long workspace) {
    return tx.sql(PaceSql.class).halted(workspace);
  }

  /** How many workspaces take no calls at all now. */
  public int halts() {
    return database.inTransaction(tx -> tx.sql(PaceSql.class).halts());
  }

  /** How many such calls a minute a workspace takes, as far as it is known by now. */
  public double rate(Tx tx, long workspace, Call call) {
    return tx.sql(PaceSql.class).find(workspace, call).map(Pace::rate).orElse(FIRST_RATE);
  }

  private Pace lock(Tx tx, long workspace, Call call, Instant now) {
    var sql = tx.sql(PaceSql.class);
    Pace found =
        sql.lock(workspace, call)
            .orElseGet(
                () -> {
                  sql.begin(workspace, call, Pace.unknown(now));
                  return sql.lock(workspace, call).orElseThrow();
                });
    return found.at(now);
  }

  private static Instant free(Pace pace) {
    return pace.nextAt().isAfter(pace.pausedUntil()) ? pace.nextAt() : pace.pausedUntil();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
