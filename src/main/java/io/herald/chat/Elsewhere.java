package io.herald.chat;

import io.herald.members.People;
import io.herald.members.Person;
import io.herald.store.Tx;
import java.util.List;
import java.util.Optional;

/** Where else a member is reached of whom one account takes nothing any more. */
final class Elsewhere {
  private final People people;
  private final Couriers couriers;

  Elsewhere(People people, Couriers couriers) {
    this.people = people;
    this.couriers = couriers;
  }

  /**
   * The next of the member's accounts, in the order in which they like to be reached. Those before
   * were tried, so a card never goes round in a circle.
   */
  Optional<Person> than(Tx tx, CardRow row) {
    return people
        .find(tx, people.account(tx, row.workspace(), row.recipient()))
        .flatMap(here -> after(here, people.identities(tx, here.member())))
        .filter(person -> couriers.platforms().contains(person.platform()));
  }

  private static Optional<Person> after(Person here, List<Person> all) {
    for (int i = 0; i + 1 < all.size(); i++) {
      if (all.get(i).id() == here.id()) {
        return Optional.of(all.get(i + 1));
      }
    }
    return Optional.empty();
  }
}
