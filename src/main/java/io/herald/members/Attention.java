package io.herald.members;

import io.herald.records.Entry;
import io.herald.records.Records;
import io.herald.store.Tx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
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
    return tx.sql(AttentionSql.class)
        .find(member)
        .map(AttentionSql.Row::choices)
        .orElse(AttentionChoices.NONE);
  }

  /** Stores what a member chose; a pause stays as it was. Says whether that changed anything. */
  public boolean choose(
      Tx tx, Person person, @Nullable Integer cap, @Nullable QuietHours quiet, Digest digest) {
    AttentionChoices before = locked(tx, person.member());
    var chosen = new AttentionChoices(cap, quiet, digest, before.pausedUntil());
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
   * Counts an ask that is about to be made, unless the cap is reached; says whether it may be made.
   * Two that meet here are counted one after the other.
   *
   * @param priority it is counted past the cap as well
   */
  public boolean ask(Tx tx, long member, boolean priority) {
    var sql = tx.sql(AttentionSql.class);
    LocalDate week = AttentionChoices.week(now());
    int cap = priority ? Integer.MAX_VALUE : choices(tx, member).cap(organisation.weeklyCap(tx));
    return sql.askAgain(week, member, cap) > 0
        || sql.askFirst(week, member) > 0
        || sql.askAgain(week, member, cap) > 0;
  }

  /** Takes an ask back that was counted at a time, and did not reach the member. */
  public void notAsked(Tx tx, long member, Instant countedAt) {
    tx.sql(AttentionSql.class).takeBack(AttentionChoices.week(countedAt), member);
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
