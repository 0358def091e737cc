package io.herald.review;

import io.herald.members.People;
import io.herald.members.Person;
import io.herald.policy.Policies;
import io.herald.post.Post;
import io.herald.post.PostState;
import io.herald.post.Posts;
import io.herald.post.Revision;
import io.herald.post.Topic;
import io.herald.post.Topics;
import io.herald.records.Entry;
import io.herald.records.Records;
import io.herald.store.Tx;
import io.herald.words.Refusal;
import io.herald.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rounds of review. Whatever changes a round locks its post first, so that two who decide
 * together take turns, and the second learns who was first.
 */
public final class Reviews {
  private final Posts posts;
  private final Topics topics;
  private final People people;
  private final Deciders deciders;
  private final Records records;
  private final Duration grace;
  private final Policies policies;
  private final Storyteller storyteller;
  private final Voiding voiding;

  /**
   * @param grace how long an approval can be undone before anything leaves; zero for not at all
   * @param policies says whether a draft that one person could approve needs a second
   * @param storyteller told of everything that happens to a round, in its transaction
   */
  public Reviews(
      Posts posts,
      Topics topics,
      People people,
      Deciders deciders,
      Records records,
      Duration grace,
      Policies policies,
      Storyteller storyteller) {
    this.posts = posts;
    this.topics = topics;
    this.people = people;
    this.deciders = deciders;
    this.records = records;
    this.grace = grace;
    this.policies = policies;
    this.storyteller = storyteller;
    this.voiding = new Voiding(this, posts, records);
  }

  /** Hears what happens to a round, so that cards and threads follow. */
  public interface Storyteller {
    void happened(Tx tx, Review review, Event event);
  }

  public Optional<Review> find(Tx tx, long id) {
    return tx.sql(ReviewSql.class).find(id).map(round -> whole(tx, round));
  }

  public Review get(Tx tx, long id) {
    return find(tx, id).orElseThrow(() -> new Refusal("refusal.no_such_review"));
  }

  /** The newest round of a post. */
  public Optional<Review> newest(Tx tx, long post) {
    return tx.sql(ReviewSql.class).newest(post).map(round -> whole(tx, round));
  }

  /** The rounds of a post, oldest first, by id. */
  public List<Long> ofPost(Tx tx, long post) {
    return tx.sql(ReviewSql.class).ofPost(post);
  }

  /** Open rounds, the one that waits longest first. */
  public List<Review> open(Tx tx, int skip, int most) {
    return tx.sql(ReviewSql.class).open(skip, most).stream().map(r -> whole(tx, r)).toList();
  }

  public Optional<Event> event(Tx tx, long id) {
    return tx.sql(ReviewSql.class).event(id);
  }

  public Optional<Decision> decision(Tx tx, long id) {
    return tx.sql(ReviewSql.class).decision(id);
  }

  /** Opens a round on a revision that was just submitted; one that was open is superseded. */
  public Review open(Tx tx, Revision revision) {
    var sql = tx.sql(ReviewSql.class);
    close(tx, revision.post(), Outcome.SUPERSEDED, Event.Kind.SUPERSEDED, revision.author());
    Instant now = posts.now();
    int round = sql.lastRound(revision.post()) + 1;
    long id = sql.add(revision.post(), revision.number(), round, now);
    List<Topic.Stage> stages = topics.stagesOf(tx, revision.content().topics());
    for (Topic.Stage stage : stages) {
      sql.addStage(id, stage.position(), stage.name());
      stage.deciders().stream()
          .filter(Topic.Decider::isGroup)
          .forEach(group -> topics.refreshGroup(tx, group));
    }
    if (stages.size() == 1 && policies.strictness(tx).needsSecondApproval()) {
      // No topic has a stage of this name alone, so any approver but the first decides it.
      sql.addStage(id, 1, Words.say("stage.second"));
    }
    records.append(
        tx,
        Entry.of("review_opened", revision.author(), "post/" + revision.post())
            .with("review", id)
            .with("revision", revision.number())
            .with("round", round)
            .with("stages", sql.stages(id)));
    Review review = get(tx, id);
    tell(tx, review, Event.Kind.OPENED, revision.author(), null, null);
    tellIfNobodyIsLeft(tx, review);
    return review;
  }

