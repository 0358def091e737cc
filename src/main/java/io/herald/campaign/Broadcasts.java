package io.herald.campaign;

import io.herald.members.Person;
import io.herald.outbox.Outbox;
import io.herald.post.Post;
import io.herald.post.PostState;
import io.herald.post.Posts;
import io.herald.records.Entry;
import io.herald.records.Records;
import io.herald.store.Keyed;
import io.herald.store.Tx;
import io.herald.words.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Pushes of a post to its audience. Over all of them a member gets a post at most once. What is
 * decided here are rows; {@link Feeder} hands them to the outbox as there is room in it.
 */
public final class Broadcasts {
  /** The outbox's kind for a card to a member. */
  public static final String DELIVERY = "delivery";

  /** The outbox's kind for a card in a channel. */
  public static final String CHANNEL_DELIVERY = "channel_delivery";

  private final Posts posts;
  private final Outbox outbox;
  private final Records records;
  private final Asking asking;
  private volatile Runnable bell = () -> {};

  public Broadcasts(Posts posts, Outbox outbox, Records records, Asking asking) {
    this.posts = posts;
    this.outbox = outbox;
    this.records = records;
    this.asking = asking;
  }

  /** Who is to be woken when there are deliveries to feed. */
  public void onDeliveries(Runnable bell) {
    this.bell = bell;
  }

  /** Pushes a post that just went live to the members who follow one of its topics. */
  public void start(Tx tx, Post post) {
    var sql = tx.sql(BroadcastSql.class);
    var now = posts.now();
    int revision = post.newest();
    long id = sql.start(post.id(), revision, now);
    int members =
        sql.adopt(id, post.id(), revision, now) + sql.deliver(id, post.id(), revision, now);
    int channels = sql.deliverToChannels(id, post.id(), revision);
    begun(tx, post, revision, id, members, channels, null);
  }

  /** A push whose deliveries were written begins. */
  void begun(
      Tx tx, Post post, int revision, long id, int members, int channels, @Nullable Long campaign) {
    var sql = tx.sql(BroadcastSql.class);
    sql.grow(id, members);
    asking.sort(tx, id, post.id(), posts.now());
    tx.sql(OutcomeBatchSql.class).waitSkipped(id, posts.now());
    sql.enqueueChannels(id, posts.now());
    records.append(
        tx,
        Entry.of("broadcast_started", null, "post/" + post.id())
            .with("broadcast", id)
            .with("campaign", campaign)
            .with("revision", revision)
            .with("members", members)
            .with("channels", channels));
    outbox.ring(tx);
    ring(tx);
  }

  /** The posts that go past caps and digests. */
  public Priorities priorities() {
    return asking.priorities();
  }

  /** How many members a revision would reach now. */
  public long audience(Tx tx, long post, int revision) {
    return tx.sql(BroadcastSql.class).audience(post, revision);
  }

  public Optional<Broadcast> find(Tx tx, long id) {
    return tx.sql(BroadcastSql.class).find(id);
  }

  /** The pushes of a post, oldest first. */
  public List<Broadcast> of(Tx tx, long post) {
    return tx.sql(BroadcastSql.class).ofPost(post);
  }

  /** How far a broadcast is, from its roll-up. */
  public Progress progress(Tx tx, Broadcast broadcast) {
    Tallies.of(tx).write(tx);
    return Progress.of(broadcast.members(), tx.sql(DeliverySql.class).tallies(broadcast.id()));
  }

  /** What of several broadcasts has not ended. */
  public Outstanding outstanding(Tx tx, List<Broadcast> all) {
    var sql = tx.sql(DeliverySql.class);
    long home = 0;
    long open = 0;
    Later later = Later.NOTHING;
    for (Broadcast broadcast : all) {
      long pending = progress(tx, broadcast).pending();
      if (broadcast.state().open()) {
        open += pending;
        later = later.and(sql.later(broadcast.id(), posts.now()));
      } else {
        home += pending;
      }
    }
    return new Outstanding(open - later.number(), later, home);
  }

  /** How far several broadcasts are together. */
  public Progress progress(Tx tx, List<Broadcast> all) {
    return Progress.sum(all.stream().map(broadcast -> progress(tx, broadcast)).toList());
  }

  /**
   * Nothing more of it leaves until it is resumed.
   *
   * @param actor who paused it; none where the platform refused everything
   * @param why what the platform said; none where a person paused it
   */
  public void pause(Tx tx, long id, @Nullable Long actor, @Nullable String why) {
    change(tx, lock(tx, id).paused(posts.now(), why), actor, "paused", why);
    takeBack(tx, id);
  }

  public void resume(Tx tx, long id, long actor) {
    change(tx, lock(tx, id).resumed(posts.now()), actor, "resumed", null);
    ring(tx);
  }

