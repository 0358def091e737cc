package io.herald.privacy;

import io.herald.members.People;
import io.herald.members.Person;
import io.herald.members.Role;
import io.herald.members.Roles;
import io.herald.outbox.Lane;
import io.herald.outbox.Outbox;
import io.herald.records.Entry;
import io.herald.records.KeptAs;
import io.herald.records.PersonKeys;
import io.herald.records.Records;
import io.herald.records.Retention;
import io.herald.store.Tx;
import io.herald.words.Refusal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;

/**
 * Forgets people who wish it. Membership ends at once. What nothing has to stay of goes at once
 * too, rows and keys, unless a hold forbids it; what the organisation must keep stays for its time,
 * and with it who it was of, closed under the same keys; an admin may let it go earlier.
 */
public final class Erasures {
  /** The outbox's kind for drawing cards anew on which somebody stands who was erased. */
  public static final String CARDS = "erased";

  private final People people;
  private final Roles roles;
  private final Records records;
  private final PersonKeys keys;
  private final Retention retention;
  private final Outbox outbox;
  private final InstantSource clock;
  private final List<Runnable> heard = new CopyOnWriteArrayList<>();
  private volatile BiConsumer<Tx, Runnable> around = (tx, change) -> change.run();

  public Erasures(
      People people,
      Roles roles,
      Records records,
      PersonKeys keys,
      Retention retention,
      Outbox outbox,
      InstantSource clock) {
    this.people = people;
    this.roles = roles;
    this.records = records;
    this.keys = keys;
    this.retention = retention;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** How somebody is made to go, with what follows where they had a role; must run the change. */
  public void around(BiConsumer<Tx, Runnable> made) {
    around = made;
  }

  /** Who is told on this node when somebody was erased; must not throw. */
  public void onErased(Runnable hears) {
    heard.add(hears);
  }

  /**
   * Somebody wishes to be forgotten.
   *
   * @throws Refusal for the last admin
   */
  public Erasure ask(Tx tx, Person person) {
    long member = person.member();
    if (roles.holders(tx, Role.ADMIN).equals(List.of(member))) {
      throw new Refusal("refusal.last_admin_erased");
    }
    var sql = tx.sql(ErasureSql.class);
    Optional<Erasure> waiting = sql.waiting(member);
    if (waiting.isPresent()) {
      return waiting.get();
    }
    people.leave(tx, person);
    boolean rest =
        sql.numbers(member).stream().anyMatch(number -> !classesThatStay(tx, number).isEmpty());
    long id = sql.ask(member, now(), rest ? Erasure.Rest.ASKED : Erasure.Rest.NONE);
    records.append(
        tx, Entry.of("erasure_asked", null, "erasure/" + id).with("member", "member/" + member));
    carryOut(tx, sql.find(id).orElseThrow());
    return sql.find(id).orElseThrow();
  }

  /** The wish of a member that a hold keeps from being carried out. */
  public Optional<Erasure> waiting(Tx tx, long member) {
    return tx.sql(ErasureSql.class).waiting(member);
  }

  /** The number of whoever was erased, and those that led to them. */
  public List<Long> numbers(Tx tx, Erasure erasure) {
    return tx.sql(ErasureSql.class).numbers(erasure.member());
  }

  public Optional<Erasure> find(Tx tx, long id) {
    return tx.sql(ErasureSql.class).find(id);
  }

  /** Whether a hold keeps something of a member that would go otherwise. */
  public boolean held(Tx tx, long member) {
    return tx.sql(ErasureSql.class).numbers(member).stream()
        .anyMatch(number -> retention.held(tx, number, KeptAs.PARTICIPATION));
  }

  /** Carries out the wishes that no hold forbids any more; says how many. */
  public int carryOutWaiting(Tx tx) {
    int done = 0;
    for (Erasure erasure : tx.sql(ErasureSql.class).waiting()) {
      done += carryOut(tx, erasure) ? 1 : 0;
    }
    return done;
  }

  private boolean carryOut(Tx tx, Erasure erasure) {
    if (held(tx, erasure.member())) {
      return false;
    }
    around.accept(tx, () -> forget(tx, erasure.member()));
    tx.sql(ErasureSql.class).done(erasure.id(), now());
    records.append(tx, Entry.of("erased", null, "erasure/" + erasure.id()));
    outbox.want(tx, Lane.INTERACTIVE, CARDS, erasure.id());
    tx.afterCommit(() -> heard.forEach(Runnable::run));
    return true;
  }

  private void forget(Tx tx, long member) {
    List<Long> numbers = tx.sql(ErasureSql.class).numbers(member);
    people.identities(tx, member).stream()
        .findFirst()
        .ifPresent(person -> numbers.forEach(number -> keepName(tx, number, person)));
    numbers.forEach(number -> keys.destroy(tx, number, KeptAs.PARTICIPATION));
    Forget.all(tx, member, numbers, now());
  }

  /** Who it was stays known for what stays, and no longer than that. */
  private void keepName(Tx tx, long number, Person person) {
    for (KeptAs keptAs : classesThatStay(tx, number)) {
      records.append(
          tx,
          Entry.named(number, keptAs).with("name", person.name()).with("address", person.email()));
    }
  }

  private List<KeptAs> classesThatStay(Tx tx, long member) {
    return retention.kept(tx, List.of(member)).stream()
        .map(Retention.Kept::keptAs)
        .filter(keptAs -> !keptAs.mayGo())
        .toList();
  }

  /** Who it was, as far as something of them is kept. */
  public Optional<String> name(Tx tx, Erasure erasure) {
    return retention.name(tx, erasure.member());
  }

  /** What the organisation keeps of somebody who was erased. */
  public List<Retention.Kept> rest(Tx tx, Erasure erasure) {
    return retention.kept(tx, numbers(tx, erasure)).stream()
        .filter(kept -> !kept.keptAs().mayGo())
        .toList();
  }

  /**
   * An admin decides what becomes of what is kept.
   *
   * @throws Refusal when it was decided before, or a hold keeps it
   */
  public Erasure decide(Tx tx, long admin, long id, boolean erase) {
    var sql = tx.sql(ErasureSql.class);
    Erasure erasure = sql.lock(id).orElseThrow(() -> new Refusal("refusal.no_erasure"));
    if (erase) {
      for (KeptAs keptAs : KeptAs.values()) {
        if (retention.held(tx, erasure.member(), keptAs)) {
          throw new Refusal("refusal.erasure_held");
        }
      }
    }
    if (sql.decide(id, erase ? Erasure.Rest.ERASED : Erasure.Rest.KEPT, admin, now()) == 0) {
      throw new Refusal("refusal.erasure_decided");
    }
    if (erase) {
      destroyAll(tx, erasure.member());
      sql.begunAnew(id);
    }
    records.append(
        tx, Entry.of(erase ? "erasure_granted" : "erasure_declined", admin, "erasure/" + id));
    return sql.find(id).orElseThrow();
  }

  /**
   * Forgets in a restored database whom the list outside it names.
   *
   * @param all also what the organisation keeps
   */
  public boolean again(Tx tx, long member, boolean all) {
    if (tx.sql(ErasureSql.class).numbers(member).isEmpty()) {
      return false;
    }
    forget(tx, member);
    if (all) {
      destroyAll(tx, member);
    }
    var sql = tx.sql(ErasureSql.class);
    long id = sql.ask(member, now(), all ? Erasure.Rest.ERASED : Erasure.Rest.KEPT);
    sql.done(id, now());
    records.append(tx, Entry.of("erased_after_restore", null, "erasure/" + id));
    outbox.want(tx, Lane.INTERACTIVE, CARDS, id);
    return true;
  }

  private void destroyAll(Tx tx, long member) {
    for (long number : tx.sql(ErasureSql.class).numbers(member)) {
      keys.classes(tx, number).forEach(keptAs -> keys.destroy(tx, number, keptAs));
    }
  }

  /** Those that were carried out, for the list outside the database. */
  List<Erasure> done(Tx tx) {
    return tx.sql(ErasureSql.class).done();
  }

  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
