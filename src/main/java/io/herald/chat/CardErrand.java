package io.herald.chat;

import io.herald.members.Account;
import io.herald.members.People;
import io.herald.members.Person;
import io.herald.outbox.Call;
import io.herald.outbox.Nodes;
import io.herald.outbox.Outbox;
import io.herald.outbox.Pacer;
import io.herald.outbox.Work;
import io.herald.post.Post;
import io.herald.post.Posts;
import io.herald.review.Event;
import io.herald.review.Reviews;
import io.herald.store.Database;
import io.herald.store.GroupCommit;
import io.herald.store.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends a card, or draws it anew where it was sent. That a call is begun is written before it, so
 * that after a crash or a lost answer it is known that it may have arrived. A post is then looked
 * for, and never sent twice on a guess; any other card goes again, for it shows the same state.
 */
final class CardErrand implements Errand {
  private static final Logger LOG = LoggerFactory.getLogger(CardErrand.class);

  private static final Duration THREAD_WAIT = Duration.ofMillis(300);
  private static final Duration ON_ITS_WAY = Duration.ofMillis(200);

  /** Few, so that little is in doubt after a kill, and no call comes long after its permit. */
  private static final int BEGUN_TOGETHER = 8;

  /** How long after it was begun a call may come without asking again whether it may. */
  private static final Duration FRESH = Duration.ofMillis(100);

  private final Database database;
  private final GroupCommit together;
  private final Outbox outbox;
  private final Nodes nodes;
  private final Pacer pacer;
  private final CardBook cards;
  private final CardMaker maker;
  private final Couriers couriers;
  private final People people;
  private final Posts posts;
  private final Reviews reviews;
  private final CardFate fate;
  private final Settlement settlement;
  private final Elsewhere elsewhere;

  CardErrand(
      Database database,
      Outbox outbox,
      Nodes nodes,
      Pacer pacer,
      CardBook cards,
      CardMaker maker,
      Couriers couriers,
      People people,
      Posts posts,
      Reviews reviews,
      CardFate fate,
      Settlement settlement) {
    this.database = database;
    this.together = new GroupCommit(database, BEGUN_TOGETHER);
    this.outbox = outbox;
    this.nodes = nodes;
    this.pacer = pacer;
    this.cards = cards;
    this.maker = maker;
    this.couriers = couriers;
    this.people = people;
    this.posts = posts;
    this.reviews = reviews;
    this.fate = fate;
    this.settlement = settlement;
    this.elsewhere = new Elsewhere(people, couriers);
  }

  @Override
  public Result run(Work work) {
    return run(work, work.subject());
  }

  @Override
  public Supplier<Result> begin(Work work) {
    return begin(work, tx -> {}, tx -> cards.find(tx, work.subject()));
  }

  Result run(Work work, long id) {
    return begin(work, tx -> {}, tx -> cards.find(tx, id)).get();
  }

  /**
   * As {@link #begin(Work)}.
   *
   * @param ahead says what it deals with
   * @param card tells which card it is, in the transaction in which it is begun; none where there
   *     is nothing to do
   */
  Supplier<Result> begin(Work work, Consumer<Tx> ahead, Function<Tx, Optional<CardRow>> card) {
    var planned = new AtomicReference<@Nullable Plan>();
    Function<Tx, Optional<Plan>> planning =
        tx -> {
          Optional<Plan> plan = card.apply(tx).map(row -> plan(tx, work, row));
          planned.set(plan.orElse(null));
          return plan;
        };
    Optional<Plan> plan;
    try {
      plan =
          work.isBulk()
              ? together.inTransaction(ahead, planning)
              : database.inTransaction(planning);
    } catch (RuntimeException e) {
      @Nullable Plan lost = planned.get();
      if (lost == null || !Database.wasAway(e)) {
        throw e;
      }
      return () -> notBegun(work, lost, e);
    }
    return () -> plan.map(this::follow).orElseGet(Result::done);
  }

  /** Its beginning may have been committed, and the answer lost; but nothing was called. */
  private Result notBegun(Work work, Plan plan, RuntimeException why) {
    LOG.warn("The database is away; card {} goes again: {}", plan.row.id(), why.getMessage());
    return Result.again(Retries.backoff(work))
        .after(tx -> fate.notBegun(tx, work, plan.row, plan.at));
  }

  private Result follow(Plan plan) {
    if (plan.result != null) {
      return plan.result;
    }
    return plan.doubtful == null
        ? carryOut(plan)
        : settlement.settle(plan.work, plan.row, plan.account, plan.doubtful);
  }

  /** What is to be done with a card, decided and noted in one transaction. */
  private record Plan(
      Work work,
      CardRow row,
      Account account,
      CardMaker.@Nullable Drawn drawn,
      @Nullable String thread,
      @Nullable Instant doubtful,
      @Nullable Result result,
      Instant at) {}

