package io.herald.policy;

import io.herald.members.OrganisationSettings;
import io.herald.members.Person;
import io.herald.members.Role;
import io.herald.records.Entry;
import io.herald.records.Records;
import io.herald.store.Tx;
import io.herald.words.Refusal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * The policies of the organisation. What was published stays as it was; whoever acknowledges says
 * so of one version in one language.
 */
public final class Policies {
  private final OrganisationSettings organisation;
  private final Records records;
  private final InstantSource clock;

  public Policies(OrganisationSettings organisation, Records records, InstantSource clock) {
    this.organisation = organisation;
    this.records = records;
    this.clock = clock;
  }

  /** Publishes the first version of a new document; says its id. */
  public long publish(Tx tx, long actor, PolicyText text, Readers readers) {
    long id = tx.sql(PolicySql.class).add(now());
    store(tx, actor, id, 1, text, readers);
    return id;
  }

  /**
   * Publishes the next version of a document; whoever it is for is asked to read it. A retired
   * document is in force again.
   *
   * @param from the version that the publisher had before their eyes
   * @throws Refusal where somebody published another one meanwhile
   */
  public void publishNext(
      Tx tx, long actor, long document, int from, PolicyText text, Readers readers) {
    if (tx.sql(PolicySql.class).next(document, from, now()) == 0) {
      throw new Refusal("refusal.policy_newer");
    }
    store(tx, actor, document, from + 1, text, readers);
  }

  private void store(
      Tx tx, long actor, long document, int version, PolicyText text, Readers readers) {
    var sql = tx.sql(PolicySql.class);
    add(tx, actor, document, version, text);
    sql.dropReaders(document);
    readers.topics().forEach(topic -> sql.addTopic(document, topic));
    readers.roles().forEach(role -> sql.addRole(document, role));
    records.append(
        tx,
        entry("policy_published", actor, document, version, text)
            .with("topics", readers.topics())
            .with("roles", readers.roles().stream().map(Role::word).toList()));
  }

  /**
   * Adds the words of a version in another language. Nobody is asked again: it is the same version.
   *
   * @throws Refusal where it has words in this language, or is not in force any more
   */
  public void translate(Tx tx, long actor, long document, int version, PolicyText text) {
    PolicyDocument now = get(tx, document);
    if (now.version() != version || !now.inForce()) {
      throw new Refusal("refusal.policy_newer");
    }
    if (!add(tx, actor, document, version, text)) {
      throw new Refusal("refusal.policy_language_there", text.language().name());
    }
    records.append(tx, entry("policy_translated", actor, document, version, text));
  }

  private boolean add(Tx tx, long actor, long document, int version, PolicyText text) {
    return tx.sql(PolicySql.class)
            .addText(
                document,
                version,
                text.language().tag(),
                text.title(),
                text.link(),
                text.summary(),
                now(),
                actor)
        > 0;
  }

  private static Entry entry(String kind, long actor, long document, int version, PolicyText text) {
    return Entry.of(kind, actor, "policy/" + document)
        .with("version", version)
        .with("language", text.language().tag())
        .with("title", text.title())
        .with("link", text.link())
        .with("summary", text.summary());
  }

  /** Takes a document out of force; says whether that changed anything. */
  public boolean retire(Tx tx, long actor, long document) {
    if (tx.sql(PolicySql.class).retire(document, now()) == 0) {
      return false;
    }
    records.append(tx, Entry.of("policy_retired", actor, "policy/" + document));
    return true;
  }

  public PolicyDocument get(Tx tx, long id) {
    return find(tx, id).orElseThrow(() -> new Refusal("refusal.no_such_policy"));
  }

  public Optional<PolicyDocument> find(Tx tx, long id) {
    return tx.sql(PolicySql.class).find(id).map(row -> whole(tx, row));
  }

  /** The documents in force. */
  public List<PolicyDocument> inForce(Tx tx) {
    return tx.sql(PolicySql.class).inForce().stream().map(row -> whole(tx, row)).toList();
  }

  /** The documents in force that are for a member, and how they stand to each. */
  public List<Standing> standings(Tx tx, long member) {
    return tx.sql(PolicySql.class).inForceFor(member).stream()
        .map(row -> standing(tx, whole(tx, row), member))
        .toList();
  }

