package io.herald.chat;

import io.herald.members.NotKnownYet;
import io.herald.members.People;
import io.herald.members.Person;
import io.herald.members.Platform;
import io.herald.outbox.Lane;
import io.herald.outbox.Outbox;
import io.herald.store.Database;
import io.herald.store.Tx;
import io.herald.words.Refusal;
import io.herald.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where every request arrives: who is it, may they, one feature call, one transaction, no network.
 * A request is taken once: its key is stored with what it causes, and its repeat gets the same
 * answer.
 */
public final class Desk {
  /** How long a request is remembered; platforms repeat theirs for an hour at most. */
  private static final Duration MEMORY = Duration.ofDays(2);

  private final Database database;
  private final People people;
  private final Outbox outbox;
  private final InstantSource clock;
  private final Clerks clerks;
  private final Newcomers newcomers;

  Desk(
      Database database,
      People people,
      Outbox outbox,
      InstantSource clock,
      Clerks clerks,
      Newcomers newcomers) {
    this.newcomers = newcomers;
    this.database = database;
    this.people = people;
    this.outbox = outbox;
    this.clock = clock;
    this.clerks = clerks;
  }

  /**
   * Handles a request.
   *
   * @param writing writes the reply as it goes back, so that a repeat gets it to the letter
   */
  public Answer handle(Ask ask, Answer.Writing writing) {
    try {
      return database.inTransaction(tx -> take(tx, ask, writing));
    } catch (Refusal refusal) {
      return said(refused(ask.from().platform(), refusal), writing);
    } catch (NotKnownYet unknown) {
      return database.inTransaction(tx -> takeForLater(tx, ask, writing));
    }
  }

  /**
   * Goes through a request and takes everything back, so that the first real one finds loaded what
   * it needs.
   */
  public void rehearse(Ask ask, Answer.Writing writing) {
    try {
      database.run(
          tx -> {
            take(tx, ask, writing);
            throw new TakenBack();
          });
    } catch (TakenBack | Refusal | NotKnownYet over) {
      // Nothing is left of it, however far it came.
    }
  }

  private static final class TakenBack extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TakenBack() {
      super(null, null, false, false);
    }
  }

  /** What came of an intent that had waited. */
  public record Late(Person person, Place place, Reply reply) {}

  /** Carries out what waited for a person to be looked up. */
  public List<Late> resume(long identity) {
    var late = new ArrayList<Late>();
    List<DeskSql.WaitingRow> rows =
        database.inTransaction(tx -> tx.sql(DeskSql.class).waiting(identity));
    for (DeskSql.WaitingRow row : rows) {
      var place = new Place(row.channel(), row.message(), row.answerAt(), null);
      Person person = database.inTransaction(tx -> people.identity(tx, identity));
      resume(row, person, place).ifPresent(reply -> late.add(new Late(person, place, reply)));
    }
    return late;
  }

  private Optional<Reply> resume(DeskSql.WaitingRow row, Person person, Place place) {
    try {
      return database.inTransaction(
          tx -> {
            if (tx.sql(DeskSql.class).resume(row.id()) == 0) {
              return Optional.<Reply>empty();
            }
            Intent intent = IntentCodec.read(row.intent()).orElseGet(Intent.Unknown::new);
            var ask =
                new Ask(
                    "late/" + row.id(),
                    person.account(),
                    intent,
                    ValuesCodec.read(row.entries()),
                    place);
            return Optional.of(clerks.handle(new Turn(tx, person, ask), intent));
          });
    } catch (Refusal refusal) {
      database.run(tx -> tx.sql(DeskSql.class).resume(row.id()));
      return Optional.of(refused(person.platform(), refusal));
    }
  }

  /** Forgets requests that no platform repeats any more. */
  void forget(Tx tx) {
    tx.sql(DeskSql.class).forget(now().minus(MEMORY));
  }

  private Answer take(Tx tx, Ask ask, Answer.Writing writing) {
    Optional<Answer> before = repeated(tx, ask);
    if (before.isPresent()) {
      return before.get();
    }
    Person person = meet(tx, ask);
    Reply reply = clerks.handle(new Turn(tx, person, ask), ask.intent());
    Answer answer = said(reply, writing);
    if (reply instanceof Reply.Correct) {
      // The form is still open and may come again, corrected.
      tx.sql(DeskSql.class).release(ask.key());
    } else {
      boolean secret = isSecret(clerks.meant(ask.intent()));
      tx.sql(DeskSql.class).answer(ask.key(), secret ? "" : answer.written());
    }
    return answer;
  }

  /** A code is shown once and written down nowhere; nor is a text that somebody only asks about. */
  private static boolean isSecret(Intent intent) {
    return intent instanceof Intent.Link
        || intent instanceof Intent.CheckText
        || intent instanceof Intent.CheckForm;
  }

  private Answer takeForLater(Tx tx, Ask ask, Answer.Writing writing) {
    Optional<Answer> before = repeated(tx, ask);
    if (before.isPresent()) {
      return before.get();
    }
    Person person = meet(tx, ask);
    Intent intent = clerks.meant(ask.intent());
    tx.sql(DeskSql.class)
        .wait(
            person.id(),
            IntentCodec.write(intent),
            ValuesCodec.write(ask.values()),
            ask.place().channel(),
            ask.place().message(),
            ask.place().answerAt(),
            now());
    outbox.want(tx, Lane.INTERACTIVE, People.LOOK_UP, person.id());
    Answer answer = said(new Reply.Say(Words.text("one_moment")), writing);
    tx.sql(DeskSql.class).answer(ask.key(), answer.written());
    return answer;
  }

  /**
   * Whoever asks. Where their direct messages go is kept as soon as the platform tells it, so that
   * the first push to them can be looked for if its answer is lost.
   */
  private Person meet(Tx tx, Ask ask) {
    Person person = people.meet(tx, ask.from());
    if (people.used(tx, person)) {
      newcomers.came(tx);
    }
    String told = ask.place().direct() ? ask.place().channel() : null;
    if (told == null || told.equals(person.conversation())) {
      return person;
    }
    people.converse(tx, person.id(), told);
    return people.identity(tx, person.id());
  }

  /** The answer of then, where a request of this key was taken; the key is taken now where not. */
  private Optional<Answer> repeated(Tx tx, Ask ask) {
    var sql = tx.sql(DeskSql.class);
    if (sql.take(ask.key(), now()) > 0) {
      return Optional.empty();
    }
    return Optional.of(new Answer(new Reply.Done(), sql.answered(ask.key()).orElse(""), true));
  }

  /** Features refuse without knowing where, so what can be typed is put right here. */
  private static Reply refused(Platform platform, Refusal refusal) {
    return new Reply.Say(Commands.typed(platform, refusal.text()));
  }

  private static Answer said(Reply reply, Answer.Writing writing) {
    return new Answer(reply, writing.write(reply), false);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
