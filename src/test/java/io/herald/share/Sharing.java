package io.herald.share;

import io.herald.members.OrganisationSettings;
import io.herald.network.Composers;
import io.herald.network.Network;
import io.herald.policy.Bios;
import io.herald.policy.Disclosures;
import io.herald.post.Content;
import io.herald.post.Freedom;
import io.herald.post.Post;
import io.herald.post.Posts;
import io.herald.records.PersonKeys;
import io.herald.records.Personal;
import io.herald.records.Records;
import io.herald.settings.LinkedIn;
import io.herald.store.Database;
import io.herald.testkit.TestDatabase;
import io.herald.testkit.TestKeys;
import io.herald.web.HealthChecks;
import io.herald.web.Mount;
import io.herald.web.WebServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jdbi.v3.sqlobject.statement.GetGeneratedKeys;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** The whole of sharing on a real database and a real port of loopback, with a clock to move. */
final class Sharing implements AutoCloseable {
  static final String BROWSER =
      "Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0";

  final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-22T10:00:00Z"));
  final InstantSource clock = now::get;
  final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  final Database database;
  final Records records =
      new Records(clock, new Personal(new PersonKeys(TestKeys.of(1), new SecureRandom())));
  final Posts posts = new Posts(records, clock);
  final Disclosures disclosures = new Disclosures(records, clock);
  final Givens givens = new Givens(posts, records, disclosures, new Bios(records, clock));
  final OrganisationSettings organisation = new OrganisationSettings(records, clock);
  final ShareTokens tokens = new ShareTokens(TestKeys.of(1));
  final ShareLinks links = new ShareLinks(URI.create("https://herald.example.org"));
  final Shares shares;
  final Knowledge knowledge;
  final Visits visits;
  private final WebServer server;
  private final HttpClient http =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

  Sharing(TestDatabase kind) {
    this(kind.open(), LinkedIn.COMPOSER);
  }

  Sharing(Database database, LinkedIn linkedIn) {
    this.database = database;
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
            meters);
    knowledge = new Knowledge(database, clock);
    visits = new Visits(database, clock, meters);
    TrackedLinks tracked = new TrackedLinks(database, organisation, knowledge);
    knowledge.start();
    visits.start();
    server =
        WebServer.start(
            "127.0.0.1",
            0,
            List.of(
                new Mount("/s/*", new ShareHandler(shares, new Composers(linkedIn))),
                new Mount("/c/*", new TrackedHandler(tracked, visits))),
            new HealthChecks(List.of(), clock),
            meters);
  }

  long member() {
    return database.inTransaction(tx -> tx.sql(MemberSql.class).add(clock.instant()));
  }

  void leaveOrganisation(long member) {
    database.run(tx -> tx.sql(MemberSql.class).leave(member, clock.instant()));
  }

  void track(long member, boolean on) {
    database.run(tx -> tx.sql(MemberSql.class).track(member, on));
  }

  /** A post that is live from now on for thirty days. */
  Post live(Content content) {
    long author = member();
    return database.inTransaction(
        tx -> {
          Post post = posts.create(tx, author);
          posts.revise(tx, post, author, content);
          return goLive(tx, post.id());
        });
  }

  /** A new revision replaces what is live. */
  Post revise(Post post, Content content) {
    return database.inTransaction(
        tx -> {
          posts.revise(tx, posts.lock(tx, post.id()), post.author(), content);
          return goLive(tx, post.id());
        });
  }

  void withdraw(Post post, String why, @Nullable String redirect) {
    database.run(
        tx ->
            posts.store(
                tx,
                posts.lock(tx, post.id()).withdrawn(why, redirect, clock.instant()),
                post.author(),
                "withdrawn"));
  }

  private Post goLive(io.herald.store.Tx tx, long id) {
    Instant at = clock.instant();
    Post post = posts.lock(tx, id).approved(Duration.ZERO, null, at).published(null, at);
    posts.store(tx, post, null, "published");
    return post;
  }

  static Content content(String words) {
    return content(words, Map.of(), Freedom.EDIT_FREELY, null);
  }

  static Content content(
      String words, Map<Network, List<String>> wordings, Freedom freedom, @Nullable String image) {
    return new Content(
        "https://acme.example.org/jobs?id=7#apply",
        "We hire <engineers> & more",
        words,
        null,
        wordings,
        List.of(),
        image,
        image == null ? null : "Two \"people\" at a desk",
        freedom,
        null,
        null,
        null);
  }

  String share(long member, Post post, Network network) {
    return "/s/" + tokens.make(member, post.id(), network);
  }

  HttpResponse<String> get(String path) {
    return request("GET", path, BROWSER, "");
  }

  HttpResponse<String> post(String path, String form) {
    return request("POST", path, BROWSER, form);
  }

  HttpResponse<String> request(
      String method, String path, @Nullable String userAgent, String body) {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
            .timeout(Duration.ofSeconds(20))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .method(
                method,
                body.isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    if (userAgent != null) {
      request.header("User-Agent", userAgent);
    }
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  long sharesOf(Post post) {
    return database.inTransaction(
        tx -> shares.sharesOf(tx, post.id()).values().stream().mapToLong(n -> n).sum());
  }

  long visitsOf(Post post) {
    return database.inTransaction(tx -> shares.visitsOf(tx, post.id()));
  }

  long trackedLinksOf(Post post) {
    return database.inTransaction(tx -> tx.sql(MemberSql.class).trackedLinks(post.id()));
  }

  @Override
  public void close() {
    server.close();
    visits.close();
    knowledge.close();
    database.close();
  }

  interface MemberSql {
    @SqlUpdate("INSERT INTO member (first_seen, joined_at) VALUES (:at, :at)")
    @GetGeneratedKeys("id")
    long add(Instant at);

    @SqlUpdate("UPDATE member SET left_organisation_at = :at WHERE id = :member")
    void leave(long member, Instant at);

    @SqlUpdate("UPDATE member SET tracking = :on WHERE id = :member")
    void track(long member, boolean on);

    @SqlQuery(
        """
        SELECT COUNT(*) FROM tracked_link t JOIN share_link l ON l.id = t.share_link
        WHERE l.post = :post
        """)
    long trackedLinks(long post);
  }
}
