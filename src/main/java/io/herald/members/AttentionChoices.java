package io.herald.members;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What a member chose of their attention, and the rule that follows from it.
 *
 * @param cap how often they may be asked in a week; none for what the organisation says
 * @param quiet none where every hour is as good as another
 * @param pausedUntil nothing is sent to them before
 * @param fewer whether they are asked less than the organisation says where they chose no cap
 */
public record AttentionChoices(
    @Nullable Integer cap,
    @Nullable QuietHours quiet,
    Digest digest,
    @Nullable Instant pausedUntil,
    boolean fewer) {

  /** Whoever chose nothing. */
  public static final AttentionChoices NONE =
      new AttentionChoices(null, null, Digest.NONE, null, false);

  /**
   * When the member may be asked.
   *
   * @param now when there is something to ask
   * @param zone where the member is
   * @param organisationCap for a member without a cap of their own
   * @param asked how often they were asked in the week that begins on a Monday
   * @param priority comms justified it: it goes past cap and digest, but waits for the end of quiet
   *     hours, and never past a pause
   */
  public Timing timing(
      Instant now,
      ZoneId zone,
      int organisationCap,
      ToIntFunction<LocalDate> asked,
      boolean priority) {
    if (paused(now)) {
      return new Timing.Not(Timing.Reason.PAUSED);
    }
    if (digest.chosen() && !priority) {
      return new Timing.InDigest(loud(digest.next(now, zone), zone));
    }
    Instant at = loud(now, zone);
    if (!priority && asked.applyAsInt(week(at)) >= cap(organisationCap)) {
      return new Timing.Not(Timing.Reason.CAP_REACHED);
    }
    return at.equals(now) ? new Timing.Now() : new Timing.Later(at, Timing.Reason.QUIET_HOURS);
  }

  public boolean paused(Instant now) {
    return pausedUntil != null && pausedUntil.isAfter(now);
  }

  /** How often they may be asked in a week. */
  public int cap(int organisationCap) {
    return cap == null ? usual(organisationCap) : cap;
  }

  /** How often they may be asked as long as they choose no cap. */
  public int usual(int organisationCap) {
    return fewer ? fewer(organisationCap) : organisationCap;
  }

  /** Half of what the organisation says, rounded up. */
  public static int fewer(int organisationCap) {
    return (organisationCap + 1) / 2;
  }

  public AttentionChoices pausedUntil(@Nullable Instant until) {
    return new AttentionChoices(cap, quiet, digest, until, fewer);
  }

  public AttentionChoices fewer(boolean less) {
    return new AttentionChoices(cap, quiet, digest, pausedUntil, less);
  }

  /**
   * The Monday of a moment's week, by UTC: one week for everybody, so that one statement counts.
   */
  public static LocalDate week(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC)
        .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  private Instant loud(Instant at, ZoneId zone) {
    return quiet == null ? at : quiet.over(at, zone);
  }
}
