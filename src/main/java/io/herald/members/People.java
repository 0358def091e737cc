package io.herald.members;

import io.herald.members.AccountFacts.Kind;
import io.herald.outbox.Lane;
import io.herald.outbox.Outbox;
import io.herald.records.Entry;
import io.herald.records.Records;
import io.herald.store.Changes;
import io.herald.store.Keyed;
import io.herald.store.Tx;
import io.herald.words.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The people of the organisation, as far as they have met Herald. */
public final class People {
  /** The outbox's kind for looking up an identity. */
  public static final String LOOK_UP = "lookup";

  /** The topic of drafts without one; whoever joins follows it. */
  public static final long GENERAL = 1;

  private static final Duration USED_FOR = Duration.ofMinutes(1);

  private final Outbox outbox;
  private final Records records;
  private final OrganisationSettings organisation;
  private final InstantSource clock;

  public People(
      Outbox outbox, Records records, OrganisationSettings organisation, InstantSource clock) {
    this.outbox = outbox;
    this.records = records;
    this.organisation = organisation;
    this.clock = clock;
  }

  /**
   * Whoever holds an account. Somebody met for the first time is stored by account alone; name,
   * address and the rest are looked up in the background.
   */
  public Person meet(Tx tx, Account account) {
    var sql = tx.sql(PeopleSql.class);
    Optional<Person> known = find(tx, account);
    if (known.isPresent()) {
      return known.get();
    }
    long workspace = workspace(tx, account.platform(), account.workspace());
    sql.lockWorkspace(workspace);
    return find(tx, account)
        .orElseGet(
            () -> {
              long id = sql.addIdentity(sql.addMember(now()), workspace, account.user());
              outbox.want(tx, Lane.INTERACTIVE, LOOK_UP, id);
              return identity(tx, id);
            });
  }

  /** Herald's id of a workspace. */
  public long workspace(Tx tx, Platform platform, String platformId) {
    var sql = tx.sql(PeopleSql.class);
    return sql.workspace(platform, platformId)
        .orElseGet(
            () -> {
              sql.addWorkspace(platform, platformId, now());
              return sql.workspace(platform, platformId).orElseThrow();
            });
  }

  /** Herald's ids of the workspaces that it has met. */
  public List<Long> workspaces(Tx tx) {
    return tx.sql(PeopleSql.class).workspaces().stream().map(PeopleSql.WorkspaceRow::id).toList();
  }

  /** The account of somebody in a workspace, by Herald's id of it. */
  public Account account(Tx tx, long workspace, String platformId) {
    var row =
        tx.alike(
            PeopleSql.WorkspaceRow.class,
            workspace,
            () -> tx.sql(PeopleSql.class).workspaceById(workspace).orElseThrow());
    return new Account(row.platform(), row.platformId(), platformId);
  }

  /**
   * Whoever holds an account of a workspace that Herald knows; met for the first time if need be.
   */
  public Person inWorkspace(Tx tx, long workspace, String platformId) {
    return meet(tx, account(tx, workspace, platformId));
  }

  public Optional<Person> find(Tx tx, Account account) {
    return tx.sql(PeopleSql.class)
        .byAccount(account.platform(), account.workspace(), account.user());
  }

  public Person identity(Tx tx, long id) {
    return tx.sql(PeopleSql.class).byId(id).orElseThrow();
  }

  /** The identities with an e-mail address, or with a platform's id. */
  public List<Person> called(Tx tx, String who) {
    return tx.sql(PeopleSql.class).called(who);
  }

  /** A member's identities: the one that they prefer first, then the one used last. */
  public List<Person> identities(Tx tx, long member) {
    return tx.sql(PeopleSql.class).ofMember(member);
  }

  /** Numbers that others once were and that lead to this member now. */
  public List<Long> earlier(Tx tx, long member) {
    return tx.sql(LinkSql.class).earlier(member);
  }

  /** A member through the identity on which they are to hear from Herald. */
  public Person member(Tx tx, long member) {
    tx.dealsWith(Person.class, List.of(member));
    return tx.read(
            Person.class,
            member,
            Person.class,
            members -> Keyed.by(Person::member, tx.sql(PeopleSql.class).ofMembers(members)))
        .orElseGet(() -> identities(tx, member).get(0));
  }

  /**
   * Where a member of several identities wants to hear from Herald; none for where they were last.
   */
  public void prefer(Tx tx, long member, @Nullable Long identity) {
    var sql = tx.sql(LinkSql.class);
    List<Long> wanted = identity == null ? List.of() : List.of(identity);
    if (sql.preferred(member).equals(wanted)) {
      return;
    }
    sql.prefer(member, identity == null ? 0 : identity);
    records.append(
        tx, Entry.of("platform_chosen", member, "member/" + member).with("account", identity));
  }

  /** Stores what the platform says of an account. */
  public void learn(Tx tx, long identity, AccountFacts facts) {
    var sql = tx.sql(PeopleSql.class);
    Person person = identity(tx, identity);
    sql.learn(identity, facts.name(), facts.email(), facts.kind(), facts.zone().getId(), now());
    int moved =
        facts.active()
            ? sql.backInOrganisation(person.member())
            : sql.leftOrganisation(person.member(), now());
    if (moved > 0) {
      Changes.happened(tx);
      records.append(
          tx,
          Entry.of(
              facts.active() ? "member_back" : "member_gone", null, "member/" + person.member()));
    }
  }

