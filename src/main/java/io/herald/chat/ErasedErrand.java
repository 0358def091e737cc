package io.herald.chat;

import io.herald.members.People;
import io.herald.members.Role;
import io.herald.outbox.Outbox;
import io.herald.outbox.Work;
import io.herald.privacy.Erasures;
import io.herald.store.Database;
import io.herald.store.Tx;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.LongFunction;

/**
 * Has the cards drawn anew that others have before them and on which somebody stands by name who
 * was erased: in bulk, so that what people wait for goes first.
 */
final class ErasedErrand implements Errand {
  private static final int POSTS_AT_ONCE = 100;

  private final Database database;
  private final Erasures erasures;
  private final People people;
  private final Homes homes;
  private final Outbox outbox;
  private final InstantSource clock;

  ErasedErrand(
      Database database,
      Erasures erasures,
      People people,
      Homes homes,
      Outbox outbox,
      InstantSource clock) {
    this.database = database;
    this.erasures = erasures;
    this.people = people;
    this.homes = homes;
    this.outbox = outbox;
    this.clock = clock;
  }

  static ErasedErrand of(Features f, Homes homes) {
    return new ErasedErrand(
        f.database(), f.keeping().erasures(), f.people(), homes, f.outbox(), f.clock());
  }

  @Override
  public Result run(Work work) {
    List<Long> numbers =
        database.inTransaction(
            tx -> erasures.numbers(tx, erasures.find(tx, work.subject()).orElseThrow()));
    List<Long> posts = database.inTransaction(tx -> tx.sql(ErasedSql.class).posts(numbers));
    for (int from = 0; from < posts.size(); from += POSTS_AT_ONCE) {
      List<Long> some = posts.subList(from, Math.min(posts.size(), from + POSTS_AT_ONCE));
      database.run(
          tx -> want(tx, workspace -> tx.sql(ErasedSql.class).cards(some, numbers, workspace)));
    }
    return Result.done(
        tx -> {
          want(tx, workspace -> tx.sql(ErasedSql.class).exports(numbers, workspace));
          homes.refresh(tx, Role.APPROVER);
          homes.refresh(tx, Role.LEAD);
        });
  }

  private void want(Tx tx, LongFunction<List<RedrawSql.Its.Card>> cards) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    for (long workspace : people.workspaces(tx)) {
      Redraws.want(tx, cards.apply(workspace), workspace, now);
    }
    outbox.ring(tx);
  }
}
