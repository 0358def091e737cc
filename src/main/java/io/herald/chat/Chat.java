package io.herald.chat;

import io.herald.campaign.Broadcasts;
import io.herald.campaign.CampaignOutcomes;
import io.herald.campaign.Digests;
import io.herald.checks.Packs;
import io.herald.checks.TurningPoints;
import io.herald.members.Linking;
import io.herald.members.People;
import io.herald.members.Union;
import io.herald.outbox.Chore;
import io.herald.outbox.Engine;
import io.herald.outbox.Lane;
import io.herald.outbox.Nodes;
import io.herald.post.Topics;
import io.herald.privacy.Erasures;
import io.herald.review.Deciders;
import io.herald.review.Reminders;
import io.herald.review.Reviews;
import io.herald.settings.ReminderTimes;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The whole conversation: the desk where requests arrive, and what goes out by itself. */
public final class Chat implements AutoCloseable {
  /** What a platform said of an account is believed so long. */
  private static final Duration KNOWN_FOR = Duration.ofDays(1);

  /** Well below what Slack allows of users.info (100 a minute). */
  private static final int LOOK_UPS_A_MINUTE = 20;

  private final Desk desk;
  private final Showing showing;
  private final Dispatcher dispatcher;
  private final Timekeeper timekeeper;
  private final Feeding feeding;
  private final Features features;
  private final CheckpointPosts checkpoints;
  private final RoleChanges roleChanges;
  private final Nodes nodes;

