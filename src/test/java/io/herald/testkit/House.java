package io.herald.testkit;

import io.herald.campaign.Asking;
import io.herald.campaign.Broadcasts;
import io.herald.campaign.Campaigns;
import io.herald.campaign.Digests;
import io.herald.campaign.Feeder;
import io.herald.campaign.Priorities;
import io.herald.checks.Overrides;
import io.herald.checks.Packs;
import io.herald.insights.Insights;
import io.herald.members.Account;
import io.herald.members.AccountFacts;
import io.herald.members.Attention;
import io.herald.members.Linking;
import io.herald.members.OrganisationSettings;
import io.herald.members.People;
import io.herald.members.Person;
import io.herald.members.Platform;
import io.herald.members.Role;
import io.herald.members.Roles;
import io.herald.members.Union;
import io.herald.network.Network;
import io.herald.outbox.Lane;
import io.herald.outbox.Outbox;
import io.herald.outbox.Work;
import io.herald.policy.Bios;
import io.herald.policy.Disclosures;
import io.herald.policy.Policies;
import io.herald.post.Content;
import io.herald.post.Freedom;
import io.herald.post.Post;
import io.herald.post.Posts;
import io.herald.post.Topic;
import io.herald.post.Topics;
import io.herald.privacy.Keeping;
import io.herald.records.PersonKeys;
import io.herald.records.Personal;
import io.herald.records.Records;
import io.herald.review.Deciders;
import io.herald.review.Event;
import io.herald.review.Review;
import io.herald.review.Reviews;
import io.herald.settings.EncryptionKeys;
import io.herald.share.Givens;
import io.herald.share.Presses;
import io.herald.share.ShareLinks;
import io.herald.share.ShareTokens;
import io.herald.share.Shares;
import io.herald.share.TrackedTokens;
import io.herald.store.Database;
import io.herald.store.Tx;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The features of Herald, put together on a database, with people and posts at a line each. */
public final class House implements AutoCloseable {
  /** The Slack team in which everybody is, unless said otherwise. */
  public static final String TEAM = "T1";

  /** The keys with which everything is encrypted here. */
  public static final EncryptionKeys KEYS = TestKeys.of(7);

  /** How long an approval can be undone here. */
  public static final Duration GRACE = Duration.ofSeconds(30);

  /** The node that claims work here. */
  public static final long NODE = 1;

  public final SettableClock clock = new SettableClock();
  public final Database database;
  public final Outbox outbox;
  public final Records records;
  public final OrganisationSettings organisation;
  public final Attention attention;
  public final People people;
  public final Roles roles;
  public final Policies policies;
  public final Keeping keeping;
  public final Packs packs;
  public final Overrides overrides;
  public final Disclosures disclosures;
  public final Bios bios;
  public final Topics topics;
  public final Posts posts;
  public final Deciders deciders;
  public final Reviews reviews;
  public final Broadcasts broadcasts;
  public final Digests digests;
  public final Priorities priorities;
  public final Campaigns campaigns;
  public final Feeder feeder;
  public final Givens givens;
  public final ShareTokens tokens = new ShareTokens(KEYS);
  public final ShareLinks links = new ShareLinks(URI.create("https://herald.example"));
  public final Shares shares;
  public final Insights insights = new Insights();
  public final Union union;
  public final Linking linking;

  /** What was told of rounds of review, in order. */
  public final List<Event> told = java.util.Collections.synchronizedList(new ArrayList<>());

  private Reviews.@Nullable Storyteller storyteller;

  /** A house on an H2 in memory. */
  public House() {
    this(TestDatabase.inMemory());
  }

