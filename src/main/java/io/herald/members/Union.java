package io.herald.members;

import io.herald.records.Entry;
import io.herald.records.Records;
import io.herald.store.Changes;
import io.herald.store.Tx;
import io.herald.words.Refusal;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Makes one member of two, and two of one again. Of two the one whom Herald met first stays; the
 * other keeps its number, which leads to it from then on.
 */
public final class Union {
  private final People people;
  private final Records records;
  private final InstantSource clock;
  private final List<Belongings> belongings;

  /**
   * @param belongings what hangs on a member beyond this package
   */
  public Union(People people, Records records, InstantSource clock, List<Belongings> belongings) {
    this.people = people;
    this.records = records;
    this.clock = clock;
    this.belongings = List.copyOf(belongings);
  }

  /**
   * Makes one member of the members of two accounts.
   *
   * @return the member that both are now
   */
  long join(Tx tx, long actor, Person one, Person other) {
    long to = Math.min(one.member(), other.member());
    long from = Math.max(one.member(), other.member());
    var sql = tx.sql(LinkSql.class);
    boolean toJoined = people.member(tx, to).joined();
    boolean fromJoined = people.member(tx, from).joined();
    if (sql.inherit(from, to) == 0 || sql.merge(from, to) == 0) {
      throw new Refusal("refusal.link.meanwhile");
    }
    sql.mergeEarlier(from, to);
    sql.addRoles(from, to);
    sql.dropRoles(from);
    // Whoever joined chose what to follow; a list that nobody was ever sent from is no choice.
    if (fromJoined && !toJoined) {
      sql.dropFollows(to);
    }
    if (fromJoined || !toJoined) {
      sql.addFollows(from, to);
    }
    sql.dropFollows(from);
    sql.moveIdentities(from, to);
    belongings.forEach(kept -> kept.handOver(tx, from, to));
    Changes.happened(tx);
    for (long member : List.of(to, from)) {
      records.append(
          tx,
          Entry.of("members_linked", actor, "member/" + member)
              .with("stays", to)
              .with("goes", from)
              .with("accounts", List.of(one.id(), other.id())));
    }
    return to;
  }

  /**
   * Takes an account out of a member: it begins anew as a member of its own, and all that there is
   * stays with the accounts that are left.
   *
   * @return the new member
   */
  public long leave(Tx tx, long actor, Person account) {
    long from = account.member();
    if (people.identities(tx, from).size() < 2) {
      throw new Refusal("refusal.unlink.nothing");
    }
    var sql = tx.sql(LinkSql.class);
    long own = sql.another(from, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    if (sql.moveIdentity(account.id(), from, own) == 0) {
      throw new Refusal("refusal.link.meanwhile");
    }
    sql.prefer(from, 0);
    sql.prefer(own, 0);
    Changes.happened(tx);
    for (long member : List.of(from, own)) {
      records.append(
          tx,
          Entry.of("members_unlinked", actor, "member/" + member)
              .with("stays", from)
              .with("goes", own)
              .with("account", account.id()));
    }
    return own;
  }
}
