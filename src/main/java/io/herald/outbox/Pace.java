package io.herald.outbox;

import java.time.Duration;
import java.time.Instant;

/**
 * The pace of one kind of call in one workspace: how many permits a minute there are, learnt from
 * what the platform refuses. A rule without effects; rates are calls a minute.
 *
 * <p>Between two refusals the platform has given out all that it permits, so the calls that passed
 * between them, over the time, are the ceiling. After a refusal the pace goes on there, or just
 * below the rate that was refused. Then it waits, longer after each climb that failed, creeping up
 * a little, and climbs: by half, then doubling as long as nothing is refused. A platform lets
 * bursts pass beyond its ceiling; how much passed in a climb that came to nothing is remembered,
 * and only a climb that got more than that is believed.
 *
 * @param rate what is permitted now
 * @param before the rate before the step that is tried now; the same as {@code rate} where none is
 * @param home the last rate that was kept for long; 0 where there is none
 * @param refused the rate that was refused last; 0 where none was
 * @param nextAt when the next permit is free
 * @param pausedUntil nothing is called before
 * @param refusedAt when the last refusal came, or the counting of {@code passed} began
 * @param passed permits given since
 * @param steadyFrom since when the rate is used to the full and nothing was refused
 * @param patience how long the rate is to be steady before a climb, in milliseconds
 * @param steps how many steps of this climb were not refused
 * @param retryAfter how long the platform last asked to wait, in milliseconds
 * @param climbFrom when this climb began
 * @param climbPassed what {@code passed} was then
 * @param slack how many seconds' worth of calls a burst may bring beyond the ceiling
 * @param excess how many the last climb brought
 * @param doubted whether the last climb that got somewhere was taken for a burst
 */
