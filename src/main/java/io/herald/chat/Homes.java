package io.herald.chat;

import io.herald.members.People;
import io.herald.members.Person;
import io.herald.members.Role;
import io.herald.members.Roles;
import io.herald.outbox.Lane;
import io.herald.outbox.Outbox;
import io.herald.store.Tx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Has Homes drawn anew, of people who have looked at theirs; nobody else has one. */
final class Homes {
  /** The outbox's kind for drawing a Home; its subject is the identity. */
  static final String HOME = "home";

  /** Whoever looked longer ago gets theirs when they open it: a Home costs a call each. */
  private static final Duration LATELY = Duration.ofDays(1);

  private final People people;
  private final Roles roles;
  private final Outbox outbox;
  private final InstantSource clock;

  Homes(People people, Roles roles, Outbox outbox, InstantSource clock) {
    this.people = people;
    this.roles = roles;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** Somebody looks at Home now; it shows the first page of everything. */
  void opened(Tx tx, Person person) {
    people.sawHome(tx, person.id());
    tx.sql(HomesSql.class).forgetPages(person.id());
    outbox.want(tx, Lane.INTERACTIVE, HOME, person.id());
  }

  /** Somebody turns a page of one of their lists. */
  void turn(Tx tx, Person person, HomeList list, int skip) {
    var sql = tx.sql(HomesSql.class);
    if (sql.turn(person.id(), list.word(), skip) == 0) {
      sql.turnFirst(person.id(), list.word(), skip);
    }
    outbox.want(tx, Lane.INTERACTIVE, HOME, person.id());
  }

  /** How many of a list stand before the page that somebody sees. */
  int skipped(Tx tx, Person person, HomeList list) {
    return tx.sql(HomesSql.class).skipped(person.id(), list.word()).orElse(0);
  }

  /** Something that a member sees there changed. */
  void refresh(Tx tx, long member) {
    want(tx, Lane.INTERACTIVE, people.identities(tx, member));
  }

  /** Something that everybody with a role sees there changed. */
  void refresh(Tx tx, Role role) {
    want(tx, Lane.BULK, roles.people(tx, role));
  }

  /** Something that everybody sees there changed; whoever looked lately sees it at once. */
  void refreshMembers(Tx tx) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    tx.sql(HomesSql.class).wantSeenSince(now.minus(LATELY), now);
    outbox.ring(tx);
  }

  private void want(Tx tx, Lane lane, List<Person> whose) {
    whose.stream()
        .filter(person -> person.homeSeenAt() != null)
        .forEach(person -> outbox.want(tx, lane, HOME, person.id()));
  }
}
