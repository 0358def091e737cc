package io.herald.chat;

import io.herald.members.AccountFacts;
import io.herald.members.People;
import io.herald.members.Person;
import io.herald.outbox.Work;
import io.herald.store.Database;
import java.util.List;

/** Learns who holds an account, then carries out what waited for that. */
final class LookUpErrand implements Errand {
  private final Database database;
  private final People people;
  private final Desk desk;
  private final Couriers couriers;

  LookUpErrand(Database database, People people, Desk desk, Couriers couriers) {
    this.database = database;
    this.people = people;
    this.desk = desk;
    this.couriers = couriers;
  }

  @Override
  public Result run(Work work) {
    Person person = database.inTransaction(tx -> people.identity(tx, work.subject()));
    Courier courier = couriers.of(person.account());
    AccountFacts facts = courier.lookUp(person.platformId());
    database.run(tx -> people.learn(tx, person.id(), facts));
    List<Desk.Late> late = desk.resume(person.id());
    late.forEach(answer -> tell(courier, answer));
    return Result.done();
  }

  private static void tell(Courier courier, Desk.Late late) {
    if (late.reply() instanceof Reply.Done) {
      return;
    }
    try {
      if (late.place().answerAt() != null) {
        courier.answer(late.place().answerAt(), late.reply());
      } else if (late.reply() instanceof Reply.Say say) {
        String channel = late.place().channel();
        courier.whisper(
            channel == null ? late.person().platformId() : channel,
            late.person().platformId(),
            say.text());
      }
    } catch (PlatformFailure failure) {
      // What was asked is done; only the line about it is lost.
      org.slf4j.LoggerFactory.getLogger(LookUpErrand.class)
          .info("A late answer was not delivered: {}", failure.getMessage());
    }
  }
}