  /** What was not begun never leaves; one that was tried may have arrived, and is looked for. */
  public void cancel(Tx tx, long id, @Nullable Long actor) {
    change(tx, lock(tx, id).cancelled(posts.now()), actor, "cancelled", null);
    takeBack(tx, id);
  }

  /**
   * Ends all pushes of a withdrawn post, as {@link #cancel} does; says how many cards stay home.
   */
  public long cancelPost(Tx tx, long post, long actor) {
    var sql = tx.sql(BroadcastSql.class);
    long home = sql.cancelChannels(post);
    for (Broadcast broadcast : sql.ofPost(post)) {
      if (broadcast.state().open()) {
        cancel(tx, broadcast.id(), actor);
        home += progress(tx, broadcast).pending();
      }
    }
    return home;
  }

  public boolean isRunning(Tx tx, long id) {
    return tx.sql(BroadcastSql.class)
        .find(id)
        .filter(found -> found.state() == BroadcastState.RUNNING)
        .isPresent();
  }

  /** Whether anybody has got it. */
  public boolean reached(Tx tx, long id) {
    Broadcast broadcast = tx.sql(BroadcastSql.class).find(id).orElseThrow();
    return progress(tx, broadcast).delivered() > 0;
  }

  /**
   * How many of a push may have arrived, nobody can tell, and could be sent again: none where it
   * was cancelled, or its post is not live any more.
   */
  public long unknown(Tx tx, Broadcast broadcast) {
    boolean over =
        broadcast.state() == BroadcastState.CANCELLED
            || posts.get(tx, broadcast.post()).state() != PostState.LIVE;
    return over ? 0 : progress(tx, broadcast).number(DeliveryState.UNKNOWN);
  }

  /**
   * Sends again what may have arrived and nobody can tell, because a person has decided so; says to
   * how many. It goes as the first one did: as an ask, when the member may be asked.
   */
  public int resendUnknown(Tx tx, long id, long actor) {
    Broadcast broadcast = lock(tx, id);
    Instant now = posts.now();
    Broadcast open = broadcast.again(now);
    var sql = tx.sql(DeliverySql.class);
    Tallies.of(tx).write(tx);
    // The counts first, so that what becomes unknown meanwhile is counted after this.
    sql.lockUnknown(id);
    asking.takeBackUnknown(tx, id, now);
    int again = sql.unknownWait(id, now);
    if (again > 0) {
      sql.forgetUnknown(id);
      change(tx, open, actor, "resent", null);
      ring(tx);
    }
    return again;
  }

  private Broadcast lock(Tx tx, long id) {
    return tx.sql(BroadcastSql.class)
        .lock(id)
        .orElseThrow(() -> new Refusal("refusal.no_such_broadcast"));
  }

  private void change(
      Tx tx, Broadcast next, @Nullable Long actor, String what, @Nullable String why) {
    tx.sql(BroadcastSql.class).store(next);
    records.append(
        tx,
        counted(
            Entry.of("broadcast_" + what, actor, "post/" + next.post())
                .with("broadcast", next.id())
                .with("why", why),
            progress(tx, next)));
  }

  /** The few that stand in the outbox wait here again. */
  private static void takeBack(Tx tx, long id) {
    var sql = tx.sql(DeliverySql.class);
    List<Long> waiting = sql.notBegun(id);
    if (!waiting.isEmpty()) {
      sql.takeOut(waiting);
      sql.takenOut(waiting);
    }
  }

  /**
   * Whether a delivery that stands in the outbox is to be sent now. Where its broadcast was stopped
   * meanwhile it goes back to those that wait.
   */
  public boolean mayBegin(Tx tx, long delivery) {
    DeliverySql.Stand stand = stand(tx, delivery);
    if (stand.state() != DeliveryState.QUEUED.number()) {
      return false;
    }
    if (stand.broadcastState() == BroadcastState.RUNNING) {
      return true;
    }
    tx.sql(DeliverySql.class).backToWait(delivery);
    return false;
  }

  private static DeliverySql.Stand stand(Tx tx, long delivery) {
    return tx.read(
            Delivery.class,
            delivery,
            DeliverySql.Stand.class,
            ids -> Keyed.by(DeliverySql.Stand::id, tx.sql(DeliverySql.class).stands(ids)))
        .orElseThrow();
  }

  /**
   * Whether a delivery of {@link #mayBegin} may be sent to a person at this moment, as far as their
   * attention goes; counts the ask.
   */
  public boolean mayAsk(Tx tx, Delivery delivery, Person person) {
    return asking.mayAsk(tx, this, delivery, person, posts.now());
  }