  private Plan plan(Tx tx, Work work, CardRow row) {
    Instant now = posts.now();
    Account account = people.account(tx, row.workspace(), row.recipient());
    // Where another node has taken the work over, it is no longer this one's to begin.
    Result over = outbox.holds(tx, work) ? over(row) : Result.done();
    if (over != null) {
      return new Plan(work, row, account, null, null, null, over, now);
    }
    Optional<CardMaker.Drawn> drawn = maker.draw(tx, row);
    if (row.sent()) {
      Result not = drawn.isEmpty() ? Result.done() : turn(tx, work, row, Call.UPDATE);
      return new Plan(work, row, account, drawn.orElse(null), null, null, not, now);
    }
    boolean wasTried = row.state() == CardRow.State.SENDING && row.triedAt() != null;
    if (wasTried && CardFate.onceOnly(row)) {
      if (fate.isWithOthers(tx, work, row)) {
        // Somebody was quick to press on what has just arrived.
        return new Plan(work, row, account, null, null, null, Result.later(ON_ITS_WAY), now);
      }
      return new Plan(work, row, account, drawn.orElse(null), null, row.triedAt(), null, now);
    }
    if (drawn.isEmpty()) {
      fate.skipped(tx, row);
      return new Plan(work, row, account, null, null, null, Result.done(), now);
    }
    @Nullable String thread = null;
    Long parentId = drawn.get().parent();
    if (parentId != null) {
      CardRow parent = cards.find(tx, parentId).orElseThrow();
      if (parent.message() == null) {
        return new Plan(work, row, account, null, null, null, waitFor(tx, row, parent), now);
      }
      thread = parent.message();
    }
    Result not = turn(tx, work, row, Call.SEND);
    if (not == null) {
      cards.trying(tx, row, CardRow.State.SENDING, now);
    }
    return new Plan(work, row, account, drawn.get(), thread, null, not, now);
  }

  /** Nothing where it is the card's turn; otherwise it waits for it. */
  private @Nullable Result turn(Tx tx, Work work, CardRow row, Call call) {
    long workspace = row.workspace();
    // The channel first: a permit must not get lost each time that a channel's turn is another's.
    Duration wait =
        call == Call.SEND ? pacer.takeChannel(tx, workspace, row.recipient()) : Duration.ZERO;
    if (!wait.isZero()) {
      return Result.later(wait);
    }
    if (BulkRoutes.paid(work, workspace, call)) {
      wait = pacer.paused(tx, workspace, call);
    } else if (work.isBulk()) {
      if (BulkRoutes.hasWays(work)) {
        outbox.route(tx, work, workspace);
      }
      wait = pacer.take(tx, workspace, call, 1).pause();
    } else {
      wait = pacer.takeOne(tx, workspace, call);
    }
    return wait.isZero() ? null : Result.later(wait);
  }

  private static @Nullable Result over(CardRow row) {
    return switch (row.state()) {
      case UNKNOWN, SKIPPED, FAILED -> row.sent() ? null : Result.done();
      default -> null;
    };
  }

  private Result waitFor(Tx tx, CardRow row, CardRow parent) {
    if (parent.state() == CardRow.State.FAILED || parent.state() == CardRow.State.SKIPPED) {
      cards.ended(tx, row, CardRow.State.SKIPPED, "no card above it");
      return Result.done();
    }
    return Result.again(THREAD_WAIT);
  }

  private Result carryOut(Plan plan) {
    CardMaker.Drawn drawn = java.util.Objects.requireNonNull(plan.drawn);
    try {
      return call(plan, drawn.card());
    } catch (PlatformFailure failure) {
      if (failure.kind() != PlatformFailure.Kind.BAD_IMAGE || !drawn.card().hasPictures()) {
        return failed(plan, failure);
      }
    }
    try {
      Result sent = call(plan, drawn.card().withoutPictures());
      return new Result(
          tx -> {
            sent.store().accept(tx);
            refuseImage(tx, drawn);
          },
          null);
    } catch (PlatformFailure failure) {
      return failed(plan, failure);
    }
  }

  private void refuseImage(Tx tx, CardMaker.Drawn drawn) {
    if (drawn.post() != null && posts.refuseImage(tx, drawn.post().id(), drawn.revision())) {
      reviews.note(tx, drawn.post().id(), Event.Kind.IMAGE_REFUSED, null, null);
    }
  }

  private Result call(Plan plan, Card card) {
    if (!nodes.isAlive()) {
      throw new PlatformFailure(PlatformFailure.Kind.UNAVAILABLE, "this node may be held for dead");
    }
    mustNotWait(plan);
    Courier courier = couriers.of(plan.account);
    CardRow row = plan.row;
    if (row.channel() != null && row.message() != null) {
      courier.update(new Courier.Sent(row.channel(), row.message()), card);
      @Nullable Post post = plan.drawn == null ? null : plan.drawn.post();
      return Result.done(tx -> fate.edited(tx, row, post));
    }
    Courier.Sent sent = courier.send(row.recipient(), plan.thread, card, row.id());
    return Result.done(
        tx -> {
          // Whoever asks for something is locked before their cards; so it is here.
          people.converse(tx, row.workspace(), row.recipient(), sent.channel());
          fate.arrived(tx, row, sent);
        });
  }

