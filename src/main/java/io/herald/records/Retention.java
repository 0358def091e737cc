package io.herald.records;

import io.herald.store.Tx;
import io.herald.words.Refusal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How long what entries say is kept: by class, as an admin set it, and longer where a hold says so.
 * At the end the content goes; hashes and place stay, and the chain with them.
 */
public final class Retention {
  /** So much goes in one transaction. */
  private static final int BATCH = 500;

  public static final int LONGEST_MONTHS = 100 * 12;

  private final Records records;
  private final Personal personal;
  private final InstantSource clock;

  public Retention(Records records, Personal personal, InstantSource clock) {
    this.records = records;
    this.personal = personal;
    this.clock = clock;
  }

  /** For how many months a class is kept; none for ever. */
  public Optional<Integer> months(Tx tx, KeptAs keptAs) {
    return sql(tx).months(keptAs);
  }

  /**
   * Says for how long a class is kept; it holds for what is there already too.
   *
   * @param months none for ever
   */
  public void set(Tx tx, long actor, KeptAs keptAs, @Nullable Integer months) {
    if (months != null && (months < 1 || months > LONGEST_MONTHS)) {
      throw new Refusal("refusal.retention_months", LONGEST_MONTHS);
    }
    var sql = sql(tx);
    sql.forget(keptAs);
    if (months != null) {
      sql.set(keptAs, months);
    }
    records.append(
        tx,
        Entry.of("retention_set", actor, "retention/" + keptAs.word())
            .with("months", months == null ? "for ever" : months));
  }

  /** Deletes content whose time is over, a batch of each class; says how much. */
  public int deleteWhatIsOver(Tx tx) {
    int deleted = 0;
    var sql = sql(tx);
    for (KeptAs keptAs : KeptAs.values()) {
      Optional<Integer> months = sql.months(keptAs);
      if (months.isPresent()) {
        for (long id : sql.over(keptAs, endOf(months.get()), BATCH)) {
          deleted += sql.delete(id);
        }
      }
    }
    return deleted;
  }

  /** What was written before this was kept so many months now. */
  private Instant endOf(int months) {
    return now().atZone(ZoneOffset.UTC).minusMonths(months).toInstant();
  }

  /**
   * Holds all of a person, of a campaign or of a time; one of the three is given.
   *
   * @return the hold's number
   */
  public long hold(
      Tx tx,
      long actor,
      @Nullable Long member,
      @Nullable Long campaign,
      @Nullable Instant from,
      @Nullable Instant to,
      String reason) {
    long id = sql(tx).hold(member, campaign, from, to, reason, actor, now());
    records.append(
        tx,
        Entry.of("hold_made", actor, "hold/" + id)
            .with("member", member == null ? null : "member/" + member)
            .with("campaign", campaign == null ? null : "campaign/" + campaign)
            .with("from", from)
            .with("to", to)
            .with("reason", reason));
    return id;
  }

  /** Ends a hold; says whether there was one. */
  public boolean release(Tx tx, long actor, long hold) {
    if (sql(tx).release(hold, now()) == 0) {
      return false;
    }
    records.append(tx, Entry.of("hold_ended", actor, "hold/" + hold));
    return true;
  }

  /** The holds that hold, oldest first. */
  public List<Hold> holds(Tx tx) {
    return sql(tx).holds();
  }

  /** Whether a hold keeps something of a class of a person. */
  public boolean held(Tx tx, long member, KeptAs keptAs) {
    return sql(tx).held(member, keptAs) > 0
        || holds(tx).stream().anyMatch(hold -> Long.valueOf(member).equals(hold.member()));
  }

  /**
   * How much of a class is kept of somebody.
   *
   * @param until when the last of what is there now goes; none for never
   */
  public record Kept(KeptAs keptAs, long entries, Optional<Instant> until) {}

  /**
   * What is kept of somebody, by class.
   *
   * @param numbers theirs, and those that lead to them
   */
  public List<Kept> kept(Tx tx, Collection<Long> numbers) {
    var sql = sql(tx);
    return sql.kept(numbers).stream()
        .map(
            kept ->
                new Kept(
                    kept.keptAs(),
                    kept.entries(),
                    sql.months(kept.keptAs())
                        .map(
                            months ->
                                kept.last().atZone(ZoneOffset.UTC).plusMonths(months).toInstant())))
        .toList();
  }

  /** An entry about what somebody did, as it can be read. */
  public record Legible(Instant at, String kind, String subject, String content) {}

  /** The entries of what somebody did, oldest first. */
  public List<Legible> entries(Tx tx, Collection<Long> numbers) {
    return sql(tx).of(numbers).stream()
        .map(
            row ->
                new Legible(
                    row.at(),
                    row.kind(),
                    row.subject(),
                    personal.open(tx, row.content()).readable()))
        .toList();
  }

  /** Who somebody was who was erased, as far as something of them is kept. */
  public Optional<String> name(Tx tx, long member) {
    return sql(tx).named(member, Kind.NAMED + "%").stream()
        .flatMap(content -> personal.value(tx, content, "name").stream())
        .findFirst();
  }

  private static RetentionSql sql(Tx tx) {
    Pending.in(tx).write(tx);
    return tx.sql(RetentionSql.class);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
