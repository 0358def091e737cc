package io.herald.chat;

import io.herald.members.Account;
import io.herald.members.People;
import io.herald.members.Person;
import io.herald.outbox.Work;
import io.herald.post.Posts;
import io.herald.store.Database;
import io.herald.store.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Settles a call that was begun and whose end nobody saw, by looking into the conversation. What is
 * there was sent; what is not there after a while was not, and goes again; where Herald may not
 * look, nobody can tell.
 */
final class Settlement {
  private static final Logger LOG = LoggerFactory.getLogger(Settlement.class);
  private static final int ATTEMPTS = 3;

  private final Database database;
  private final Couriers couriers;
  private final People people;
  private final Posts posts;
  private final CardBook cards;
  private final CardFate fate;
  private final Duration settle;

  /**
   * @param settle how long after a call was begun a message that is not there was surely not sent
   */
  Settlement(
      Database database,
      Couriers couriers,
      People people,
      Posts posts,
      CardBook cards,
      CardFate fate,
      Duration settle) {
    this.database = database;
    this.couriers = couriers;
    this.people = people;
    this.posts = posts;
    this.cards = cards;
    this.fate = fate;
    this.settle = settle;
  }

  Errand.Result settle(Work work, CardRow row, Account account, Instant triedAt) {
    Courier courier = couriers.of(account);
    Optional<Courier.Sent> found;
    try {
      String channel = conversation(courier, row, account);
      if (channel == null) {
        return unknown(work, row, "no conversation to look in");
      }
      found = courier.find(channel, row.id(), triedAt);
    } catch (PlatformFailure failure) {
      if (failure.kind() == PlatformFailure.Kind.FORBIDDEN
          || failure.kind() == PlatformFailure.Kind.GONE) {
        return unknown(work, row, failure.kind().name());
      }
      throw failure;
    }
    if (found.isPresent()) {
      Courier.Sent sent = found.get();
      return Errand.Result.done(
          tx -> {
            fate.arrived(tx, row, sent);
            // What it shows is as old as the call.
            cards.refresh(tx, row.id());
          });
    }
    Duration left = Duration.between(posts.now(), triedAt.plus(settle));
    if (!left.isNegative() && !left.isZero()) {
      return Errand.Result.later(left);
    }
    if (row.lost() + 1 >= ATTEMPTS) {
      LOG.warn("Card {} was begun {} times and never arrived", row.id(), ATTEMPTS);
      return Errand.Result.done(tx -> fate.failed(tx, work, row, "never arrived", "never_arrived"));
    }
    return Errand.Result.later(Duration.ZERO).after(tx -> fate.lost(tx, work, row));
  }

  /** Known from any earlier message, or asked for. */
  private @Nullable String conversation(Courier courier, CardRow row, Account account) {
    if (row.kind() == CardKind.CHANNEL_POST) {
      return row.recipient();
    }
    Optional<Person> person = database.inTransaction(tx -> people.find(tx, account));
    String known = person.map(Person::conversation).orElse(null);
    if (known != null) {
      return known;
    }
    Optional<String> told = courier.conversation(account.user());
    told.ifPresent(conversation -> database.run(tx -> remember(tx, person, conversation)));
    return told.orElse(null);
  }

  private void remember(Tx tx, Optional<Person> person, String conversation) {
    person.ifPresent(found -> people.converse(tx, found.id(), conversation));
  }

  private Errand.Result unknown(Work work, CardRow row, String why) {
    LOG.warn("Card {} may or may not have arrived ({}); it is not sent again", row.id(), why);
    return Errand.Result.done(tx -> fate.unknown(tx, work, row, why));
  }
}