  /** Another call may have been refused meanwhile: here, or where it took long, anywhere. */
  private void mustNotWait(Plan plan) {
    Call call = plan.row.sent() ? Call.UPDATE : Call.SEND;
    mustNotWait(call, pacer.heard(plan.row.workspace(), call));
    if (Duration.between(plan.at, posts.now()).compareTo(FRESH) <= 0) {
      return;
    }
    Duration wait;
    try {
      wait = database.inTransaction(tx -> pacer.paused(tx, plan.row.workspace(), call));
    } catch (RuntimeException e) {
      // Nothing was sent, so it is to be put back, and nobody has to doubt it.
      throw new PlatformFailure(
          PlatformFailure.Kind.UNAVAILABLE, "it could not be asked whether it may: " + e);
    }
    mustNotWait(call, wait);
  }

  private static void mustNotWait(Call call, Duration wait) {
    if (!wait.isZero()) {
      throw new PlatformFailure(PlatformFailure.Kind.RATE_LIMITED, call + " has to wait", wait);
    }
  }

  private Result failed(Plan plan, PlatformFailure failure) {
    return switch (failure.kind()) {
      // It stays as being sent; the next look settles it.
      case AMBIGUOUS -> {
        told(plan, failure);
        yield Result.again(Duration.ofSeconds(1));
      }
      case GONE -> gone(plan, failure);
      case BAD_IMAGE -> ended(plan, failure);
      case REFUSED -> refused(plan, failure);
      default -> {
        told(plan, failure);
        Result again = Retries.of(plan.work, failure);
        // Nothing was sent: it waits, as it did.
        yield plan.row.sent() ? again : again.after(tx -> putBack(tx, plan, failure));
      }
    };
  }

  private static void told(Plan plan, PlatformFailure failure) {
    LOG.info("Card {} ({}): {}", plan.row.id(), plan.row.kind(), failure.getMessage());
  }

  private void putBack(Tx tx, Plan plan, PlatformFailure failure) {
    boolean forbidden = failure.kind() == PlatformFailure.Kind.FORBIDDEN;
    if (forbidden && plan.work.attempts() == 0 && outbox.holds(tx, plan.work)) {
      unseen(tx, plan);
    }
    boolean stopped = forbidden && fate.stops(tx, plan.work, plan.row, failure);
    if (!stopped) {
      fate.waits(tx, plan.work, plan.row);
    }
  }

  /** Where nobody would get it, the broadcast is stopped; where it is this one, it ends. */
  private Result refused(Plan plan, PlatformFailure failure) {
    String why = String.valueOf(failure.getMessage());
    LOG.warn("Card {} ({}) was refused: {}", plan.row.id(), plan.row.kind(), why);
    return Result.done(
        tx -> {
          if (!fate.stops(tx, plan.work, plan.row, failure)) {
            fail(tx, plan, failure);
          }
        });
  }

  /** Whoever is in two places is still reached in the other one. */
  private Result gone(Plan plan, PlatformFailure failure) {
    Optional<Person> other =
        plan.row.sent()
            ? Optional.empty()
            : database.inTransaction(tx -> elsewhere.than(tx, plan.row));
    if (other.isEmpty()) {
      return ended(plan, failure);
    }
    LOG.info(
        "Card {} ({}) goes elsewhere: {}", plan.row.id(), plan.row.kind(), failure.getMessage());
    return Result.later(Duration.ZERO)
        .after(
            tx -> {
              if (outbox.holds(tx, plan.work) && !cards.readdress(tx, plan.row, other.get())) {
                fail(tx, plan, failure);
              }
            });
  }

  private Result ended(Plan plan, PlatformFailure failure) {
    String why = String.valueOf(failure.getMessage());
    LOG.warn("Card {} ({}) ends: {}", plan.row.id(), plan.row.kind(), why);
    return Result.done(tx -> fail(tx, plan, failure));
  }

  private void fail(Tx tx, Plan plan, PlatformFailure failure) {
    String why = String.valueOf(failure.getMessage());
    if (fate.failed(tx, plan.work, plan.row, why, failure.kind().name())) {
      unseen(tx, plan);
    }
  }

  /** Of a draft that nobody gets to see somebody must hear. */
  private void unseen(Tx tx, Plan plan) {
    @Nullable Post post = plan.drawn == null ? null : plan.drawn.post();
    if (plan.row.kind() == CardKind.REVIEW && post != null) {
      reviews.note(tx, post.id(), Event.Kind.CHANNEL_GONE, null, null);
    }
  }
}