  /** A house on a database that it closes in the end. */
  public House(Database database) {
    this.database = database;
    outbox = new Outbox(database, clock);
    var personKeys = new PersonKeys(KEYS, new SecureRandom());
    var personal = new Personal(personKeys);
    records = new Records(clock, personal);
    organisation = new OrganisationSettings(records, clock);
    attention = new Attention(organisation, records, clock);
    people = new People(outbox, records, organisation, clock);
    roles = new Roles(people, records, clock);
    policies = new Policies(organisation, records, clock);
    packs = new Packs(records, outbox, clock);
    overrides = new Overrides(records, clock);
    disclosures = new Disclosures(records, clock);
    bios = new Bios(records, clock);
    keeping = Keeping.of(personKeys, personal, records, people, roles, outbox, clock);
    topics = new Topics(outbox, records, clock);
    posts = new Posts(records, clock);
    deciders = new Deciders(people, roles, posts, topics);
    reviews = new Reviews(posts, topics, people, deciders, records, GRACE, policies, this::tell);
    digests = new Digests(attention, outbox, clock);
    priorities = new Priorities(records, clock);
    broadcasts =
        new Broadcasts(
            posts, outbox, records, new Asking(attention, organisation, priorities, digests));
    campaigns = new Campaigns(posts, broadcasts, organisation, priorities, records);
    feeder = new Feeder(database, outbox, records, clock);
    givens = new Givens(posts, records, disclosures, bios);
    shares =
        new Shares(
            database,
            posts,
            givens,
            organisation,
            records,
            tokens,
            new TrackedTokens(new SecureRandom()),
            links,
            new SimpleMeterRegistry());
    union =
        new Union(
            people,
            records,
            clock,
            List.of(
                posts::handOver,
                reviews::handOver,
                broadcasts::handOver,
                givens::handOver,
                shares::handOver,
                policies::handOver,
                packs::handOver,
                overrides::handOver,
                disclosures::handOver,
                bios::handOver,
                attention::handOver,
                (tx, from, to) -> attention.fewer(tx, to, bios.forMoreThanWork(tx, to))));
    linking = new Linking(people, union, new SecureRandom(), clock);
  }

  /** Lets somebody else hear of rounds of review as well. */
  public void tellsAlso(Reviews.Storyteller other) {
    storyteller = other;
  }

  private void tell(Tx tx, Review review, Event event) {
    told.add(event);
    if (storyteller != null) {
      storyteller.happened(tx, review, event);
    }
  }

  /** What a piece of work in a transaction of its own comes to. */
  public <T> T in(Function<Tx, T> work) {
    return database.inTransaction(work);
  }

  /** As {@link #in}, for a question; its type spares assertions from guessing. */
  public boolean holds(Predicate<Tx> question) {
    return database.inTransaction(question::test);
  }

  /** As {@link #in}, for a list. */
  public <E> List<E> list(Function<Tx, List<E>> work) {
    return database.inTransaction(work);
  }

  /** As {@link #in}, for what may not be there. */
  public <E> Optional<E> maybe(Function<Tx, Optional<E>> work) {
    return database.inTransaction(work);
  }

  public void run(Consumer<Tx> work) {
    database.run(work);
  }

  public static Account account(String user) {
    return new Account(Platform.SLACK, TEAM, user);
  }

  /** A member of the organisation with some roles; their user id is made of the name. */
  public Person member(String name, Role... roles) {
    return person(name, null, AccountFacts.Kind.MEMBER, roles);
  }

  /** A member who has joined. */
  public Person joined(String name, Role... roles) {
    Person person = member(name, roles);
    run(tx -> people.join(tx, person));
    return again(person);
  }

  /** The Teams tenant in which everybody is who is in Teams. */
  public static final String TENANT = "tenant";

  /** Somebody in Teams that the platform has said all about. */
  public Person inTeams(String name, @Nullable String email, AccountFacts.Kind kind, Role... held) {
    return known(new Account(Platform.TEAMS, TENANT, "29:" + name), name, email, kind, held);
  }

  /** Somebody that the platform has said all about. */
  public Person person(String name, @Nullable String email, AccountFacts.Kind kind, Role... held) {
    Account account = account("U" + name.toUpperCase(java.util.Locale.ROOT).replace(" ", ""));
    return known(account, name, email, kind, held);
  }

  private Person known(
      Account account, String name, @Nullable String email, AccountFacts.Kind kind, Role... held) {
    return in(
        tx -> {
          Person person = people.meet(tx, account);
          people.learn(
              tx,
              person.id(),
              new AccountFacts(account, name, email, kind, ZoneId.of("Europe/Berlin"), true));
          for (Role role : held) {
            roles.grantFromSettings(tx, person.member(), role);
          }
          return people.identity(tx, person.id());
        });
  }

