package io.herald.members;

import io.herald.members.AccountFacts.Kind;
import io.herald.store.Tx;
import io.herald.words.Refusal;
import io.herald.words.Text;
import io.herald.words.Words;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Two accounts of one person become one member, by a code that one shows and the other takes. A
 * wrong try is counted for whoever typed it and for the code that it came near to, so an answer
 * about it is given back rather than thrown: what is thrown undoes the counting.
 */
public final class Linking {
  /** How long a code can be taken. */
  public static final Duration GOOD_FOR = Duration.ofMinutes(10);

  /**
   * So many wrong tries end a code, and keep a person from trying until they are ten minutes old.
   */
  public static final int TRIES = 5;

  /** Every few thousandth front is taken by another code. */
  private static final int FRONTS_TRIED = 20;

  private final People people;
  private final Union union;
  private final SecureRandom random;
  private final InstantSource clock;

  public Linking(People people, Union union, SecureRandom random, InstantSource clock) {
    this.people = people;
    this.union = union;
    this.random = random;
    this.clock = clock;
  }

  /**
   * What came of a code.
   *
   * @param why what keeps the accounts apart; none where they are one member now
   * @param member the one that both accounts are now, or 0
   */
  public record Taken(Optional<Text> why, long member) {
    private static Taken not(String key, Object... args) {
      return new Taken(Optional.of(Words.text(key, args)), 0);
    }
  }

  /** A new code of an account; an earlier one can be taken no more. */
  public String show(Tx tx, Person person) {
    people.mustBelong(tx, person);
    if (person.kind() != Kind.MEMBER) {
      throw new Refusal("refusal.link.guest");
    }
    var sql = tx.sql(LinkSql.class);
    sql.lock(person.id());
    sql.dropCodes(person.id(), now().minus(GOOD_FOR));
    for (int i = 0; i < FRONTS_TRIED; i++) {
      LinkCode code = LinkCode.make(random);
      if (sql.addCode(person.id(), code.front(), code.hash(), now()) > 0) {
        return code.shown();
      }
    }
    throw new IllegalStateException("no code is free");
  }

  /** Somebody types the code that their other account shows. */
  public Taken take(Tx tx, Person person, String typed) {
    people.mustBelong(tx, person);
    return take(tx, person, person, typed);
  }

  /**
   * An admin types the code that an account shows, and says whose it is: they vouch for what the
   * addresses cannot tell.
   */
  public Taken vouch(Tx tx, Person admin, Person whom, String typed) {
    return take(tx, admin, whom, typed);
  }

  private Taken take(Tx tx, Person typist, Person whom, String typed) {
    var sql = tx.sql(LinkSql.class);
    sql.lock(typist.id());
    Instant tenMinutesAgo = now().minus(GOOD_FOR);
    sql.dropTries(tenMinutesAgo);
    if (sql.tries(typist.id(), tenMinutesAgo) >= TRIES) {
      return Taken.not("refusal.link.too_many_tries");
    }
    Optional<LinkCode> code = LinkCode.read(typed);
    Optional<LinkSql.CodeRow> row = code.flatMap(c -> sql.code(c.front(), tenMinutesAgo));
    if (row.isEmpty() || row.get().tries() >= TRIES || !code.get().has(row.get().hash())) {
      row.ifPresent(near -> sql.triedInVain(near.id()));
      sql.addTry(typist.id(), now());
      return Taken.not("refusal.link.no_such_code");
    }
    Person shower = people.identity(tx, row.get().identity());
    Optional<Taken> apart = keptApart(tx, typist, whom, shower);
    if (apart.isPresent()) {
      return apart.get();
    }
    sql.used(row.get().id());
    return new Taken(Optional.empty(), union.join(tx, typist.member(), shower, whom));
  }

  private Optional<Taken> keptApart(Tx tx, Person typist, Person whom, Person shower) {
    if (shower.member() == whom.member()) {
      return Optional.of(
          Taken.not(
              shower.id() == whom.id() ? "refusal.link.same_account" : "refusal.link.already"));
    }
    if (whom.kind() == Kind.UNKNOWN) {
      return Optional.of(Taken.not("refusal.link.not_looked_up", whom.at()));
    }
    boolean members = whom.kind() == Kind.MEMBER && shower.kind() == Kind.MEMBER;
    if (!members || !people.belongs(tx, whom) || !people.belongs(tx, shower)) {
      return Optional.of(Taken.not("refusal.link.guest"));
    }
    if (tx.sql(LinkSql.class).inOneWorkspace(whom.member(), shower.member()) > 0) {
      return Optional.of(
          Taken.not(
              shower.workspace() == whom.workspace()
                  ? "refusal.link.same_platform"
                  : "refusal.link.linked_to_another"));
    }
    boolean vouched = typist.id() != whom.id();
    return vouched || sameAddress(whom, shower)
        ? Optional.empty()
        : Optional.of(Taken.not("refusal.link.address"));
  }

  /** What a platform says of an address it has confirmed; one that is not confirmed is none. */
  private static boolean sameAddress(Person one, Person other) {
    return one.email() != null
        && !one.email().isBlank()
        && one.email().equalsIgnoreCase(other.email());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
