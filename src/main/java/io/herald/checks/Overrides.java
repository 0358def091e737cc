package io.herald.checks;

import io.herald.records.Entry;
import io.herald.records.Records;
import io.herald.store.Tx;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * What approvers let through although a check would block it. An override is for the same words by
 * the same rule in one revision: what is written anew is decided anew.
 */
public final class Overrides {
  private final Records records;
  private final InstantSource clock;

  public Overrides(Records records, InstantSource clock) {
    this.records = records;
    this.clock = clock;
  }

  /** Something that somebody let through, and why. */
  public record Let(String rule, String words, long member, String reason) {
    boolean covers(Finding finding) {
      return rule.equals(finding.rule()) && words.equals(finding.words());
    }
  }

  /** Lets findings of a revision through; none of them may be firm. */
  public void add(
      Tx tx, long post, int revision, List<Finding> findings, long member, String reason) {
    var at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    for (Finding finding : findings) {
      if (finding.firm()) {
        throw new IllegalArgumentException(finding.rule() + " lets nothing through");
      }
      tx.sql(OverrideSql.class)
          .add(post, revision, finding.rule(), finding.words(), member, reason, at);
      records.append(
          tx,
          Entry.of("check_overridden", member, "post/" + post)
              .with("revision", revision)
              .with("rule", finding.rule())
              .with("words", finding.words())
              .with("reason", reason));
    }
  }

  /** Everything that was let through of a revision. */
  public List<Let> of(Tx tx, long post, int revision) {
    return tx.sql(OverrideSql.class).of(post, revision);
  }

  /** Who let a finding through, if anybody did. */
  public static Optional<Let> of(List<Let> all, Finding finding) {
    return all.stream().filter(let -> let.covers(finding)).findFirst();
  }

  /** Two members became one, who let through what both did. */
  public void handOver(Tx tx, long from, long to) {
    tx.sql(OverrideSql.class).handOver(from, to);
  }
}