public record Pace(
    double rate,
    double before,
    double home,
    double refused,
    Instant nextAt,
    Instant pausedUntil,
    Instant refusedAt,
    long passed,
    Instant steadyFrom,
    long patience,
    int steps,
    long retryAfter,
    Instant climbFrom,
    long climbPassed,
    double slack,
    double excess,
    boolean doubted) {

  /** Slack's published figure is "several hundred a minute"; it is where the search begins. */
  static final double FIRST = 300;

  /** Never slower, outside a wait that the platform asked for. */
  static final double SLOWEST = 60;

  private static final long FIRST_PATIENCE = 3_000;
  private static final double MORE_PATIENCE = 4;
  private static final long LONG_PATIENCE = 50_000;
  private static final long CALLS_BETWEEN_CLIMBS = 160;
  private static final long DOUBTFUL_PATIENCE = 12_000;
  private static final double CREEP = 0.04;
  private static final double FIRST_STEP = 1.5;
  private static final double STEP = 2;
  private static final long STEP_MILLIS = 2_500;
  private static final int STEP_CALLS = 6;
  private static final int CALLS_THAT_TELL = 5;
  private static final long IDLE_MILLIS = 1_500;
  private static final long KNOWN_MILLIS = 20_000;

  /** Before anything is known. */
  static Pace unknown(Instant now) {
    return new Pace(
        FIRST, FIRST, 0, 0, now, now, now, 0, now, FIRST_PATIENCE, 0, 1_000, now, 0, 0, 0, false);
  }

  /** How far apart permits are now, in milliseconds. */
  double gap(Instant now) {
    double gap = 60_000 / rate;
    if (climbs()) {
      return gap;
    }
    double waited = Math.max(0, millis(steadyFrom, now)) / (double) patience;
    return gap / (1 + CREEP * Math.min(1, waited));
  }

  /** As it is at a time: whether a step is over, or a climb is due. */
  Pace at(Instant now) {
    if (millis(nextAt, now) > IDLE_MILLIS) {
      return idle(now);
    }
    long steady = millis(steadyFrom, now);
    if (climbs()) {
      return steady < Math.max(STEP_MILLIS, STEP_CALLS * 60_000 / rate)
          ? this
          : step(rate * STEP, now, steps + 1, home);
    }
    if (steady < patience) {
      return this;
    }
    double known = steady >= KNOWN_MILLIS || home == 0 ? rate : home;
    Pace first = step(firstStep(), now, 0, known);
    return first.climbing(now, passed);
  }

  /** Takes permits from a time on. */
  Pace take(int permits, Instant from) {
    return moved(
        from.plusMillis(Math.round(permits * gap(from))),
        pausedUntil,
        passed + permits,
        steadyFrom);
  }

  /**
   * The platform refused a call.
   *
   * @param begun when it was begun: several that were under way together are one refusal
   */
  Pace refused(Instant now, Instant begun, Duration wait) {
    Instant until = later(pausedUntil, now.plus(wait));
    if (begun.isBefore(refusedAt)) {
      return moved(later(nextAt, until), until, passed, later(steadyFrom, until));
    }
    long since = Math.max(1, millis(refusedAt, now));
    double proven = passed < CALLS_THAT_TELL ? 0 : (passed - 0.5) * 60_000 / since;
    double belowThis = Math.min(proven, rate * 0.98);
    if (climbs()) {
      return climbRefused(now, until, wait, belowThis);
    }
    if (home > 0 && rate > home * 1.01 && proven > 0.7 * home) {
      // What a climb seemed to have gained was a burst.
      return settled(
          Math.max(home, belowThis),
          now,
          until,
          wait,
          home,
          Math.max(slack, excess),
          excess,
          longer(),
          doubted);
    }
    double to = proven > 0 ? belowThis : Math.sqrt(SLOWEST * rate);
    boolean fell = to < 0.7 * rate || (proven == 0 && rate < 1.1 * SLOWEST);
    double known = proven == 0 || to < 0.7 * home ? 0 : home;
    return settled(
        to, now, until, wait, known, slack, excess, fell ? FIRST_PATIENCE : patience, doubted);
  }

  private Pace climbRefused(Instant now, Instant until, Duration wait, double belowThis) {
    double from = home > 0 ? home : before;
    double perSecond = from / 60;
    double gained = (passed - climbPassed - from * millis(climbFrom, now) / 60_000) / perSecond;
    boolean sure = gained > 1.3 * slack + 2 / perSecond;
    if (steps > 0 && (sure || doubted)) {
      return settled(
          Math.max(before, belowThis),
          now,
          until,
          wait,
          home,
          slack,
          gained,
          sure ? FIRST_PATIENCE : DOUBTFUL_PATIENCE,
          sure && doubted);
    }
    double back = steps == 0 ? before : Math.max(SLOWEST, home);
    return settled(
        Math.max(back, belowThis),
        now,
        until,
        wait,
        home,
        Math.max(0.9 * slack, gained),
        gained,
        longer(),
        steps > 0 || doubted);
  }

  private boolean climbs() {
    return rate > before;
  }

  private double firstStep() {
    double step = rate * FIRST_STEP;
    // Not long after a fall the ceiling is somewhere between; later it may have moved.
    return patience < LONG_PATIENCE / 2 && refused > 1.04 * rate
        ? Math.min(step, Math.sqrt(rate * refused))
        : step;
  }

  /** Seldom: at most about one call in a hundred may be refused, and little time is lost. */
  private long longer() {
    double longest =
        Math.max(
            LONG_PATIENCE, Math.max(CALLS_BETWEEN_CLIMBS * 60_000 / before, 40.0 * retryAfter));
    return (long) Math.min(MORE_PATIENCE * patience, longest);
  }

  /** Less was wanted than permitted, which tells nothing of the ceiling. */
  private Pace idle(Instant now) {
    return new Pace(
        before,
        before,
        home,
        refused,
        now,
        pausedUntil,
        now,
        0,
        now,
        patience,
        0,
        retryAfter,
        now,
        0,
        slack,
        excess,
        doubted);
  }

  private Pace step(double to, Instant now, int number, double known) {
    return new Pace(
        to,
        rate,
        known,
        to > refused ? 0 : refused,
        nextAt,
        pausedUntil,
        refusedAt,
        passed,
        now,
        patience,
        number,
        retryAfter,
        climbFrom,
        climbPassed,
        slack,
        excess,
        doubted);
  }

  private Pace climbing(Instant from, long alreadyPassed) {
    return new Pace(
        rate,
        before,
        home,
        refused,
        nextAt,
        pausedUntil,
        refusedAt,
        passed,
        steadyFrom,
        patience,
        steps,
        retryAfter,
        from,
        alreadyPassed,
        slack,
        excess,
        doubted);
  }

  private Pace moved(Instant next, Instant pause, long counted, Instant steady) {
    return new Pace(
        rate,
        before,
        home,
        refused,
        next,
        pause,
        refusedAt,
        counted,
        steady,
        patience,
        steps,
        retryAfter,
        climbFrom,
        climbPassed,
        slack,
        excess,
        doubted);
  }

  private Pace settled(
      double to,
      Instant now,
      Instant until,
      Duration wait,
      double known,
      double burst,
      double gained,
      long untilClimb,
      boolean doubt) {
    double settled = Math.max(SLOWEST, to);
    return new Pace(
        settled,
        settled,
        known,
        rate,
        later(nextAt, until),
        until,
        now,
        0,
        until,
        untilClimb,
        0,
        wait.toMillis(),
        now,
        0,
        burst,
        gained,
        doubt);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static long millis(Instant from, Instant to) {
    return Duration.between(from, to).toMillis();
  }
}
