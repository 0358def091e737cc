package io.herald.policy;

import io.herald.records.Entry;
import io.herald.records.Records;
import io.herald.store.Tx;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** What the organisation wants said beside shared words, and where a member leaves it out. */
public final class Disclosures {
  private final Records records;
  private final InstantSource clock;

  public Disclosures(Records records, InstantSource clock) {
    this.records = records;
    this.clock = clock;
  }

  /** All rules as they are now. */
  public DisclosureRules rules(Tx tx) {
    return tx.alike(
        DisclosureRules.class,
        "all",
        () ->
            new DisclosureRules(
                tx.sql(DisclosureSql.class).all().stream().map(DisclosureSql.Row::rule).toList()));
  }

  /** Sets a rule, in the place of the one about the same shares. */
  public void set(Tx tx, long actor, DisclosureRule rule) {
    var sql = tx.sql(DisclosureSql.class);
    var row = DisclosureSql.Row.of(rule);
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    if (sql.change(row, now) == 0) {
      sql.add(row, now);
    }
    records.append(
        tx,
        Entry.of("disclosure_set", actor, "disclosure")
            .with("language", row.language())
            .with("network", row.network())
            .with("topic", row.topic())
            .with("mode", row.mode())
            .with("words", row.words())
            .with("shorter", row.shorter()));
  }

  /** Whether a member leaves out what is only advised, in a post. */
  public boolean leftOut(Tx tx, long post, long member) {
    return tx.sql(DisclosureSql.class).leftOut(post, member) > 0;
  }

  /** A member leaves out what is only advised, in a post, or says it again. */
  public void leaveOut(Tx tx, long post, long member, boolean out) {
    var sql = tx.sql(DisclosureSql.class);
    int changed = out ? sql.leaveOut(post, member) : sql.say(post, member);
    if (changed > 0) {
      records.append(
          tx, Entry.of("disclosure_left_out", member, "post/" + post).with("left_out", out));
    }
  }

  /** Two members became one, who leaves out where either did. */
  public void handOver(Tx tx, long from, long to) {
    var sql = tx.sql(DisclosureSql.class);
    sql.dropDouble(from, to);
    sql.handOver(from, to);
  }
}