  /**
   * Has accounts that were looked up longest ago, and before a time, looked up again: people change
   * names, become guests and leave, and not every platform says so.
   */
  public void refresh(Tx tx, Instant before, int most) {
    tx.sql(PeopleSql.class)
        .lookedUpBefore(before, most)
        .forEach(id -> outbox.want(tx, Lane.BULK, LOOK_UP, id));
  }

  /** Whether a member still belongs to the organisation; their share links end when they do not. */
  public boolean stillHere(Tx tx, long member) {
    return tx.sql(PeopleSql.class).stillHere(member).orElse(false);
  }

  /** Remembers where the direct messages of whoever holds an account go, if anybody does. */
  public void converse(Tx tx, long workspace, String platformId, String conversation) {
    tx.write(
        new PeopleSql.Conversation(workspace, platformId, conversation),
        (same, all) -> same.sql(PeopleSql.class).converseWith(all));
  }

  /** Remembers where a person's direct messages go. */
  public void converse(Tx tx, long identity, String conversation) {
    tx.sql(PeopleSql.class).converse(identity, conversation);
  }

  /**
   * Notes that somebody does something through an identity; within a minute once is enough, unless
   * they did something through another one meanwhile. Says whether they never did before.
   */
  public boolean used(Tx tx, Person person) {
    Instant last = person.lastUsedAt();
    if (last == null || last.plus(USED_FOR).isBefore(now())) {
      tx.sql(PeopleSql.class).used(person.id(), now());
    } else {
      tx.sql(PeopleSql.class).usedAgain(person.id(), person.member(), last, now());
    }
    return last == null;
  }

  public void sawHome(Tx tx, long identity) {
    tx.sql(PeopleSql.class).sawHome(identity, now());
  }

  /**
   * Holds that this person may join, draft and decide.
   *
   * @throws NotKnownYet while the platform has not said what the account is
   * @throws Refusal for a bot, a member of another organisation, and a guest unless guests may
   */
  public void mustBelong(Tx tx, Person person) {
    if (person.kind() == Kind.UNKNOWN) {
      throw new NotKnownYet(person.account());
    }
    if (!belongs(tx, person)) {
      throw new Refusal("refusal.not_a_member");
    }
  }

  /** Whether it is known that this person may join, draft and decide. */
  public boolean belongs(Tx tx, Person person) {
    boolean may =
        person.kind() == Kind.MEMBER || (person.kind() == Kind.GUEST && organisation.guests(tx));
    return may && stillHere(tx, person.member());
  }

  /** Joins; says whether that changed anything. */
  public boolean join(Tx tx, Person person) {
    mustBelong(tx, person);
    var sql = tx.sql(PeopleSql.class);
    if (sql.join(person.member(), now()) == 0) {
      return false;
    }
    if (follows(tx, person.member()).isEmpty()) {
      sql.follow(person.member(), GENERAL);
    }
    records.append(tx, Entry.of("joined", person.member(), "member/" + person.member()));
    return true;
  }

  /** Ends every push to the member; says whether that changed anything. */
  public boolean leave(Tx tx, Person person) {
    if (tx.sql(PeopleSql.class).leave(person.member()) == 0) {
      return false;
    }
    records.append(tx, Entry.of("left", person.member(), "member/" + person.member()));
    return true;
  }

  /** Whether this is the first time that the member may be welcomed; true once. */
  public boolean welcome(Tx tx, Person person) {
    return tx.sql(PeopleSql.class).welcome(person.member(), now()) > 0;
  }

  public List<Long> follows(Tx tx, long member) {
    return tx.read(
            Person.class,
            member,
            PeopleSql.Follow.class,
            members ->
                Keyed.listsBy(
                    PeopleSql.Follow::member,
                    PeopleSql.Follow::topic,
                    tx.sql(PeopleSql.class).follows(members)))
        .orElse(List.of());
  }

  public void follow(Tx tx, long member, List<Long> topics) {
    var sql = tx.sql(PeopleSql.class);
    for (long old : follows(tx, member)) {
      if (!topics.contains(old)) {
        sql.unfollow(member, old);
        records.append(tx, Entry.of("unfollowed", member, "member/" + member).with("topic", old));
      }
    }
    for (long topic : topics) {
      if (sql.follow(member, topic) > 0) {
        records.append(tx, Entry.of("followed", member, "member/" + member).with("topic", topic));
      }
    }
  }

  /** Whether the member's own links are counted. */
  public void track(Tx tx, Person person, boolean tracking) {
    if (person.tracking() != tracking) {
      tx.sql(PeopleSql.class).track(person.member(), tracking);
      Changes.happened(tx);
      records.append(
          tx,
          Entry.of("tracking_set", person.member(), "member/" + person.member())
              .with("on", tracking));
    }
  }

  /**
   * Whether two members are one person as far as refusing goes: the same, or with an equal address.
   */
  public boolean same(Tx tx, long one, long other) {
    return one == other || tx.sql(PeopleSql.class).sharedAddresses(one, other) > 0;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
