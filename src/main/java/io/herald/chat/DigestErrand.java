package io.herald.chat;

import io.herald.campaign.Broadcasts;
import io.herald.campaign.Digests;
import io.herald.members.People;
import io.herald.members.Person;
import io.herald.outbox.Work;
import io.herald.store.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;

/** A member's digest, when its time has come: closed, entered in the book, then sent. */
final class DigestErrand implements Errand {
  private final Database database;
  private final Broadcasts broadcasts;
  private final Digests digests;
  private final People people;
  private final CardBook cards;
  private final CardErrand sending;
  private final InstantSource clock;

  DigestErrand(
      Database database,
      Broadcasts broadcasts,
      Digests digests,
      People people,
      CardBook cards,
      CardErrand sending,
      InstantSource clock) {
    this.database = database;
    this.broadcasts = broadcasts;
    this.digests = digests;
    this.people = people;
    this.cards = cards;
    this.sending = sending;
    this.clock = clock;
  }

  @Override
  public Result run(Work work) {
    Supplier<Result> next =
        database.inTransaction(
            tx -> {
              Person person = people.member(tx, digests.member(tx, work.subject()));
              Digests.Next what = digests.close(tx, broadcasts, work.subject(), person);
              if (what instanceof Digests.Next.Wait wait) {
                return () -> Result.later(until(wait.until()));
              }
              if (what instanceof Digests.Next.Nothing) {
                return Result::done;
              }
              var begun = cards.about(tx, CardKind.DIGEST, work.subject()).stream().findFirst();
              long card =
                  begun
                      .orElseGet(
                          () ->
                              cards.enter(
                                  tx,
                                  CardKind.DIGEST,
                                  work.subject(),
                                  0,
                                  person.workspace(),
                                  person.platformId()))
                      .id();
              return () -> sending.run(work, card);
            });
    return next.get();
  }

  private Duration until(Instant at) {
    Duration wait = Duration.between(clock.instant(), at);
    return wait.isNegative() ? Duration.ZERO : wait;
  }
}
