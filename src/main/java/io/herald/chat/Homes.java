package io.herald.chat;

import io.herald.members.People;
import io.herald.members.Person;
import io.herald.members.Role;
import io.herald.members.Roles;
import io.herald.outbox.Lane;
import io.herald.outbox.Outbox;
import io.herald.store.Tx;
import java.util.List;

/** Has Homes drawn anew, of people who have looked at theirs; nobody else has one. */
final class Homes {
  /** The outbox's kind for drawing a Home; its subject is the identity. */
  static final String HOME = "home";

  private final People people;
  private final Roles roles;
  private final Outbox outbox;

  Homes(People people, Roles roles, Outbox outbox) {
    this.people = people;
    this.roles = roles;
    this.outbox = outbox;
  }

  /** Somebody looks at Home now. */
  void opened(Tx tx, Person person) {
    people.sawHome(tx, person.id());
    outbox.want(tx, Lane.INTERACTIVE, HOME, person.id());
  }

  /** Something that a member sees there changed. */
  void refresh(Tx tx, long member) {
    want(tx, Lane.INTERACTIVE, people.identities(tx, member));
  }

  /** Something that everybody with a role sees there changed. */
  void refresh(Tx tx, Role role) {
    want(tx, Lane.BULK, roles.people(tx, role));
  }

  private void want(Tx tx, Lane lane, List<Person> whose) {
    whose.stream()
        .filter(person -> person.homeSeenAt() != null)
        .forEach(person -> outbox.want(tx, lane, HOME, person.id()));
  }
}
