package io.herald.chat;

import io.herald.campaign.Broadcast;
import io.herald.campaign.BroadcastState;
import io.herald.campaign.Broadcasts;
import io.herald.campaign.Campaigns;
import io.herald.post.Posts;
import io.herald.store.Tx;
import io.herald.words.Refusal;
import io.herald.words.Text;
import io.herald.words.Words;
import java.util.List;
import java.util.function.Consumer;

/**
 * Steers the push of a single post, and sends again what may have arrived and nobody can tell. Who
 * may was decided before.
 */
final class SteeringClerk implements Clerk<Intent.Steering> {
  private final Posts posts;
  private final Broadcasts broadcasts;
  private final Campaigns campaigns;
  private final CampaignMoves moves;
  private final PushCard card;
  private final CardBook cards;

  SteeringClerk(
      Posts posts,
      Broadcasts broadcasts,
      Campaigns campaigns,
      CampaignMoves moves,
      PushCard card,
      CardBook cards) {
    this.posts = posts;
    this.broadcasts = broadcasts;
    this.campaigns = campaigns;
    this.moves = moves;
    this.card = card;
    this.cards = cards;
  }

  @Override
  public Reply handle(Turn turn, Intent.Steering intent) {
    Tx tx = turn.tx();
    if (intent instanceof Intent.ShowPush show) {
      return new Reply.Show(card.draw(tx, posts.get(tx, show.post())));
    }
    if (intent instanceof Intent.AskToResend ask) {
      return askToResend(
          campaigns.course().unknown(tx, ask.campaign()),
          campaigns.get(tx, ask.campaign()).plan().name(),
          new Intent.Resend(ask.campaign()));
    }
    if (intent instanceof Intent.Resend resend) {
      campaigns.get(tx, resend.campaign());
      again(turn, campaigns.course().broadcasts(tx, resend.campaign()));
      cards.want(tx, CardKind.CAMPAIGN, resend.campaign(), turn.person());
      moves.tell(tx, resend.campaign());
      return new Reply.Done();
    }
    if (intent instanceof Intent.AskToResendPush ask) {
      return askToResend(
          broadcasts.of(tx, ask.post()).stream().mapToLong(b -> broadcasts.unknown(tx, b)).sum(),
          headline(tx, ask.post()),
          new Intent.ResendPush(ask.post()));
    }
    if (intent instanceof Intent.ResendPush resend) {
      again(turn, broadcasts.of(tx, resend.post()));
      return seen(turn, resend.post());
    }
    return steer(turn, intent);
  }

  private Reply steer(Turn turn, Intent.Steering intent) {
    Tx tx = turn.tx();
    if (intent instanceof Intent.PausePush pause) {
      mustBeOpen(tx, pause.post());
      each(
          in(tx, pause.post(), BroadcastState.RUNNING),
          "refusal.broadcast_not_running",
          b -> broadcasts.pause(tx, b.id(), turn.member(), null));
      return seen(turn, pause.post());
    }
    if (intent instanceof Intent.ResumePush resume) {
      mustBeOpen(tx, resume.post());
      each(
          in(tx, resume.post(), BroadcastState.PAUSED),
          "refusal.broadcast_not_paused",
          b -> broadcasts.resume(tx, b.id(), turn.member()));
      return seen(turn, resume.post());
    }
    if (intent instanceof Intent.AskToCancelPush ask) {
      long waiting = broadcasts.progress(tx, open(tx, ask.post())).pending();
      return confirm(
          "push.cancel",
          Words.count("campaign.cancel.note", waiting, headline(tx, ask.post())),
          new Intent.CancelPush(ask.post()));
    }
    long post = ((Intent.CancelPush) intent).post();
    mustBeOpen(tx, post);
    open(tx, post).forEach(b -> broadcasts.cancel(tx, b.id(), turn.member()));
    return seen(turn, post);
  }

  private void mustBeOpen(Tx tx, long post) {
    if (open(tx, post).isEmpty()) {
      throw new Refusal("refusal.broadcast_over");
    }
  }

  private static void each(List<Broadcast> some, String none, Consumer<Broadcast> act) {
    if (some.isEmpty()) {
      throw new Refusal(none);
    }
    some.forEach(act);
  }

  /** The pushes of a post that are no campaign's. */
  private List<Broadcast> own(Tx tx, long post) {
    return broadcasts.of(tx, post).stream().filter(b -> b.campaign() == null).toList();
  }

  private List<Broadcast> open(Tx tx, long post) {
    return own(tx, post).stream().filter(b -> b.state().open()).toList();
  }

  private List<Broadcast> in(Tx tx, long post, BroadcastState state) {
    return own(tx, post).stream().filter(b -> b.state() == state).toList();
  }

  /** Both the counts of the push and its cards have to know. */
  private void again(Turn turn, List<Broadcast> all) {
    Tx tx = turn.tx();
    int again = 0;
    for (Broadcast broadcast : all) {
      if (broadcasts.unknown(tx, broadcast) > 0) {
        cards.resendUnknown(tx, broadcast.id());
        again += broadcasts.resendUnknown(tx, broadcast.id(), turn.member());
      }
    }
    if (again == 0) {
      throw new Refusal("refusal.nothing_unknown");
    }
  }

  private static Reply askToResend(long unknown, String name, Intent yes) {
    if (unknown == 0) {
      throw new Refusal("refusal.nothing_unknown");
    }
    return confirm("resend.title", Words.count("resend.note", unknown, name), yes);
  }

  /** What it is called stands in its title and on its button. */
  private static Reply confirm(String name, String note, Intent yes) {
    return new Reply.Open(
        new Form(Words.say(name), Words.say(name), yes, List.of(new Field.Note(Text.of(note)))));
  }

  private Reply seen(Turn turn, long post) {
    cards.want(turn.tx(), CardKind.PUSH, post, turn.person());
    cards.refresh(turn.tx(), CardKind.PUSH, post);
    return new Reply.Done();
  }

  private String headline(Tx tx, long post) {
    return posts.shown(tx, posts.get(tx, post)).content().headline();
  }
}
