package io.herald;

import io.herald.backup.Backups;
import io.herald.backup.KeptBackups;
import io.herald.backup.Nightly;
import io.herald.campaign.Asking;
import io.herald.campaign.Broadcasts;
import io.herald.campaign.CampaignOutcomes;
import io.herald.campaign.Campaigns;
import io.herald.campaign.Digests;
import io.herald.campaign.Feeder;
import io.herald.campaign.OutcomeBatches;
import io.herald.campaign.Priorities;
import io.herald.chat.CampaignCsv;
import io.herald.chat.Chat;
import io.herald.chat.Couriers;
import io.herald.chat.ExportNotice;
import io.herald.chat.Features;
import io.herald.chat.FirstSettings;
import io.herald.chat.KnownPersons;
import io.herald.chat.MeantByFilter;
import io.herald.chat.RecordFile;
import io.herald.chat.StatsCsv;
import io.herald.checks.Overrides;
import io.herald.checks.Packs;
import io.herald.command.Running;
import io.herald.console.Console;
import io.herald.console.ExportOrder;
import io.herald.console.KeyOrder;
import io.herald.insights.Insights;
import io.herald.members.Attention;
import io.herald.members.OrganisationSettings;
import io.herald.members.People;
import io.herald.members.Platform;
import io.herald.members.Roles;
import io.herald.network.Composers;
import io.herald.outbox.Chores;
import io.herald.outbox.Engine;
import io.herald.outbox.Lease;
import io.herald.outbox.Nodes;
import io.herald.outbox.Outbox;
import io.herald.outbox.Pacer;
import io.herald.policy.Bios;
import io.herald.policy.Disclosures;
import io.herald.policy.Policies;
import io.herald.post.Posts;
import io.herald.post.Topics;
import io.herald.privacy.ErasureList;
import io.herald.privacy.Keeping;
import io.herald.privacy.OwnData;
import io.herald.privacy.Sweeper;
import io.herald.records.Ledger;
import io.herald.records.OldEntries;
import io.herald.records.PersonKeys;
import io.herald.records.Personal;
import io.herald.records.Records;
import io.herald.records.Sealing;
import io.herald.records.export.Exporter;
import io.herald.records.export.Exports;
import io.herald.settings.DataDirectory;
import io.herald.settings.Envelope;
import io.herald.settings.Settings;
import io.herald.share.DownloadHandler;
import io.herald.share.Downloads;
import io.herald.share.Givens;
import io.herald.share.Knowledge;
import io.herald.share.ShareHandler;
import io.herald.share.ShareLinks;
import io.herald.share.ShareTokens;
import io.herald.share.Shares;
import io.herald.share.TrackedHandler;
import io.herald.share.TrackedLinks;
import io.herald.share.TrackedTokens;
import io.herald.share.Visits;
import io.herald.store.Database;
import io.herald.web.Health;
import io.herald.web.HealthChecks;
import io.herald.web.Metrics;
import io.herald.web.Mount;
import io.herald.web.OperationsServer;
import io.herald.web.WebServer;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one place where objects are made, in reading order: store, features, chat, edges. What was
 * opened is closed in reverse.
 */
public final class Assembly implements Running {
  private static final Logger LOG = LoggerFactory.getLogger(Assembly.class);

  private final Deque<AutoCloseable> opened = new ArrayDeque<>();
  private final URI address;

  /** Makes a Herald that serves. */
  public static Assembly of(Settings settings) {
    return new Assembly(settings, InstantSource.system(), Patience.USUAL);
  }

  /**
   * How long Herald waits until it is sure.
   *
   * @param settle how long after a call was begun a message that is not there was surely not sent
   * @param lease how long a node may be silent before others do its work
   * @param channelGap how far apart two messages in one channel are
   */
  record Patience(Duration settle, Lease lease, Duration channelGap) {
    /** A call ends within ten seconds, and a minute later its message can be seen. */
    static final Patience USUAL =
        new Patience(Duration.ofSeconds(70), Lease.USUAL, Pacer.CHANNEL_GAP);
  }