  /**
   * Writes down how a delivery ended, once: said again, it changes nothing.
   *
   * @param reason a short code for people who ask how many ended so and why; none where it needs
   *     none
   */
  public void ended(Tx tx, long delivery, DeliveryState state, @Nullable String reason) {
    DeliverySql.Stand stand = stand(tx, delivery);
    DeliveryState before = DeliveryState.of(stand.state());
    boolean moves =
        switch (state) {
          case DELIVERED, FAILED, SKIPPED, UNKNOWN ->
              before == DeliveryState.WAITING
                  || before == DeliveryState.QUEUED
                  || before == DeliveryState.GATHERED
                  || (before == DeliveryState.UNKNOWN && state != DeliveryState.UNKNOWN);
          case RECALLED -> before == DeliveryState.DELIVERED;
          case FOUND, WAITING, QUEUED, GATHERED -> false;
        };
    if (moves) {
      tx.isNow(
          Delivery.class, delivery, DeliverySql.Stand.class, stand.ended(state.number(), reason));
      tx.write(
          new DeliverySql.Ending(stand, state.number(), reason, posts.now()), this::writeEndings);
    }
  }

  private void writeEndings(Tx tx, List<DeliverySql.Ending> endings) {
    int[] moved = tx.sql(DeliverySql.class).end(endings);
    for (int i = 0; i < moved.length; i++) {
      DeliverySql.Ending ending = endings.get(i);
      if (moved[i] > 0 && ending.stood().broadcast() != null) {
        tally(tx, ending, ending.stood().broadcast());
      }
    }
  }

  private void tally(Tx tx, DeliverySql.Ending ending, long broadcast) {
    Tallies tallies = Tallies.of(tx);
    DeliveryState before = DeliveryState.of(ending.before());
    DeliveryState state = DeliveryState.of(ending.state());
    if (before.over()) {
      tallies.add(broadcast, ending.id(), before, ending.stood().reason(), -1);
    }
    tallies.add(broadcast, ending.id(), state, ending.reason(), 1);
    tallies.ended(broadcast, ending.id(), ending.at());
    if (state == DeliveryState.FAILED || state == DeliveryState.SKIPPED) {
      delivery(tx, ending.id()).ifPresent(d -> asking.notAsked(tx, d));
    }
  }

  /** An entry with the counts of a broadcast at that time. */
  static Entry counted(Entry entry, Progress progress) {
    Entry all =
        entry
            .with("members", progress.members())
            .with("pending", progress.pending())
            .with("delivered", progress.delivered());
    for (DeliveryState state :
        List.of(DeliveryState.FAILED, DeliveryState.SKIPPED, DeliveryState.UNKNOWN)) {
      all = all.with(state.name().toLowerCase(Locale.ROOT), progress.number(state));
    }
    return all;
  }

  /**
   * What is out there of a post.
   *
   * @param cards how many members have a card of it
   * @param left on how many of them it can still be read
   */
  public record Exposure(long cards, long left) {}

  /** How many cards of a post there are, and how many do not say yet that it was withdrawn. */
  public Exposure exposure(Tx tx, long post) {
    Progress all = progress(tx, of(tx, post));
    return new Exposure(all.delivered(), all.number(DeliveryState.DELIVERED));
  }

  public Optional<Delivery> delivery(Tx tx, long id) {
    dealsWith(tx, id);
    return tx.read(Delivery.class, id, Delivery.class, ids -> deliveries(tx, ids));
  }

  private static Map<Long, Delivery> deliveries(Tx tx, List<Long> ids) {
    List<Delivery> found = tx.sql(BroadcastSql.class).deliveries(ids);
    tx.dealsWith(Person.class, found.stream().map(Delivery::member).toList());
    return Keyed.by(Delivery::id, found);
  }

  /** A transaction deals with a delivery, and so with its member. */
  public void dealsWith(Tx tx, long id) {
    tx.dealsWith(Delivery.class, List.of(id));
  }

  public Optional<Delivery> deliveryTo(Tx tx, long post, long member) {
    return deliveriesTo(tx, post, member).stream().findFirst();
  }

  /** More than one where two members got the post before they became one. */
  public List<Delivery> deliveriesTo(Tx tx, long post, long member) {
    return tx.sql(BroadcastSql.class).deliveriesTo(post, member);
  }

  /** Two members became one: what was to be sent to both is sent once. */
  public void handOver(Tx tx, long from, long to) {
    new HandOver(this).deliveries(tx, from, to);
  }

  public Optional<ChannelDelivery> channelDelivery(Tx tx, long id) {
    return tx.sql(BroadcastSql.class).channelDelivery(id);
  }

  /** Folds or unfolds a member's card of a post; it counts for nobody and is no entry. */
  public void fold(Tx tx, long post, long member, boolean folded) {
    tx.sql(BroadcastSql.class).fold(post, member, folded);
  }

  /** Has deliveries looked for, once the transaction is durable. */
  void ring(Tx tx) {
    tx.afterCommit(() -> bell.run());
  }
}
