package io.herald.chat;

import io.herald.members.People;
import io.herald.members.Person;
import io.herald.outbox.Work;
import io.herald.store.Database;

/** Publishes somebody's Home as it is now. */
final class HomeErrand implements Errand {
  private final Database database;
  private final People people;
  private final HomeScreen screen;
  private final Couriers couriers;

  HomeErrand(Database database, People people, HomeScreen screen, Couriers couriers) {
    this.database = database;
    this.people = people;
    this.screen = screen;
    this.couriers = couriers;
  }

  @Override
  public Result run(Work work) {
    Person person = database.inTransaction(tx -> people.identity(tx, work.subject()));
    Card home = database.inTransaction(tx -> screen.draw(tx, person));
    Courier courier = couriers.of(person.account());
    try {
      courier.publishHome(person.platformId(), home);
    } catch (PlatformFailure failure) {
      if (failure.kind() != PlatformFailure.Kind.BAD_IMAGE) {
        throw failure;
      }
      courier.publishHome(person.platformId(), home.withoutPictures());
    }
    return Result.done();
  }
}
