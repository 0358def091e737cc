package io.herald.chat;

import io.herald.members.AccountFacts;
import io.herald.members.People;
import io.herald.members.Person;
import io.herald.outbox.Work;
import io.herald.store.Database;
import io.herald.words.Text;
import io.herald.words.Words;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Learns who holds an account, then carries out what waited for that. */
final class LookUpErrand implements Errand {
  private static final Logger LOG = LoggerFactory.getLogger(LookUpErrand.class);

  private final Database database;
  private final People people;
  private final Desk desk;
  private final Homes homes;
  private final Couriers couriers;

  LookUpErrand(Database database, People people, Desk desk, Homes homes, Couriers couriers) {
    this.database = database;
    this.people = people;
    this.desk = desk;
    this.homes = homes;
    this.couriers = couriers;
  }

  @Override
  public Result run(Work work) {
    Person person = database.inTransaction(tx -> people.identity(tx, work.subject()));
    Courier courier = couriers.of(person.account());
    AccountFacts facts = lookUp(courier, person);
    database.run(
        tx -> {
          people.learn(tx, person.id(), facts);
          if (facts.kind() != person.kind()) {
            // Home shows posts only to those of whom it is known that they belong.
            homes.refresh(tx, person.member());
          }
        });
    List<Desk.Late> late = desk.resume(person.id());
    late.forEach(answer -> tell(courier, answer));
    return Result.done();
  }

  /** An account that the platform does not know, or no longer, belongs to nobody here. */
  private static AccountFacts lookUp(Courier courier, Person person) {
    try {
      return courier.lookUp(person.platformId());
    } catch (PlatformFailure failure) {
      if (failure.kind() != PlatformFailure.Kind.GONE) {
        throw failure;
      }
      String name = person.name() == null ? person.platformId() : person.name();
      return new AccountFacts(
          person.account(),
          name,
          person.email(),
          AccountFacts.Kind.FOREIGN,
          person.zoneId(),
          false);
    }
  }

  /** Gives a late answer to whoever asked, where they asked. */
  static void tell(Courier courier, Desk.Late late) {
    Reply reply = spoken(late.reply());
    if (reply instanceof Reply.Done) {
      return;
    }
    try {
      if (late.place().answerAt() != null) {
        courier.answer(late.place().answerAt(), reply);
      } else if (reply instanceof Reply.Say say) {
        String channel = late.place().channel();
        courier.whisper(
            channel == null ? late.person().platformId() : channel,
            late.person().platformId(),
            say.text());
      }
    } catch (PlatformFailure failure) {
      // What was asked is done; only the line about it is lost.
      LOG.info("A late answer was not delivered: {}", failure.getMessage());
    }
  }

  /** The form is closed by now, so what is wrong with it is said in a line. */
  private static Reply spoken(Reply reply) {
    if (!(reply instanceof Reply.Correct correct)) {
      return reply;
    }
    Text all = Words.text("late.not_taken");
    for (Text mistake : correct.fields().values()) {
      all = all.then(" ").then(mistake);
    }
    return new Reply.Say(all);
  }
}