  /** Approves a stage of a round. */
  public void approve(Tx tx, long reviewId, int stage, Person person) {
    Post post = lockPostOf(tx, reviewId);
    Review review = mayDecide(tx, post, reviewId, stage, person);
    decide(tx, review, stage, Verdict.APPROVE, person, null);
    if (review.isLast(stage)) {
      tx.sql(ReviewSql.class).close(review.id(), Outcome.APPROVED, posts.now());
      Instant from = posts.newest(tx, post).content().from();
      posts.store(tx, post.approved(grace, from, posts.now()), person.member(), "approved");
    }
    tell(
        tx,
        get(tx, reviewId),
        Event.Kind.APPROVED,
        person.member(),
        stageName(review, stage),
        null);
    if (!review.isLast(stage)) {
      tellIfNobodyIsLeft(tx, get(tx, reviewId));
    }
  }

  /** Sends a draft back to its author with a reason; the round ends. */
  public void requestChanges(Tx tx, long reviewId, int stage, Person person, String reason) {
    Post post = lockPostOf(tx, reviewId);
    Review review = mayDecide(tx, post, reviewId, stage, person);
    decide(tx, review, stage, Verdict.REQUEST_CHANGES, person, reason);
    tx.sql(ReviewSql.class).close(review.id(), Outcome.CHANGES_REQUESTED, posts.now());
    posts.store(tx, post.changesRequested(posts.now()), person.member(), "changes_requested");
    tell(
        tx,
        get(tx, reviewId),
        Event.Kind.CHANGES_REQUESTED,
        person.member(),
        stageName(review, stage),
        reason);
  }

  /** Ends a draft with a reason. */
  public void reject(Tx tx, long reviewId, int stage, Person person, String reason) {
    Post post = lockPostOf(tx, reviewId);
    Review review = mayDecide(tx, post, reviewId, stage, person);
    decide(tx, review, stage, Verdict.REJECT, person, reason);
    tx.sql(ReviewSql.class).close(review.id(), Outcome.REJECTED, posts.now());
    posts.store(tx, post.rejected(posts.now()), person.member(), "rejected");
    tell(
        tx,
        get(tx, reviewId),
        Event.Kind.REJECTED,
        person.member(),
        stageName(review, stage),
        reason);
  }

  /** Takes an approval back, by whoever gave it, within the grace time and before anything left. */
  public void undo(Tx tx, long decisionId, Person person) {
    var sql = tx.sql(ReviewSql.class);
    Decision decision =
        sql.decision(decisionId).orElseThrow(() -> new Refusal("refusal.no_such_review"));
    Post post = lockPostOf(tx, decision.review());
    Review review = get(tx, decision.review());
    if (decision.member() != person.member()) {
      throw new Refusal("refusal.only", people.member(tx, decision.member()).at());
    }
    if (!undoable(tx, post, review, decision)) {
      throw new Refusal("refusal.too_late_to_undo");
    }
    sql.undo(decisionId, posts.now());
    records.append(
        tx,
        Entry.of("decision_undone", person.member(), "post/" + post.id())
            .with("decision", decisionId));
    if (review.outcome() == Outcome.APPROVED) {
      sql.close(review.id(), null, null);
      posts.store(tx, post.approvalUndone(posts.now()), person.member(), "approval_undone");
    }
    tell(
        tx,
        get(tx, review.id()),
        Event.Kind.UNDONE,
        person.member(),
        stageName(review, decision.stage()),
        null);
  }

  /**
   * Two members became one, who decided what both did. What one of them approved of the other's
   * posts counts no more, unless it has left already; nor does a second stage of one round.
   */
  public void handOver(Tx tx, long from, long to) {
    var sql = tx.sql(ReviewSql.class);
    sql.handOverDecisions(from, to);
    sql.handOverEvents(from, to);
    voiding.ofPartners(tx, to);
  }

  /**
   * What was approved and has not left must not leave: its last approval counts no more, and it
   * waits to be decided again.
   *
   * @param kind whether rules forbid it, or an approver may let it through
   * @param why what they find
   */
  public void stop(Tx tx, long postId, Event.Kind kind, String why) {
    voiding.stop(tx, postId, kind, why);
  }

  /** Whether an approval can still be undone. */
  public boolean undoable(Tx tx, Post post, Review review, Decision decision) {
    boolean newest = review.last().filter(d -> d.id() == decision.id()).isPresent();
    boolean waits =
        review.open()
            || (review.outcome() == Outcome.APPROVED
                && post.publishAt() != null
                && post.newest() == review.revision());
    return newest
        && waits
        && decision.verdict() == Verdict.APPROVE
        && posts.now().isBefore(decision.at().plus(grace));
  }

  /** When the newest approval of a post can no longer be undone. */
  public Instant graceOver(Tx tx, long post) {
    return newest(tx, post)
        .flatMap(Review::last)
        .map(decision -> decision.at().plus(grace))
        .orElse(Instant.MIN);
  }

