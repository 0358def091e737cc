package io.herald.chat;

import io.herald.checks.Pack;
import io.herald.checks.Packs;
import io.herald.checks.Recheck;
import io.herald.checks.Rulebook;
import io.herald.members.People;
import io.herald.members.Role;
import io.herald.members.Roles;
import io.herald.outbox.Work;
import io.herald.post.Post;
import io.herald.post.PostState;
import io.herald.post.Posts;
import io.herald.post.Revision;
import io.herald.review.Review;
import io.herald.review.Reviews;
import io.herald.store.Database;
import io.herald.store.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Looks through drafts and live posts after a pack changed, or rules of it began by themselves, a
 * few in a transaction, and tells the leads what the pack finds now and did not find before.
 */
final class RecheckErrand implements Errand {
  private static final int AT_A_TIME = 20;

  private final Database database;
  private final Packs packs;
  private final DraftChecks checks;
  private final LastLook lastLook;
  private final Posts posts;
  private final Reviews reviews;
  private final People people;
  private final Roles roles;
  private final CardBook cards;

  RecheckErrand(
      Database database,
      Packs packs,
      DraftChecks checks,
      LastLook lastLook,
      Posts posts,
      Reviews reviews,
      People people,
      Roles roles,
      CardBook cards) {
    this.database = database;
    this.packs = packs;
    this.checks = checks;
    this.lastLook = lastLook;
    this.posts = posts;
    this.reviews = reviews;
    this.people = people;
    this.roles = roles;
    this.cards = cards;
  }

  static RecheckErrand of(
      Features f, DraftChecks checks, LastLook lastLook, Reviews reviews, CardBook cards) {
    return new RecheckErrand(
        f.database(),
        f.packs(),
        checks,
        lastLook,
        f.posts(),
        reviews,
        f.people(),
        f.roles(),
        cards);
  }

  @Override
  public Result run(Work work) {
    Optional<Recheck> asked = database.inTransaction(tx -> packs.recheck(tx, work.subject()));
    Optional<Pack> pack =
        asked.flatMap(
            recheck ->
                database.inTransaction(
                    tx ->
                        packs
                            .find(tx, recheck.pack())
                            .filter(Packs.Standing::inForce)
                            .map(Packs.Standing::pack)));
    if (pack.isEmpty()) {
      return Result.done();
    }
    Recheck recheck = asked.get();
    var now = new Rulebook(List.of(pack.get()));
    var before = new Rulebook(packs.before(recheck).stream().toList());
    database.run(tx -> packs.begin(tx, recheck.id()));
    long last = 0;
    int looked = 0;
    List<Post> some = next(last);
    while (!some.isEmpty()) {
      List<Post> these = some;
      database.run(tx -> these.forEach(post -> look(tx, recheck, post, now, before)));
      looked += some.size();
      last = some.get(some.size() - 1).id();
      some = next(last);
    }
    int all = looked;
    return Result.done(tx -> tell(tx, recheck, all));
  }

  private List<Post> next(long last) {
    return database.inTransaction(tx -> posts.current(tx, last, AT_A_TIME));
  }

  private void look(Tx tx, Recheck recheck, Post post, Rulebook now, Rulebook before) {
    Instant at = posts.now();
    Instant known = recheck.beforeAt() == null ? at : recheck.beforeAt();
    for (Revision revision : revisions(tx, post)) {
      List<DraftChecks.Found> found = checks.look(tx, revision.content(), before, known);
      for (DraftChecks.Found fresh : checks.look(tx, revision.content(), now, at)) {
        if (found.stream().noneMatch(f -> f.finding().same(fresh.finding()))) {
          packs.note(tx, recheck.id(), post.id(), revision.number(), fresh.finding());
        }
      }
    }
    if (post.publishAt() != null) {
      lastLook.stops(tx, post);
    }
    reviews
        .newest(tx, post.id())
        .filter(Review::open)
        .ifPresent(review -> cards.refresh(tx, CardKind.REVIEW, review.id()));
  }

  /** What people share, and what waits to take its place. */
  private List<Revision> revisions(Tx tx, Post post) {
    var revisions = new ArrayList<Revision>();
    revisions.add(posts.newest(tx, post));
    if (post.state() == PostState.LIVE && post.live() != null && post.hasNewer()) {
      revisions.add(posts.shown(tx, post));
    }
    return revisions;
  }

  private void tell(Tx tx, Recheck recheck, int looked) {
    packs.finish(tx, recheck, looked);
    if (packs.found(tx, recheck.id()).isEmpty()) {
      return;
    }
    List<Long> leads = roles.holders(tx, Role.LEAD);
    List<Long> told = leads.isEmpty() ? roles.holders(tx, Role.ADMIN) : leads;
    for (long member : told) {
      cards.want(tx, CardKind.RECHECK, recheck.id(), people.member(tx, member));
    }
  }
}