  /** Those of {@link #standings} that wait for the member's acknowledgement. */
  public List<Standing> waiting(Tx tx, long member) {
    return waits(tx, member)
        ? standings(tx, member).stream().filter(s -> !s.acknowledged()).toList()
        : List.of();
  }

  /** Whether something in force waits for a member's acknowledgement. */
  public boolean waits(Tx tx, long member) {
    return tx.isAmong(
        Person.class, member, PolicySql.class, members -> tx.sql(PolicySql.class).waiting(members));
  }

  /** How a member stands to a document, whether it is for them or not. */
  public Standing standing(Tx tx, PolicyDocument document, long member) {
    return new Standing(
        document,
        tx.sql(PolicySql.class)
            .last(document.id(), member)
            .map(PolicySql.AcknowledgementRow::acknowledgement)
            .orElse(null));
  }

  /**
   * A member has read a version in a language; the first time counts. Says whether that changed
   * anything.
   *
   * @throws Refusal where another version is in force by now
   */
  public boolean acknowledge(Tx tx, long member, long document, int version, Language language) {
    PolicyDocument now = get(tx, document);
    if (now.version() != version || !now.inForce()) {
      throw new Refusal(now.inForce() ? "refusal.policy_older" : "refusal.policy_retired");
    }
    PolicyText text =
        now.exactlyIn(language).orElseThrow(() -> new Refusal("refusal.no_such_policy"));
    if (tx.sql(PolicySql.class).acknowledge(document, version, member, text.language().tag(), now())
        == 0) {
      return false;
    }
    records.append(
        tx,
        Entry.of("policy_acknowledged", member, "policy/" + document)
            .with("version", version)
            .with("language", language.tag()));
    return true;
  }

  /** The document was shown to a member by itself, so they are not asked to read this version. */
  public void shown(Tx tx, PolicyDocument document, long member) {
    tx.sql(PolicySql.class).ask(document.id(), document.version(), member, now());
  }

  /**
   * Members who are to be asked to read what is in force, at most so many; each is taken once for a
   * version.
   */
  public List<Ask> takeAsks(Tx tx, int most) {
    var sql = tx.sql(PolicySql.class);
    for (PolicySql.Row row : sql.inForce()) {
      List<Long> members = sql.toAsk(row.id(), most);
      if (!members.isEmpty()) {
        sql.askedThrough(row.id(), members.get(members.size() - 1));
        return members.stream()
            .filter(member -> sql.ask(row.id(), row.version(), member, now()) > 0)
            .map(member -> new Ask(row.id(), row.version(), member))
            .toList();
      }
    }
    return List.of();
  }

  /** A member is to be asked to read a version of a document. */
  public record Ask(long document, int version, long member) {}

  /** How many of its readers acknowledged a document. */
  public Coverage coverage(Tx tx, long document) {
    return tx.sql(PolicySql.class).coverage(document);
  }

  /** The same by the topics that they follow; somebody who follows two is counted in both. */
  public List<Coverage> coverageByTopic(Tx tx, long document) {
    return tx.sql(PolicySql.class).coverageByTopic(document);
  }

  public Strictness strictness(Tx tx) {
    return organisation.strictness(tx).flatMap(Strictness::of).orElse(Strictness.BALANCED);
  }

  public void strictness(Tx tx, long actor, Strictness strictness) {
    organisation.strictness(tx, actor, strictness.word());
  }

  /** Two members became one, who read what either did. */
  public void handOver(Tx tx, long from, long to) {
    var sql = tx.sql(PolicySql.class);
    sql.dropDouble(from, to);
    sql.handOver(from, to);
    sql.dropDoubleAsks(from, to);
    sql.handOverAsks(from, to);
  }

  private static PolicyDocument whole(Tx tx, PolicySql.Row row) {
    var sql = tx.sql(PolicySql.class);
    return new PolicyDocument(
        row.id(),
        row.version(),
        row.publishedAt(),
        row.retiredAt(),
        new Readers(sql.topics(row.id()), sql.roles(row.id())),
        sql.texts(row.id(), row.version()).stream().map(PolicySql.TextRow::text).toList());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
