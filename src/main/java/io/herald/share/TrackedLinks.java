package io.herald.share;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.herald.members.OrganisationSettings;
import io.herald.store.Database;

/**
 * Where each tracked link leads, remembered. What is remembered carries the state of knowledge that
 * it was read in, so that a change, also one under way while a link is read, is never missed.
 */
public final class TrackedLinks {
  private static final int REMEMBERED = 100_000;

  private final Database database;
  private final OrganisationSettings organisation;
  private final Knowledge knowledge;
  private final Cache<String, Known> cache = Caffeine.newBuilder().maximumSize(REMEMBERED).build();

  public TrackedLinks(Database database, OrganisationSettings organisation, Knowledge knowledge) {
    this.database = database;
    this.organisation = organisation;
    this.knowledge = knowledge;
  }

  private record Known(long state, Tracked tracked) {}

  /**
   * What opening a link comes to.
   *
   * @throws RuntimeException when it is not remembered, or may not be answered from memory, and the
   *     database does not answer
   */
  Tracked find(String token) {
    if (!TrackedTokens.couldBe(token)) {
      return new Tracked.Unknown();
    }
    long state = knowledge.state();
    if (!knowledge.fresh()) {
      return read(token);
    }
    Known known = cache.getIfPresent(token);
    if (known == null || known.state() != state) {
      known = new Known(state, read(token));
      cache.put(token, known);
    }
    return known.tracked();
  }

  private Tracked read(String token) {
    return database.inTransaction(
        tx ->
            tx.sql(TrackedSql.class)
                .find(token)
                .map(row -> tracked(row, organisation.tracking(tx)))
                .orElseGet(Tracked.Unknown::new));
  }

  private static Tracked tracked(TrackedSql.Row row, boolean tracking) {
    if (!row.withdrawn()) {
      return new Tracked.Target(row.id(), row.target(), row.counted() && tracking);
    }
    String elsewhere = row.redirect();
    return elsewhere == null ? new Tracked.Gone() : new Tracked.Elsewhere(elsewhere);
  }
}