  Assembly(Settings settings, InstantSource clock, Patience patience) {
    try {
      this.address = assemble(settings, clock, patience);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private URI assemble(Settings settings, InstantSource clock, Patience patience) {
    var random = new SecureRandom();
    var metrics = open(new Metrics());
    var meters = metrics.registry();

    var directory = DataDirectory.prepare(settings.storage().directory());
    var keys = directory.keys(settings.storage(), random);
    int port = Ports.resolve(settings.listening().port());
    URI here = URI.create("http://127.0.0.1:" + port);
    Optional<Playground> playground =
        settings.sandbox()
            ? Optional.of(open(Playground.open(settings, clock, random)))
            : Optional.empty();
    var database = open(Database.open(settings.storage().url()));

    var outbox = new Outbox(database, clock);
    var chores = new Chores(clock);
    var engine =
        new Engine(
            new Nodes(database, outbox, patience.lease(), clock, System::nanoTime),
            chores,
            new Pacer(database, clock, patience.channelGap()));
    var personKeys = new PersonKeys(keys, random);
    var personal = new Personal(personKeys);
    database.run(personKeys::renew);
    new OldEntries(database, personal).renew();
    var records = new Records(clock, personal);
    var ledger = Ledger.of(database, keys, random, clock);
    var sealing = open(new Sealing(database, ledger.sealer(), ledger.checkpoints(), chores));
    var organisation = new OrganisationSettings(records, clock);
    var attention = new Attention(organisation, records, clock);
    var people = new People(outbox, records, organisation, clock);
    var roles = new Roles(people, records, clock);
    var policies = new Policies(organisation, records, clock);
    var packs = new Packs(records, outbox, clock);
    var overrides = new Overrides(records, clock);
    var disclosures = new Disclosures(records, clock);
    var bios = new Bios(records, clock);
    var keeping = Keeping.of(personKeys, personal, records, people, roles, outbox, clock);
    var topics = new Topics(outbox, records, clock);
    var posts = new Posts(records, clock);
    var digests = new Digests(attention, outbox, clock);
    var priorities = new Priorities(records, clock);
    var broadcasts =
        new Broadcasts(
            posts, outbox, records, new Asking(attention, organisation, priorities, digests));
    var campaigns = new Campaigns(posts, broadcasts, organisation, priorities, records);
    var outcomes = new CampaignOutcomes(posts, records);
    var feeder = new Feeder(database, outbox, records, clock);
    var givens = new Givens(posts, records, disclosures, bios);
    var tokens = new ShareTokens(keys);
    var links = new ShareLinks(settings.publicUrl().orElse(here));
    var shares =
        new Shares(
            database,
            posts,
            givens,
            organisation,
            records,
            tokens,
            new TrackedTokens(random),
            links,
            meters);
    var exports =
        new Exports(
            database,
            records,
            new Exporter(
                database,
                ledger.checkpoints(),
                ledger.key(),
                new KnownPersons(people),
                personal,
                clock),
            new MeantByFilter(people, campaigns),
            new Envelope(keys, Exports.ADDRESS, random),
            settings.storage().directory(),
            clock);
    var insights = new Insights();
    var downloads =
        new Downloads(
            database,
            records,
            clock,
            random,
            links,
            Map.of(
                CampaignCsv.KIND, new CampaignCsv(outcomes),
                StatsCsv.KIND, new StatsCsv(insights, organisation),
                Exports.KIND, new RecordFile(exports, outbox, clock),
                OwnData.KIND, keeping.ownData()));
    var backups = new Backups(database, keys, clock, random);
    var kept = new KeptBackups(settings.storage().directory(), settings.storage().keepBackups());
    var nightly = open(new Nightly(database, chores, backups, kept, clock, ZoneId.systemDefault()));
    var sweeper =
        open(
            new Sweeper(
                database,
                keeping.erasures(),
                new ErasureList(settings.storage().directory()),
                keeping.retention(),
                records,
                kept,
                ZoneId.systemDefault()));
    boolean nights = !settings.sandbox() && !settings.storage().keepBackups().isZero();
    var knowledge = open(new Knowledge(database, clock));
    var visits = open(new Visits(database, clock, meters));
    var composers = new Composers(settings.linkedIn());

    var incidents = new Incidents(random);
    var rooms =
        open(
            playground
                .map(
                    p ->
                        Rooms.with(
                            Optional.of(p.slack()),
                            Optional.of(p.teams(database, incidents, clock)),
                            incidents,
                            clock))
                .orElseGet(
                    () ->
                        Rooms.open(
                            settings.slack(), settings.teams(), database, incidents, clock)));
    var chat =
        open(
            new Chat(
                new Features(
                    database,
                    clock,
                    random,
                    outbox,
                    records,
                    organisation,
                    attention,
                    people,
                    roles,
                    policies,
                    packs,
                    overrides,
                    disclosures,
                    bios,
                    keeping,
                    posts,
                    topics,
                    broadcasts,
                    digests,
                    priorities,
                    campaigns,
                    outcomes,
                    new OutcomeBatches(records, random, clock),
                    feeder,
                    givens,
                    shares,
                    insights,
                    ledger.checkpoints(),
                    exports,
                    tokens,
                    downloads,
                    links),
                engine,
                new Couriers(rooms.couriers()),
                playground
                    .map(Playground::firstSettings)
                    .orElseGet(
                        () ->
                            new FirstSettings(
                                channels(settings), settings.admins(), settings.approvers())),
                settings.grace(),
                settings.reminders(),
                patience.settle(),
                meters));

    var checks = new ArrayList<Health>();
    checks.add(
        Health.vital(
            "database",
            () ->
                database.answers()
                    ? Optional.empty()
                    : Optional.of("The database does not answer.")));
    if (nights) {
      checks.add(Health.informative("backup", nightly::trouble));
      nightly.meter(meters);
    }
    checks.addAll(rooms.health());
    var health = new HealthChecks(checks, clock);
    var mounts = new ArrayList<Mount>();
    mounts.addAll(rooms.mounts(chat));
    mounts.add(new Mount("/x/*", new DownloadHandler(downloads)));
    mounts.add(new Mount("/s/*", new ShareHandler(shares, composers)));
    mounts.add(
        new Mount(
            "/c/*",
            new TrackedHandler(new TrackedLinks(database, organisation, knowledge), visits)));
    playground.ifPresent(p -> mounts.addAll(p.mounts()));

    sealing.start();
    rooms.start();
    knowledge.start();
    visits.start();
    open(OperationsServer.start(settings.listening().operationsPort(), health, meters));
    open(WebServer.start(settings.listening().bind(), port, mounts, health, meters));
    chat.start();
    if (nights) {
      nightly.start();
    }
    sweeper.start();
    Console.open(
            settings.storage().directory(),
            HeraldOrders.of(
                database,
                people,
                roles,
                chat.roleChanges()::make,
                packs,
                backups,
                new ExportOrder(
                    database, exports, people, campaigns, new ExportNotice(people, outbox, clock)),
                new KeyOrder(ledger.key().verifying())))
        .ifPresent(this::open);
    playground.ifPresent(p -> p.deliverTo(here));
    return here;
  }

  private static Map<Platform, String> channels(Settings settings) {
    var channels = new EnumMap<Platform, String>(Platform.class);
    settings.approversChannel().ifPresent(name -> channels.put(Platform.SLACK, name));
    settings.teamsApproversChannel().ifPresent(name -> channels.put(Platform.TEAMS, name));
    return channels;
  }

  @Override
  public URI address() {
    return address;
  }

  @Override
  public void close() {
    while (!opened.isEmpty()) {
      try {
        opened.pop().close();
      } catch (Exception e) {
        // The edge of the end: what comes after must be closed as well.
        LOG.error("A part did not close in order", e);
      }
    }
  }

  private <T extends AutoCloseable> T open(T part) {
    opened.push(part);
    return part;
  }
}
