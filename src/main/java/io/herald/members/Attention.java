package io.herald.members;

import io.herald.records.Entry;
import io.herald.records.Records;
import io.herald.store.Tx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much of a member's attention Herald may take. A post card, a digest and a reminder are asks;
 * an answer to what somebody did is none.
 */
public final class Attention {
  /** What a pause comes to. */
  public static final Duration PAUSE = Duration.ofDays(14);

  /** The least and the most that a cap can be. */
  public static final int LEAST = 1;

  public static final int MOST = 50;

  /** Weeks of which the counts are kept; only the last is ever asked for. */
  private static final int WEEKS_KEPT = 4;

  private final OrganisationSettings organisation;
  private final Records records;
  private final InstantSource clock;

  public Attention(OrganisationSettings organisation, Records records, InstantSource clock) {
    this.organisation = organisation;
    this.records = records;
    this.clock = clock;
  }

  public AttentionChoices choices(Tx tx, long member) {
    return tx.read(
            Person.class,
            member,
            AttentionSql.Row.class,
            members -> tx.sql(AttentionSql.class).find(members))
        .map(AttentionSql.Row::choices)
        .orElse(AttentionChoices.NONE);
  }

  /** Stores what a member chose; a pause stays as it was. Says whether that changed anything. */
  public boolean choose(
      Tx tx, Person person, @Nullable Integer cap, @Nullable QuietHours quiet, Digest digest) {
    AttentionChoices before = locked(tx, person.member());
    var chosen = new AttentionChoices(cap, quiet, digest, before.pausedUntil(), before.fewer());
    if (chosen.equals(before)) {
      return false;
    }
    store(tx, person.member(), chosen);
    records.append(
        tx,
        Entry.of("attention_set", person.member(), "member/" + person.member())
            .with("cap", cap)
            .with("quiet_from", quiet == null ? null : quiet.from().toString())
            .with("quiet_to", quiet == null ? null : quiet.to().toString())
            .with("digest", digest.rhythm())
            .with("digest_day", digest.rhythm() == Digest.Rhythm.WEEKLY ? digest.day() : null)
            .with("digest_at", digest.chosen() ? digest.at().toString() : null));
    return true;
  }

  /** Sets the member's own cap alone; none for what the organisation says. */
  public void cap(Tx tx, Person person, @Nullable Integer cap) {
    AttentionChoices now = choices(tx, person.member());
    choose(tx, person, cap, now.quiet(), now.digest());
  }

  /**
   * Asks a member less than the organisation says, as long as they choose no cap. It follows from
   * what they said of their accounts, which has its own entry.
   */
  public void fewer(Tx tx, long member, boolean fewer) {
    store(tx, member, locked(tx, member).fewer(fewer));
  }

  /** Leaves the member alone for two weeks from now; says until when. */
  public Instant pause(Tx tx, Person person) {
    Instant until = now().plus(PAUSE);
    AttentionChoices before = locked(tx, person.member());
    store(tx, person.member(), before.pausedUntil(until));
    records.append(
        tx, Entry.of("paused", person.member(), "member/" + person.member()).with("until", until));
    return until;
  }

  /** Ends a pause; says whether there was one. */
  public boolean resume(Tx tx, Person person) {
    AttentionChoices before = locked(tx, person.member());
    if (!before.paused(now())) {
      return false;
    }
    store(tx, person.member(), before.pausedUntil(null));
    records.append(tx, Entry.of("resumed", person.member(), "member/" + person.member()));
    return true;
  }

  /** Until when a member is left alone; none where they are not. */
  public @Nullable Instant pausedUntil(Tx tx, long member) {
    AttentionChoices choices = choices(tx, member);
    return choices.paused(now()) ? choices.pausedUntil() : null;
  }

  /** When a member may be asked, as things stand. */
  public Timing timing(Tx tx, Person person, boolean priority) {
    return choices(tx, person.member())
        .timing(
            now(),
            person.zoneId(),
            organisation.weeklyCap(tx),
            week -> asked(tx, person.member(), week),
            priority);
  }

  /** When what a role needs may be sent to somebody: past everything but quiet hours. */
  public Instant quietIsOver(Tx tx, Person person) {
    QuietHours quiet = choices(tx, person.member()).quiet();
    return quiet == null ? now() : quiet.over(now(), person.zoneId());
  }

  /** How often a member was asked in the week that begins on a Monday. */
  public int asked(Tx tx, long member, LocalDate week) {
    return tx.sql(AttentionSql.class).asked(week, member).orElse(0);
  }

  public int askedThisWeek(Tx tx, long member) {
    return asked(tx, member, AttentionChoices.week(now()));
  }

  /**
   * A member whose choices hang on where they are.
   *
   * @param timing when they may be asked, as things stand
   */
  public record Special(long member, Timing timing) {}