  /** The author takes back what is in review. */
  public void takeBack(Tx tx, Post post, long member) {
    if (!close(tx, post.id(), Outcome.TAKEN_BACK, Event.Kind.TAKEN_BACK, member)) {
      throw new Refusal("refusal.not_in_review");
    }
    posts.store(tx, post.takenBack(posts.now()), member, "taken_back");
  }

  /** Closes the open round of a post, if there is one. */
  public boolean close(Tx tx, long post, Outcome outcome, Event.Kind kind, @Nullable Long member) {
    Optional<Review> open = newest(tx, post).filter(Review::open);
    open.ifPresent(
        review -> {
          tx.sql(ReviewSql.class).close(review.id(), outcome, posts.now());
          tell(tx, get(tx, review.id()), kind, member, null, null);
        });
    return open.isPresent();
  }

  /** Notes in the thread of a post's newest round what happened to the post. */
  public void note(Tx tx, long post, Event.Kind kind, @Nullable Long member, @Nullable String why) {
    newest(tx, post).ifPresent(review -> tell(tx, review, kind, member, null, why));
  }

  /** Lets it be known that a round still waits. */
  void remind(Tx tx, Review review, Event.Kind kind) {
    int stage = review.current().orElseThrow();
    tell(tx, review, kind, null, stageName(review, stage), null);
  }

  private Review mayDecide(Tx tx, Post post, long reviewId, int stage, Person person) {
    Review review = get(tx, reviewId);
    if (post.state() == PostState.WITHDRAWN) {
      throw new Refusal("refusal.ended.withdrawn");
    }
    boolean newer = newest(tx, post.id()).filter(r -> r.id() != review.id()).isPresent();
    if (newer || review.outcome() == Outcome.SUPERSEDED) {
      throw new Refusal("refusal.older_version");
    }
    if (!review.open() || review.current().filter(current -> current == stage).isEmpty()) {
      throw alreadyDecided(tx, review, stage);
    }
    deciders.must(tx, review, stage, person);
    return review;
  }

  private Refusal alreadyDecided(Tx tx, Review review, int stage) {
    Optional<Decision> decision =
        review.decisions().stream().filter(d -> d.stage() == stage).findFirst();
    if (decision.isPresent()) {
      String who = people.member(tx, decision.get().member()).at();
      return switch (decision.get().verdict()) {
        case APPROVE -> new Refusal("refusal.already_approved", who);
        case REQUEST_CHANGES -> new Refusal("refusal.already_changes_requested", who);
        case REJECT -> new Refusal("refusal.already_rejected", who);
      };
    }
    return new Refusal(
        review.outcome() == Outcome.TAKEN_BACK ? "refusal.taken_back" : "refusal.not_in_review");
  }

  private void decide(
      Tx tx, Review review, int stage, Verdict verdict, Person person, @Nullable String reason) {
    long id =
        tx.sql(ReviewSql.class)
            .decide(review.id(), stage, verdict, person.member(), reason, posts.now());
    records.append(
        tx,
        Entry.of("decision", person.member(), "post/" + review.post())
            .with("decision", id)
            .with("review", review.id())
            .with("revision", review.revision())
            .with("stage", stageName(review, stage))
            .with("verdict", verdict)
            .with("reason", reason));
  }

  /** Lets it be known where nobody is left who may decide a round. */
  public void tellIfNobodyIsLeft(Tx tx, Review review) {
    Optional<Integer> stage = review.current();
    if (stage.isPresent() && deciders.able(tx, review, stage.get()).isEmpty()) {
      tell(tx, review, Event.Kind.NOBODY_LEFT, null, stageName(review, stage.get()), null);
    }
  }

  Post lockPostOf(Tx tx, long reviewId) {
    return posts.lock(tx, get(tx, reviewId).post());
  }

  void tell(
      Tx tx,
      Review review,
      Event.Kind kind,
      @Nullable Long member,
      @Nullable String stage,
      @Nullable String reason) {
    long id = tx.sql(ReviewSql.class).tell(review.id(), posts.now(), kind, member, stage, reason);
    storyteller.happened(tx, review, event(tx, id).orElseThrow());
  }

  static @Nullable String stageName(Review review, int stage) {
    String name = review.stages().get(stage);
    return name.isEmpty() ? null : name;
  }

  private Review whole(Tx tx, ReviewSql.Round round) {
    var sql = tx.sql(ReviewSql.class);
    return new Review(
        round.id(),
        round.post(),
        round.revision(),
        round.round(),
        round.openedAt(),
        round.outcome(),
        sql.stages(round.id()),
        sql.decisions(round.id()));
  }
}
