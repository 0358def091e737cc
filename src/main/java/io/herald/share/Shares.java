package io.herald.share;

import io.herald.members.OrganisationSettings;
import io.herald.members.Person;
import io.herald.network.MastodonServer;
import io.herald.network.Network;
import io.herald.post.Post;
import io.herald.post.PostState;
import io.herald.post.Posts;
import io.herald.post.Revision;
import io.herald.records.Entry;
import io.herald.records.Records;
import io.herald.records.Sha256;
import io.herald.share.Givens.Given;
import io.herald.share.ShareTokens.Opened;
import io.herald.store.Database;
import io.herald.store.Tx;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Presses of share links: looked up, counted and recorded. */
public final class Shares {
  /** Presses of one link so close together are one share. */
  private static final Duration ONE_SHARE = Duration.ofMinutes(1);

  private final Database database;
  private final Posts posts;
  private final Givens givens;
  private final OrganisationSettings organisation;
  private final Records records;
  private final ShareTokens tokens;
  private final TrackedTokens trackedTokens;
  private final ShareLinks links;
  private final MeterRegistry meters;

  public Shares(
      Database database,
      Posts posts,
      Givens givens,
      OrganisationSettings organisation,
      Records records,
      ShareTokens tokens,
      TrackedTokens trackedTokens,
      ShareLinks links,
      MeterRegistry meters) {
    this.database = database;
    this.posts = posts;
    this.givens = givens;
    this.organisation = organisation;
    this.records = records;
    this.tokens = tokens;
    this.trackedTokens = trackedTokens;
    this.links = links;
    this.meters = meters;
  }

  /**
   * What a press of a share link comes to.
   *
   * @param person whether somebody pressed it; what a machine opens is looked up and not counted
   */
  Pressed press(String token, boolean person) {
    Optional<Opened> opened = tokens.open(token);
    if (opened.isEmpty()) {
      return new Pressed.Unknown();
    }
    return database.inTransaction(tx -> press(tx, opened.get(), person));
  }

  /** Remembers the server of the member whose link it is. */
  void remember(String token, MastodonServer server) {
    tokens
        .open(token)
        .ifPresent(
            opened ->
                database.run(
                    tx -> {
                      var sql = tx.sql(ShareSql.class);
                      long member = sql.now(opened.member()).orElse(opened.member());
                      if (sql.tracking(member).isPresent()
                          && sql.changeServer(member, server.host()) == 0) {
                        sql.addServer(member, server.host());
                      }
                    }));
  }

  /** A member's own share of a post on a network, with the visits of its tracked links. */
  public record Mine(long post, Network network, Instant at, long visits) {}

  /** What a member shared, the last first. */
  public List<Mine> of(Tx tx, long member, int skip, int most) {
    return tx.sql(ShareSql.class).of(member, skip, most).stream()
        .map(m -> new Mine(m.post(), network(m.network()), m.at(), m.visits()))
        .toList();
  }

  /** How often a post was shared on each network; networks without a share are left out. */
  public Map<Network, Long> sharesOf(Tx tx, long post) {
    Map<Network, Long> shares = new EnumMap<>(Network.class);
    tx.sql(ShareSql.class)
        .sharesOf(post)
        .forEach(row -> shares.put(network(row.network()), row.number()));
    return shares;
  }

  /** How often the public opened a post's tracked links. */
  public long visitsOf(Tx tx, long post) {
    return tx.sql(ShareSql.class).visitsOf(post);
  }

  /** Whether a member shared a post. */
  public boolean shared(Tx tx, long post, long member) {
    return tx.sql(ShareSql.class).shared(post, member) > 0;
  }

  /** Whether a member ever shared anything. */
  public boolean everShared(Tx tx, long member) {
    return tx.isAmong(
        Person.class,
        member,
        ShareSql.class,
        members -> tx.sql(ShareSql.class).everShared(members));
  }

  /** The members who pressed a share button of a post. */
  public List<Long> sharers(Tx tx, long post) {
    return tx.sql(ShareSql.class).sharers(post);
  }

  /** Two members became one, who shared what both did. */
  public void handOver(Tx tx, long from, long to) {
    var sql = tx.sql(ShareHandOverSql.class);
    for (long post : sql.sharedByBoth(from, to)) {
      onePersonLess(sql, post, from, to);
      sql.dropSharer(post, from);
    }
    sql.moveSharer(from, to);
    for (ShareHandOverSql.Pair pair : sql.both(from, to)) {
      sql.standBeside(pair.other(), pair.kept());
      sql.moveTracked(pair.other(), pair.kept());
      sql.moveShares(pair.other(), pair.kept());
      sql.countedLast(pair.other(), pair.kept());
      sql.drop(pair.other());
    }
    sql.move(from, to);
    sql.moveServer(from, to);
    sql.dropServer(from);
  }