  /**
   * The members with quiet hours or a digest, in the order of their ids, after one of them. All
   * others are asked now, unless they paused or the cap is reached.
   */
  public List<Special> special(Tx tx, boolean priority, long after, int most) {
    Instant now = now();
    LocalDate week = AttentionChoices.week(now);
    int cap = organisation.weeklyCap(tx);
    return tx.sql(AttentionSql.class).special(week, after, most).stream()
        .map(
            row -> {
              int asks = row.asks() == null ? 0 : row.asks();
              ZoneId zone = Person.zoneOf(row.zone());
              // Nobody was asked in a week to come.
              return new Special(
                  row.member(),
                  row.row()
                      .choices()
                      .timing(now, zone, cap, w -> w.equals(week) ? asks : 0, priority));
            })
        .toList();
  }

  /** When a digest that found the week full is due instead: the first in a week that is not. */
  public Instant nextDigest(Tx tx, Person person) {
    AttentionChoices choices = choices(tx, person.member());
    Digest digest = choices.digest().chosen() ? choices.digest() : Digest.EVERY_DAY;
    ZoneId zone = person.zoneId();
    int cap = choices.cap(organisation.weeklyCap(tx));
    Instant next = digest.next(now(), zone);
    while (asked(tx, person.member(), AttentionChoices.week(next)) >= cap) {
      next = digest.next(next, zone);
    }
    return choices.quiet() == null ? next : choices.quiet().over(next, zone);
  }

  /**
   * Counts an ask that is about to be made, unless the cap is reached; says whether it may be made.
   * Two that meet here are counted one after the other.
   *
   * @param priority it is counted past the cap as well
   */
  public boolean ask(Tx tx, long member, boolean priority) {
    int cap = priority ? 0 : choices(tx, member).cap(organisation.weeklyCap(tx));
    return ask(tx, member, priority, cap);
  }

  /** When a member may be asked; where that is now, the ask that is about to be made is counted. */
  public Timing askNow(Tx tx, Person person, boolean priority) {
    Instant now = now();
    LocalDate week = AttentionChoices.week(now);
    AttentionChoices choices = choices(tx, person.member());
    int organisationCap = organisation.weeklyCap(tx);
    // Of this week the statement that counts knows best.
    Timing timing =
        choices.timing(
            now,
            person.zoneId(),
            organisationCap,
            w -> w.equals(week) ? 0 : asked(tx, person.member(), w),
            priority);
    return timing instanceof Timing.Now
            && !ask(tx, person.member(), priority, choices.cap(organisationCap))
        ? new Timing.Not(Timing.Reason.CAP_REACHED)
        : timing;
  }

  private boolean ask(Tx tx, long member, boolean priority, int ownCap) {
    var sql = tx.sql(AttentionSql.class);
    LocalDate week = AttentionChoices.week(now());
    int cap = priority ? Integer.MAX_VALUE : ownCap;
    return sql.askAgain(week, member, cap) > 0
        || sql.askFirst(week, member) > 0
        || sql.askAgain(week, member, cap) > 0;
  }

  /** Takes an ask back that was counted at a time, and did not reach the member. */
  public void notAsked(Tx tx, long member, Instant countedAt) {
    tx.sql(AttentionSql.class).takeBack(AttentionChoices.week(countedAt), member);
  }

  /** Two members became one, and were asked as often as both; the choices of the one stay. */
  public void handOver(Tx tx, long from, long to) {
    var sql = tx.sql(AttentionSql.class);
    AttentionChoices theirs = choices(tx, from);
    AttentionChoices own = choices(tx, to);
    Instant pause = later(own.pausedUntil(), theirs.pausedUntil());
    store(
        tx, to, (own.fewer(false).equals(AttentionChoices.NONE) ? theirs : own).pausedUntil(pause));
    sql.forget(from);
    sql.addAsks(from, to);
    sql.moveAsks(from, to);
    sql.forgetAsks(from);
  }

  private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isAfter(other) ? one : other;
  }

  /** Forgets counts that no rule asks for any more. */
  public void forget(Tx tx) {
    tx.sql(AttentionSql.class).forgetBefore(AttentionChoices.week(now()).minusWeeks(WEEKS_KEPT));
  }

  private AttentionChoices locked(Tx tx, long member) {
    tx.sql(AttentionSql.class).lock(member);
    return choices(tx, member);
  }

  private static void store(Tx tx, long member, AttentionChoices choices) {
    var sql = tx.sql(AttentionSql.class);
    if (choices.equals(AttentionChoices.NONE)) {
      sql.forget(member);
      return;
    }
    var row = AttentionSql.Row.of(choices);
    if (sql.change(member, row) == 0) {
      sql.add(member, row);
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
