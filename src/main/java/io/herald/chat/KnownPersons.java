package io.herald.chat;

import io.herald.members.People;
import io.herald.members.Person;
import io.herald.records.export.Persons;
import io.herald.store.Tx;
import java.util.Optional;

/** Who the numbers in the record are, as far as Herald still knows. */
public final class KnownPersons implements Persons {
  private final People people;

  public KnownPersons(People people) {
    this.people = people;
  }

  @Override
  public Optional<Known> known(Tx tx, long member) {
    return people.identities(tx, member).stream()
        .findFirst()
        .map(person -> new Known(named(person), person.platformId()));
  }

  private static String named(Person person) {
    return person.name() == null ? person.platformId() : person.name();
  }
}
