package io.herald.chat;

import io.herald.members.Role;
import io.herald.members.Roles;
import io.herald.network.WebLink;
import io.herald.post.Posts;
import io.herald.post.Revision;
import io.herald.review.Deciders;
import io.herald.review.Event;
import io.herald.review.Review;
import io.herald.review.Reviews;
import io.herald.words.Refusal;
import io.herald.words.Words;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Deciding on a draft, and what leads do with a post. */
final class ReviewClerk implements Clerk<Intent.Reviewing> {
  private final Roles roles;
  private final Posts posts;
  private final Reviews reviews;
  private final Deciders deciders;
  private final DraftChecks checks;
  private final PostMoves moves;

  ReviewClerk(
      Roles roles,
      Posts posts,
      Reviews reviews,
      Deciders deciders,
      DraftChecks checks,
      PostMoves moves) {
    this.roles = roles;
    this.posts = posts;
    this.reviews = reviews;
    this.deciders = deciders;
    this.checks = checks;
    this.moves = moves;
  }

  @Override
  public Reply handle(Turn turn, Intent.Reviewing intent) {
    if (intent instanceof Intent.Approve approve) {
      return approve(turn, approve);
    }
    if (intent instanceof Intent.AskToLetThrough ask) {
      return askToOverride(turn, ask);
    }
    if (intent instanceof Intent.LetThrough override) {
      return withReason(turn, reason -> override(turn, override, reason));
    }
    if (intent instanceof Intent.Undo undo) {
      reviews.undo(turn.tx(), undo.decision(), turn.person());
      return new Reply.Done();
    }
    if (intent instanceof Intent.AskForChanges ask) {
      return askWhy(
          turn,
          ask.review(),
          "review.request_changes",
          new Intent.RequestChanges(ask.review(), ask.stage()));
    }
    if (intent instanceof Intent.AskToReject ask) {
      return askWhy(
          turn, ask.review(), "review.reject", new Intent.Reject(ask.review(), ask.stage()));
    }
    if (intent instanceof Intent.RequestChanges request) {
      return withReason(
          turn,
          reason ->
              reviews.requestChanges(
                  turn.tx(), request.review(), request.stage(), turn.person(), reason));
    }
    if (intent instanceof Intent.Reject reject) {
      return withReason(
          turn,
          reason ->
              reviews.reject(turn.tx(), reject.review(), reject.stage(), turn.person(), reason));
    }
    return lead(turn, intent);
  }

  private Reply approve(Turn turn, Intent.Approve approve) {
    Review review = reviews.get(turn.tx(), approve.review());
    if (review.open()) {
      checks.mustBeClear(turn.tx(), revision(turn, review));
    }
    reviews.approve(turn.tx(), approve.review(), approve.stage(), turn.person());
    return new Reply.Done();
  }

  private Reply askToOverride(Turn turn, Intent.AskToLetThrough ask) {
    Review review = waiting(turn, ask.review(), ask.stage());
    // The form shows words of the draft, so it is for those who may decide as far as is known yet.
    if (!deciders.able(turn.tx(), review, ask.stage()).contains(turn.member())) {
      throw new Refusal("refusal.only", deciders.who(turn.tx(), review, ask.stage()));
    }
    List<DraftChecks.Found> held =
        DraftChecks.once(checks.look(turn.tx(), revision(turn, review))).stream()
            .filter(DraftChecks.Found::holds)
            .toList();
    return new Reply.Open(
        OverrideForm.draw(held, new Intent.LetThrough(ask.review(), ask.stage())));
  }

  private void override(Turn turn, Intent.LetThrough override, String reason) {
    Review review = undecided(turn, override.review(), override.stage());
    checks.override(turn.tx(), revision(turn, review), turn.member(), reason);
    reviews.note(turn.tx(), review.post(), Event.Kind.OVERRIDDEN, turn.member(), reason);
  }

  /** A round whose stage waits, by somebody who may decide it. */
  private Review undecided(Turn turn, long id, int stage) {
    posts.lock(turn.tx(), reviews.get(turn.tx(), id).post());
    Review review = waiting(turn, id, stage);
    deciders.must(turn.tx(), review, stage, turn.person());
    return review;
  }

  private Review waiting(Turn turn, long id, int stage) {
    Review review = reviews.get(turn.tx(), id);
    if (review.current().filter(current -> current == stage).isEmpty()) {
      throw new Refusal("refusal.not_in_review");
    }
    return review;
  }

  private Revision revision(Turn turn, Review review) {
    return posts.revision(turn.tx(), review.post(), review.revision());
  }

  private Reply lead(Turn turn, Intent.Reviewing intent) {
    if (intent instanceof Intent.AskToWithdraw ask) {
      roles.must(turn.tx(), turn.member(), Role.LEAD, Role.ADMIN);
      posts.get(turn.tx(), ask.post());
      return new Reply.Open(
          ReasonForm.draw(
              Words.say("withdraw"),
              Words.say("withdraw.why"),
              Words.say("withdraw.elsewhere"),
              new Intent.Withdraw(ask.post())));
    }
    roles.must(turn.tx(), turn.member(), Role.LEAD, Role.ADMIN);
    if (intent instanceof Intent.AskForPriority ask) {
      posts.get(turn.tx(), ask.post());
      return new Reply.Open(
          ReasonForm.draw(
              Words.say("priority.title"),
              Words.say("priority.why"),
              null,
              new Intent.MakePriority(ask.post())));
    }
    if (intent instanceof Intent.MakePriority make) {
      return withReason(
          turn,
          why -> moves.prioritise(turn.tx(), make.post(), turn.member(), Shorten.to(why, 300)));
    }
    if (intent instanceof Intent.NoPriority no) {
      moves.noPriority(turn.tx(), no.post(), turn.member());
      return new Reply.Done();
    }
    if (intent instanceof Intent.Hold hold) {
      moves.hold(turn.tx(), hold.post(), turn.member());
      return new Reply.Done();
    }
    if (intent instanceof Intent.PublishNow publish) {
      return moves.release(turn.tx(), publish.post(), turn.member())
          ? new Reply.Done()
          : new Reply.Say(Words.text("stopped.publish"));
    }
    Intent.Withdraw withdraw = (Intent.Withdraw) intent;
    String typed = turn.values().text(ReasonForm.ELSEWHERE);
    Optional<WebLink.Flaw> flaw = typed.isBlank() ? Optional.empty() : WebLink.flawIn(typed);
    if (flaw.isPresent()) {
      return new Reply.Correct(
          Map.of(
              ReasonForm.ELSEWHERE,
              Words.text("mistake.link." + flaw.get().name().toLowerCase(Locale.ROOT))));
    }
    @Nullable String elsewhere = typed.isBlank() ? null : new WebLink(typed).address();
    return withReason(
        turn, why -> moves.withdraw(turn.tx(), withdraw.post(), turn.member(), why, elsewhere));
  }

  private Reply askWhy(Turn turn, long reviewId, String title, Intent intent) {
    Review review = reviews.get(turn.tx(), reviewId);
    posts.get(turn.tx(), review.post());
    return new Reply.Open(ReasonForm.draw(Words.say(title), Words.say("reason"), null, intent));
  }

  private static Reply withReason(Turn turn, java.util.function.Consumer<String> act) {
    String reason = turn.values().text(ReasonForm.REASON).strip();
    if (reason.isEmpty()) {
      return new Reply.Correct(Map.of(ReasonForm.REASON, Words.text("mistake.empty.reason")));
    }
    act.accept(Shorten.to(reason, 2_000));
    return new Reply.Done();
  }
}
