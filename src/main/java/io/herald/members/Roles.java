package io.herald.members;

import io.herald.records.Entry;
import io.herald.records.Records;
import io.herald.store.Changes;
import io.herald.store.Tx;
import io.herald.words.Refusal;
import io.herald.words.Words;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who holds which role. Nothing follows from a higher role but what stands here. */
public final class Roles {
  private static final String COMMAND_LINE = "command line";

  private final People people;
  private final Records records;
  private final InstantSource clock;

  public Roles(People people, Records records, InstantSource clock) {
    this.people = people;
    this.records = records;
    this.clock = clock;
  }

  public boolean holds(Tx tx, long member, Role role) {
    return tx.sql(PeopleSql.class).holds(member, role) > 0 && people.stillHere(tx, member);
  }

  /** Holds that a member has one of some roles. */
  public void must(Tx tx, long member, Role... any) {
    for (Role role : any) {
      if (holds(tx, member, role)) {
        return;
      }
    }
    throw new Refusal("refusal.only", Words.say("only." + any[0].word()));
  }

  /** The members who hold a role. */
  public List<Long> holders(Tx tx, Role role) {
    return tx.sql(PeopleSql.class).holders(role);
  }

  /** The identities of those who hold a role. */
  public List<Person> people(Tx tx, Role role) {
    return tx.sql(PeopleSql.class).withRole(role);
  }

  /** Gives a role; says whether that changed anything. */
  public boolean grant(Tx tx, long actor, long member, Role role) {
    return grantBy(tx, actor, null, member, role);
  }

  /** Gives a role that stands in the settings of the installation. */
  public boolean grantFromSettings(Tx tx, long member, Role role) {
    return grantBy(tx, null, "settings", member, role);
  }

  /** Gives a role in the name of whoever has the machine; no account is known of them. */
  public boolean grantAtCommandLine(Tx tx, long member, Role role) {
    return grantBy(tx, null, COMMAND_LINE, member, role);
  }

  private boolean grantBy(
      Tx tx, @Nullable Long actor, @Nullable String way, long member, Role role) {
    int changed =
        tx.sql(PeopleSql.class).grant(member, role, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    if (changed > 0) {
      Changes.happened(tx);
      records.append(
          tx,
          Entry.of("role_granted", actor, "member/" + member)
              .with("role", role.word())
              .with("way", way));
    }
    return changed > 0;
  }

  /** Takes a role away; the last admin's cannot be taken. */
  public boolean take(Tx tx, long actor, long member, Role role) {
    return takeBy(tx, actor, null, member, role);
  }

  /** As {@link #take}, in the name of whoever has the machine. */
  public boolean takeAtCommandLine(Tx tx, long member, Role role) {
    return takeBy(tx, null, COMMAND_LINE, member, role);
  }

  private boolean takeBy(
      Tx tx, @Nullable Long actor, @Nullable String way, long member, Role role) {
    var sql = tx.sql(PeopleSql.class);
    List<Long> holders = sql.lockHolders(role);
    if (role == Role.ADMIN && holders.size() == 1 && holders.contains(member)) {
      throw new Refusal("refusal.last_admin");
    }
    int changed = sql.take(member, role);
    if (changed > 0) {
      Changes.happened(tx);
      records.append(
          tx,
          Entry.of("role_taken", actor, "member/" + member)
              .with("role", role.word())
              .with("way", way));
    }
    return changed > 0;
  }
}