  /**
   * @param grace how long an approval can be undone before anything leaves
   * @param reminders when approvers are reminded of what waits
   * @param settle how long after a call was begun a message that is not there was surely not sent
   */
  public Chat(
      Features features,
      Engine engine,
      Couriers given,
      FirstSettings first,
      Duration grace,
      ReminderTimes reminders,
      Duration settle,
      MeterRegistry meters) {
    this.features = features;
    this.nodes = engine.nodes();
    var f = features;
    var database = f.database();
    var workspaces = new Workspaces(database, f.people());
    var couriers =
        given.each(
            courier -> new PacedCourier(courier, workspaces, engine.pacer(), database, f.clock()));
    var cards = new CardBook(f.outbox(), f.clock());
    var homes = new Homes(f.people(), f.roles(), f.outbox(), f.clock());
    var names = new Names(f.people(), f.topics());
    var rules = new DraftRules(f.links());
    var buttons = new ShareButtons(f.tokens(), f.links(), new ShareGate(f.policies(), f.shares()));
    var deciders = new Deciders(f.people(), f.roles(), f.posts(), f.topics());
    var story =
        new ReviewStory(f.posts(), f.people(), f.roles(), f.organisation(), cards, homes, grace);
    var reminding = new ReminderStory(story, deciders, f.people(), f.roles(), f.attention(), cards);
    var reviews =
        new Reviews(
            f.posts(),
            f.topics(),
            f.people(),
            deciders,
            f.records(),
            grace,
            f.policies(),
            reminding);
    var checks = DraftChecks.of(f, rules);
    var lastLook = new LastLook(checks, f.posts(), reviews);
    var moves = PostMoves.of(f, reviews, lastLook, cards, homes);
    var postCard = new PostCard(f.posts(), f.people(), f.givens(), buttons, names, f.priorities());
    var authorCard = new AuthorCard(f.posts(), reviews, checks, names);
    var reviewCard =
        new ReviewCard(
            f.posts(), reviews, deciders, f.broadcasts(), rules, checks, names, f.disclosures());
    var queue = new ReviewQueue(f.roles(), f.posts(), reviews, deciders, names);
    var feed = new FeedList(f.posts(), f.people(), f.roles(), f.givens(), buttons, names);
    var stats = new StatsCards(f.insights(), f.organisation(), f.posts());
    var campaignMoves = new CampaignMoves(database, f.campaigns(), f.posts(), moves, cards, homes);
    var audiences = new Audiences(f.outbox(), f.topics(), f.people());
    var audience = new AudienceChoices(f.topics(), f.campaigns());
    var pace = new PresentPace(f.people(), engine.pacer());
    var campaignCard =
        new CampaignCard(f.campaigns(), f.posts(), f.insights(), f.organisation(), audience, pace);
    var pushCard = new PushCard(f.posts(), f.broadcasts());
    var campaignList = new CampaignList(f.campaigns(), campaignCard);
    var privacyCard = new PrivacyCard(f.people(), f.keeping().ownData(), f.keeping().erasures());
    var maker =
        new CardMaker(
            f.posts(),
            reviews,
            f.broadcasts(),
            f.people(),
            reviewCard,
            authorCard,
            postCard,
            new ThreadNote(names),
            new ReminderCard(f.posts(), reviewCard, queue),
            new DigestCard(f.digests(), f.posts(), feed, f.priorities()),
            stats,
            f.campaigns(),
            campaignCard,
            pushCard,
            f.shares(),
            f.policies(),
            new RecheckCard(f.packs(), f.posts()),
            f.checkpoints(),
            f.exports(),
            new RecordCards(f.exports(), names),
            privacyCard,
            pace);
    var mine = new MineList(f.posts(), reviews, deciders, f.shares(), f.organisation(), authorCard);
    var home =
        new HomeScreen(
            f.people(),
            f.attention(),
            f.roles(),
            homes,
            queue,
            new Pipeline(f.posts(), reviews, names, f.priorities()),
            feed,
            mine,
            stats,
            campaignList,
            f.policies());
    var watch = new ReviewWatch(reviews, deciders, cards, homes);
    this.roleChanges = new RoleChanges(watch, homes);
    f.keeping().erasures().around(watch::around);
    this.checkpoints = CheckpointPosts.of(f, cards);
    var channels =
        new ChannelRequests(
            f.people(),
            f.roles(),
            f.organisation(),
            f.topics(),
            f.outbox(),
            watch,
            story::cardsFor,
            checkpoints::postNewest,
            f.clock());
    var union =
        new Union(
            f.people(),
            f.records(),
            f.clock(),
            List.of(
                f.posts()::handOver,
                reviews::handOver,
                f.broadcasts()::handOver,
                f.givens()::handOver,
                f.shares()::handOver,
                f.attention()::handOver,
                f.policies()::handOver,
                f.packs()::handOver,
                f.overrides()::handOver,
                f.disclosures()::handOver,
                f.bios()::handOver,
                (tx, from, to) -> f.attention().fewer(tx, to, f.bios().forMoreThanWork(tx, to)),
                cards::handOver));
    var commands = new Commands();
    var clerks =
        new Clerks(
            commands,
            new JoinClerk(
                f.people(),
                f.topics(),
                cards,
                homes,
                new SettingsClerk(
                    f.people(),
                    f.roles(),
                    f.organisation(),
                    f.attention(),
                    f.digests(),
                    f.topics(),
                    homes),
                f.policies()),
            new LinkClerk(
                f.people(),
                f.roles(),
                f.topics(),
                new Linking(f.people(), union, f.random(), f.clock()),
                union,
                watch,
                homes,
                cards,
                couriers.platforms()),
            new DraftClerk(
                f.people(),
                f.roles(),
                f.posts(),
                f.topics(),
                reviews,
                rules,
                f.disclosures(),
                checks,
                cards),
            new ReviewClerk(f.roles(), f.posts(), reviews, deciders, checks, moves),
            new ShareClerk(
                f.people(),
                f.posts(),
                f.givens(),
                f.broadcasts(),
                buttons,
                postCard,
                cards,
                checks,
                FirstShareClerk.of(f, buttons, postCard)),
            new LookClerk(
                f.people(),
                f.roles(),
                feed,
                mine,
                cards,
                homes,
                new StatsClerk(
                    f.roles(), f.insights(), f.organisation(), stats, mine, f.downloads()),
                commands,
                couriers.platforms().size() > 1),
            new ArrangeClerk(
                f.roles(),
                channels,
                new TopicClerk(f.people(), f.roles(), f.topics(), channels, watch),
                new RoleClerk(f.people(), f.roles(), f.topics(), watch, homes)),
            CampaignClerk.of(
                f, campaignMoves, campaignCard, campaignList, audience, audiences, pushCard, cards),
            PolicyClerk.of(f, reviews, cards, homes),
            new CheckClerk(f.roles(), f.packs(), checks, new CheckCard(rules), f.disclosures()),
            RecordsClerk.of(f, channels, cards),
            PrivacyClerk.of(f, privacyCard, cards));
    var newcomers = new Newcomers(f.roles(), f.outbox(), first);
    this.desk = new Desk(database, f.people(), f.outbox(), f.clock(), clerks, newcomers);
    this.showing = new Showing(database, f.people(), maker);

    var news = new PushNews(f.roles(), f.people(), f.posts(), cards, campaignMoves);
    engine.pacer().onHalt(news::halted);
    var fate =
        new CardFate(f.outbox(), cards, f.broadcasts(), f.digests(), f.posts(), news, meters);
    var settlement = new Settlement(database, couriers, f.people(), f.posts(), cards, fate, settle);
    var sending =
        new CardErrand(
            database,
            f.outbox(),
            nodes,
            engine.pacer(),
            cards,
            maker,
            couriers,
            f.people(),
            f.posts(),
            reviews,
            fate,
            settlement);
    var delivering = new DeliveryErrand(f.outbox(), f.broadcasts(), f.people(), cards, sending);
    Map<String, Errand> errands = new HashMap<>();
    errands.put(
        CampaignOutcomes.NUDGE,
        new NudgeErrand(
            database,
            f.broadcasts(),
            f.outcomes(),
            f.posts(),
            f.people(),
            f.attention(),
            f.shares(),
            cards,
            sending));
    errands.put(CardBook.CARD, sending);
    errands.put(
        ExportErrand.EXPORT,
        new ExportErrand(database, f.exports(), f.downloads(), cards, System::nanoTime));
    errands.put(Erasures.CARDS, ErasedErrand.of(f, homes));
    errands.put(CardBook.CARD_LATER, new LaterErrand(cards));
    errands.put(Broadcasts.DELIVERY, delivering);
    errands.put(Broadcasts.CHANNEL_DELIVERY, delivering);
    errands.put(
        Digests.DIGEST,
        new DigestErrand(
            database, f.broadcasts(), f.digests(), f.people(), cards, sending, f.clock()));
    errands.put(People.LOOK_UP, new LookUpErrand(database, f.people(), desk, homes, couriers));
    errands.put(Packs.RECHECK, RecheckErrand.of(f, checks, lastLook, reviews, cards));
    errands.put(ChannelRequests.CHANNEL, new ChannelErrand(database, channels, couriers));
    errands.put(
        Topics.LOOK_UP_GROUP,
        new GroupErrand(database, f.topics(), f.people(), reviews, cards, couriers, campaignMoves));
    errands.put(Audiences.LOOK_UP, new AudienceErrand(database, f.people(), couriers));
    errands.put(Homes.HOME, new HomeErrand(database, f.people(), home, couriers));
    errands.put(
        FirstSettingsErrand.FIRST_SETTINGS,
        new FirstSettingsErrand(
            database, f.people(), f.roles(), f.organisation(), reviews, story, couriers, first));
    this.dispatcher =
        new Dispatcher(
            database,
            f.outbox(),
            nodes,
            errands,
            new BulkRoutes(
                database, f.outbox(), engine.pacer(), errands.keySet(), workspaces, f.clock()),
            meters);
    this.feeding = new Feeding(f, campaignMoves, news);
    List<Chore> regular =
        List.of(
            new Chore(
                "refresh_people",
                Duration.ofMinutes(1),
                tx -> f.people().refresh(tx, f.posts().now().minus(KNOWN_FOR), LOOK_UPS_A_MINUTE)),
            new Chore(
                "remind_of_reviews",
                Duration.ofSeconds(4),
                new Reminders(f.posts(), reviews, reminders)::remind),
            new Chore(
                "week_reports",
                Duration.ofMinutes(5),
                new WeekReports(f.roles(), f.people(), f.posts(), f.attention(), cards)::send),
            new Chore(
                "ask_for_policy",
                Duration.ofSeconds(2),
                new PolicyAsks(f.policies(), f.people(), f.attention(), cards)::ask),
            new Chore(
                "look_at_rules",
                Duration.ofSeconds(5),
                new TurningPoints(f.packs(), f.clock())::look),
            new Chore("record_outcomes", Duration.ofSeconds(5), f.batches()::record),
            new Chore("look_up_audiences", Duration.ofMinutes(15), audiences::refresh),
            new Chore("remind_of_campaigns", Duration.ofMinutes(1), f.outcomes()::remind),
            new Chore("forget_requests", Duration.ofHours(1), desk::forget),
            new Chore("forget_channels", Duration.ofHours(1), engine.pacer()::forgetChannels),
            new Chore("forget_exports", Duration.ofMinutes(10), f.exports()::forget),
            new Chore("forget_asks", Duration.ofDays(1), f.attention()::forget));
    this.timekeeper = new Timekeeper(database, engine.chores(), f.posts(), moves, regular);
    Gauges.show(f.outbox(), engine, meters);
  }

  /** Where requests arrive. */
  public Desk desk() {
    return desk;
  }

  /** What follows in chat from a change of roles that was made elsewhere. */
  public RoleChanges roleChanges() {
    return roleChanges;
  }

  /** What a card that lies somewhere shows now. */
  public Showing showing() {
    return showing;
  }

  /** Begins to send, and to do what is due. */
  public void start() {
    nodes.start();
    applyFirstSettings();
    features.database().run(checkpoints::postMissed);
    dispatcher.start();
    timekeeper.start();
    feeding.start();
  }

  /**
   * Has the people and channels of the settings looked up, as far as chat has said nothing else.
   */
  public void applyFirstSettings() {
    features
        .database()
        .run(
            tx ->
                features
                    .outbox()
                    .want(tx, Lane.INTERACTIVE, FirstSettingsErrand.FIRST_SETTINGS, 1));
  }

  /** Ends what is under way, in order; what waits stays in the outbox. */
  @Override
  public void close() {
    feeding.close();
    timekeeper.close();
    checkpoints.last();
    dispatcher.close();
    nodes.close();
  }
}
