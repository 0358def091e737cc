package io.herald.campaign;

import io.herald.records.Entry;
import io.herald.records.Records;
import io.herald.store.Tx;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Posts that comms justified to bring past members' caps and digests. The reason is recorded, and
 * everybody who gets the post reads it.
 */
public final class Priorities {
  private final Records records;
  private final InstantSource clock;

  public Priorities(Records records, InstantSource clock) {
    this.records = records;
    this.clock = clock;
  }

  /** Why a post cannot wait, and who said so. */
  public record Priority(long post, long member, String reason, Instant at) {}

  public Optional<Priority> of(Tx tx, long post) {
    return tx.alike(Priority.class, post, () -> tx.sql(AskingSql.class).priority(post));
  }

  /** Makes a post a priority; says whether it was none before. */
  public boolean justify(Tx tx, long post, long member, String reason) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    if (tx.sql(AskingSql.class).prioritise(post, member, reason, now) == 0) {
      return false;
    }
    records.append(
        tx, Entry.of("priority_justified", member, "post/" + post).with("reason", reason));
    return true;
  }

  /** Makes a post one like any other; says whether it was none. */
  public boolean takeBack(Tx tx, long post, long member) {
    if (tx.sql(AskingSql.class).noPriority(post) == 0) {
      return false;
    }
    records.append(tx, Entry.of("priority_taken_back", member, "post/" + post));
    return true;
  }
}