  /** Somebody of whom nothing is known but the account. */
  public Person stranger(String user) {
    return in(tx -> people.meet(tx, account(user)));
  }

  /** A person as they stand now. */
  public Person again(Person person) {
    return in(tx -> people.identity(tx, person.id()));
  }

  public Topic topic(String name) {
    return in(tx -> topics.add(tx, 1, name));
  }

  /** A text about some topics, without picture or wordings. */
  public static Content content(String headline, long... about) {
    return new Content(
        "https://example.com/" + headline.toLowerCase(java.util.Locale.ROOT).replace(' ', '-'),
        headline,
        "Words about " + headline,
        null,
        Map.of(),
        about.length == 0
            ? List.of(People.GENERAL)
            : java.util.Arrays.stream(about).boxed().toList(),
        null,
        null,
        Freedom.EDIT_FREELY,
        null,
        null,
        null);
  }

  /** A draft in review. */
  public Post submitted(Person author, String headline, long... about) {
    return submitted(author, content(headline, about));
  }

  public Post submitted(Person author, Content content) {
    return in(
        tx -> {
          Post post = posts.create(tx, author.member());
          reviews.open(tx, posts.revise(tx, post, author.member(), content));
          return posts.get(tx, post.id());
        });
  }

  /** The next revision of a post, in review. */
  public Post revised(Post post, Person author, Content content) {
    return in(
        tx -> {
          Post locked = posts.lock(tx, post.id());
          reviews.open(tx, posts.revise(tx, locked, author.member(), content));
          return posts.get(tx, post.id());
        });
  }

  /**
   * A draft that was approved, all stages by one person each, and goes out after the grace time.
   */
  public Post approved(Post post, Person... approvers) {
    for (Person approver : approvers) {
      run(
          tx -> {
            Review review = reviews.newest(tx, post.id()).orElseThrow();
            reviews.approve(tx, review.id(), review.current().orElseThrow(), approver);
          });
    }
    return in(tx -> posts.get(tx, post.id()));
  }

  /** An approved post that goes live now, at the end of the grace time. */
  public Post live(Post approved) {
    clock.advance(GRACE);
    return in(
        tx -> {
          Post post = posts.lock(tx, approved.id());
          Content content = posts.newest(tx, post).content();
          Post live = post.published(content.until(), posts.now());
          posts.store(tx, live, null, "published");
          broadcasts.start(tx, live);
          return live;
        });
  }

  /** A live post, by an author and an approver. */
  public Post live(Person author, Person approver, String headline, long... about) {
    return live(approved(submitted(author, headline, about), approver));
  }

  /** A member presses the share button of a network. */
  public void share(Person person, Post post, Network network) {
    Presses.press(shares, tokens, person.member(), post.id(), network);
  }

  /** Claims what is due in a lane. */
  public List<Work> claim(Lane lane, int most) {
    return outbox.claim(NODE, lane, most);
  }

  /** Gives back what was claimed; says how much. */
  public int release() {
    return in(tx -> outbox.release(tx, NODE));
  }

  /** The outbox's work of a kind that is due, by subject; it is taken out. */
  public List<Long> work(String kind) {
    feeder.feed();
    var subjects = new ArrayList<Long>();
    for (Lane lane : Lane.values()) {
      for (Work work : claim(lane, 1_000)) {
        if (work.kind().equals(kind)) {
          subjects.add(work.subject());
          run(tx -> outbox.done(tx, work));
        }
      }
    }
    release();
    return subjects;
  }

  /** The kinds of the ledger's entries about a subject, oldest first. */
  public List<String> recorded(String subject) {
    return in(tx -> records.about(tx, subject)).stream()
        .map(entry -> entry.replaceAll(".*\"kind\":\"([a-z_]+)\".*", "$1"))
        .toList();
  }

  @Override
  public void close() {
    database.close();
  }
}