  /** Who shared a post as two counts as one, from the first time that either did. */
  private static void onePersonLess(ShareHandOverSql sql, long post, long one, long other) {
    Stream.of(sql.first(post, one), sql.first(post, other))
        .flatMap(Optional::stream)
        .max(Comparator.comparing(ShareHandOverSql.First::at))
        .ifPresent(
            later ->
                sql.onePersonLess(
                    post, later.network(), LocalDate.ofInstant(later.at(), ZoneOffset.UTC)));
  }

  private Pressed press(Tx tx, Opened token, boolean person) {
    var sql = tx.sql(ShareSql.class);
    long member = sql.now(token.member()).orElse(token.member());
    var opened = new Opened(member, token.post(), token.network());
    Optional<Boolean> tracking = sql.tracking(opened.member());
    if (tracking.isEmpty()) {
      return new Pressed.Ended();
    }
    Optional<Post> post = posts.find(tx, opened.post());
    if (post.isEmpty()) {
      return new Pressed.Unknown();
    }
    if (post.get().state() == PostState.WITHDRAWN) {
      String why = post.get().withdrawnWhy();
      return new Pressed.Withdrawn(why == null ? "" : why);
    }
    if (post.get().live() == null) {
      return new Pressed.Unknown();
    }
    Instant until = post.get().expiresAt();
    if (post.get().state() != PostState.LIVE || (until != null && !until.isAfter(posts.now()))) {
      return new Pressed.Expired();
    }
    Revision revision = posts.shown(tx, post.get());
    Given given = givens.give(tx, revision, opened.member());
    boolean tracked = tracking.get() && organisation.tracking(tx);
    String link = person ? count(tx, opened, given, tracked) : known(tx, opened, revision, tracked);
    return ready(tx, opened, given, link);
  }

  private Pressed ready(Tx tx, Opened opened, Given given, String link) {
    Network network = opened.network();
    Optional<MastodonServer> server =
        network == Network.MASTODON
            ? tx.sql(ShareSql.class).server(opened.member()).map(MastodonServer::new)
            : Optional.empty();
    return new Pressed.Ready(
        network, given.revision(), given.text(network, link), given.own().isPresent(), server);
  }

  /** Counts a press unless one just before it was counted, and returns the link to post. */
  private String count(Tx tx, Opened opened, Given given, boolean tracked) {
    var sql = tx.sql(ShareSql.class);
    Revision revision = given.revision();
    String network = opened.network().slug();
    sql.addLink(opened.post(), opened.member(), network);
    var row = sql.lock(opened.post(), opened.member(), network);
    Instant now = posts.now();
    String target = target(tx, opened, revision);
    String link = target;
    Optional<String> token = Optional.empty();
    if (tracked) {
      token = sql.tracked(opened.post(), opened.member(), network, revision.number());
      if (token.isEmpty()) {
        token = Optional.of(trackedTokens.next());
        sql.track(row.id(), revision.number(), token.get(), target, now);
      }
      link = links.tracked(token.get());
    }
    Instant before = row.countedAt();
    if (before == null || !before.isAfter(now.minus(ONE_SHARE))) {
      sql.counted(row.id(), now);
      sql.addShare(row.id(), revision.number(), tracked, now);
      Stats.shared(
          tx, opened.post(), opened.member(), network, LocalDate.ofInstant(now, ZoneOffset.UTC));
      records.append(
          tx,
          Entry.of("shared", opened.member(), "post/" + opened.post())
              .with("network", network)
              .with("revision", revision.number())
              .with("own_words", given.own().isPresent())
              .with("disclosure", said(given.text(opened.network(), link)))
              .with("words_sha256", Sha256.of(given.words(opened.network())))
              .with("tracked_link", token.orElse(null)));
      tx.afterCommit(() -> meters.counter("herald.shares", "network", network).increment());
    }
    return link;
  }

  private static @Nullable String said(ShareText text) {
    return text.said().isEmpty() ? null : text.said();
  }

  /** The link that a press would post, as far as it is known without writing anything. */
  private String known(Tx tx, Opened opened, Revision revision, boolean tracked) {
    Optional<String> token =
        tracked
            ? tx.sql(ShareSql.class)
                .tracked(opened.post(), opened.member(), opened.network().slug(), revision.number())
            : Optional.empty();
    return token.map(links::tracked).orElseGet(() -> target(tx, opened, revision));
  }

  /** Where the public is led: the post's own link, saying where its visitors come from. */
  private String target(Tx tx, Opened opened, Revision revision) {
    var sql = tx.sql(ShareSql.class);
    String campaign =
        sql.campaign(opened.post())
            .or(() -> sql.firstTopic(opened.post(), revision.number()))
            .orElse("General");
    return Utm.tag(revision.content().link(), opened.network(), campaign);
  }

  private static Network network(String slug) {
    return Network.ofSlug(slug).orElseThrow();
  }
}
