package io.herald.chat;

import io.herald.campaign.Broadcast;
import io.herald.campaign.BroadcastState;
import io.herald.campaign.Broadcasts;
import io.herald.campaign.DeliveryState;
import io.herald.campaign.Outstanding;
import io.herald.campaign.Progress;
import io.herald.post.Post;
import io.herald.post.Posts;
import io.herald.store.Tx;
import io.herald.words.Text;
import io.herald.words.Words;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How far the pushes of a post are, for a lead. What a campaign pushed is steered on the campaign's
 * own card.
 */
record PushCard(Posts posts, Broadcasts broadcasts) {

  Card draw(Tx tx, Post post) {
    List<Broadcast> all = broadcasts.of(tx, post.id());
    Progress progress = broadcasts.progress(tx, all);
    String headline = posts.shown(tx, post).content().headline();
    Outstanding outstanding = broadcasts.outstanding(tx, all);
    Text status = status(all, outstanding.due());
    var parts = new ArrayList<Part>();
    parts.add(new Part.Heading(headline));
    parts.add(new Part.Lead(status));
    if (progress.members() > 0) {
      parts.add(ProgressLines.bar(progress));
    }
    parts.add(new Part.Facts(ProgressLines.counts(progress, outstanding)));
    ProgressLines.reasons(progress).ifPresent(text -> parts.add(new Part.Lead(text)));
    List<Choice> choices = choices(tx, post, all);
    if (!choices.isEmpty()) {
      parts.add(new Part.Choices(choices));
    }
    if (all.stream().anyMatch(b -> b.campaign() != null && b.state().open())) {
      parts.add(new Part.Footnote(Words.text("push.of_campaign")));
    }
    if (progress.number(DeliveryState.UNKNOWN) > 0) {
      parts.add(new Part.Footnote(Words.text("resend.unknown")));
    }
    return new Card(
        headline + ": " + status.plain(ZoneOffset.UTC) + " " + ProgressLines.of(progress), parts);
  }

  private static Text status(List<Broadcast> all, long due) {
    if (all.isEmpty()) {
      return Words.text("push.none");
    }
    Optional<Broadcast> stopped =
        all.stream().filter(b -> b.state() == BroadcastState.PAUSED && b.why() != null).findFirst();
    if (stopped.isPresent()) {
      return stopped(stopped.get());
    }
    if (in(all, BroadcastState.RUNNING)) {
      return Words.text(due > 0 ? "campaign.state.running" : "campaign.state.later");
    }
    if (in(all, BroadcastState.PAUSED)) {
      return Words.text("push.paused");
    }
    Broadcast last = all.get(all.size() - 1);
    Instant over = last.endedAt() == null ? last.startedAt() : last.endedAt();
    return Words.text(
        last.state() == BroadcastState.CANCELLED ? "push.cancelled" : "push.done", over);
  }

  /** Why a push stopped by itself, and what to do. */
  static Text stopped(Broadcast broadcast) {
    return Words.text("push.stopped", Objects.requireNonNull(broadcast.why()));
  }

  private List<Choice> choices(Tx tx, Post post, List<Broadcast> all) {
    List<Broadcast> own = all.stream().filter(b -> b.campaign() == null).toList();
    boolean waits = broadcasts.outstanding(tx, own).toGo() > 0;
    var choices = new ArrayList<Choice>();
    if (in(own, BroadcastState.PAUSED)) {
      choices.add(Choice.main(Words.say("campaign.resume"), new Intent.ResumePush(post.id())));
    }
    if (waits && in(own, BroadcastState.RUNNING)) {
      choices.add(Choice.of(Words.say("campaign.pause"), new Intent.PausePush(post.id())));
    }
    if (all.stream().mapToLong(b -> broadcasts.unknown(tx, b)).sum() > 0) {
      choices.add(Choice.of(Words.say("resend.ask"), new Intent.AskToResendPush(post.id())));
    }
    if (waits && own.stream().anyMatch(b -> b.state().open())) {
      choices.add(Choice.danger(Words.say("push.cancel"), new Intent.AskToCancelPush(post.id())));
    }
    return choices;
  }

  private static boolean in(List<Broadcast> all, BroadcastState state) {
    return all.stream().anyMatch(b -> b.state() == state);
  }
}
