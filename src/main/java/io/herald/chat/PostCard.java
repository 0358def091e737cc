package io.herald.chat;

import io.herald.campaign.Delivery;
import io.herald.campaign.Priorities;
import io.herald.members.People;
import io.herald.network.Network;
import io.herald.post.Content;
import io.herald.post.Freedom;
import io.herald.post.Post;
import io.herald.post.PostState;
import io.herald.post.Posts;
import io.herald.post.Revision;
import io.herald.share.Givens;
import io.herald.store.Tx;
import io.herald.words.Text;
import io.herald.words.Words;
import java.util.ArrayList;
import java.util.List;

/** A post for one member, with their own words and share buttons; and the one for a channel. */
final class PostCard {
  /** A wording that so many others have deserves words of one's own. */
  private static final long MANY = 10;

  private static final int SHOWN = 1_800;

  private final Posts posts;
  private final People people;
  private final Givens givens;
  private final ShareButtons buttons;
  private final Names names;
  private final Priorities priorities;

  PostCard(
      Posts posts,
      People people,
      Givens givens,
      ShareButtons buttons,
      Names names,
      Priorities priorities) {
    this.posts = posts;
    this.people = people;
    this.givens = givens;
    this.buttons = buttons;
    this.names = names;
    this.priorities = priorities;
  }

  /** The card of a delivery. */
  Card draw(Tx tx, Delivery delivery) {
    Post post = posts.get(tx, delivery.post());
    Revision revision = posts.shown(tx, post);
    String headline = revision.content().headline();
    if (post.state() != PostState.LIVE) {
      return over(post, headline);
    }
    if (delivery.folded()) {
      return folded(post, headline);
    }
    return whole(tx, post, revision, delivery.member(), why(tx, revision, delivery.member()));
  }

  /** The same for somebody who asked for it in a channel, or is shown it. */
  Card forPresser(Tx tx, Post post, long member) {
    return whole(tx, post, posts.shown(tx, post), member, Words.text("post.because_you_asked"));
  }

  /** A reminder of it, with the same buttons. */
  Card nudge(Tx tx, Delivery delivery) {
    Post post = posts.get(tx, delivery.post());
    Revision revision = posts.shown(tx, post);
    return post.state() == PostState.LIVE
        ? whole(tx, post, revision, delivery.member(), Words.text("post.nudge"))
        : over(post, revision.content().headline());
  }

  /** The same for a lead who looks at it before it is sent to others. */
  Card test(Tx tx, Post post, long member) {
    Revision revision = posts.shown(tx, post);
    return whole(tx, post, revision, member, Words.text("post.test"));
  }

  /** The card of a channel: everybody sees the same, so it holds nobody's share links. */
  Card inChannel(Tx tx, Post post) {
    Revision revision = posts.shown(tx, post);
    Content content = revision.content();
    if (post.state() != PostState.LIVE) {
      return over(post, content.headline());
    }
    var parts = new ArrayList<Part>();
    parts.add(new Part.Heading(content.headline()));
    picture(tx, revision, parts);
    parts.add(new Part.Body(Shorten.with(content.words(), SHOWN)));
    parts.add(
        new Part.Choices(
            List.of(
                Choice.main(Words.say("post.share"), new Intent.ShareHere(post.id()))
                    .spoken(Words.say("post.share.spoken", content.headline())))));
    parts.add(
        new Part.Footnote(
            Words.text(
                "post.channel_footnote",
                names.topics(tx, content.topics()),
                Text.link(host(content.link()), content.link()))));
    return new Card(
        Words.say("post.channel_summary", content.headline(), Shorten.with(content.words(), 1_500)),
        parts);
  }

  private Card whole(Tx tx, Post post, Revision revision, long member, Text why) {
    Content content = revision.content();
    Givens.Given given = givens.give(tx, revision, member);
    String words = given.words(Network.LINKEDIN);
    var parts = new ArrayList<Part>();
    parts.add(new Part.Heading(content.headline()));
    parts.add(new Part.Footnote(why));
    priorities
        .of(tx, post.id())
        .ifPresent(
            priority ->
                parts.add(new Part.Lead(Words.text("priority.because", priority.reason()))));
    picture(tx, revision, parts);
    parts.add(new Part.Body(Shorten.with(words, SHOWN)));
    if (content.freedom() == Freedom.TALKING_POINTS) {
      parts.add(new Part.Footnote(Words.text("post.talking_points")));
    }
    DisclosureLines.of(ShareButtons.ON_CARD.stream().map(n -> buttons.shown(given, n)).toList())
        .ifPresent(said -> parts.add(new Part.Footnote(Words.text("post.disclosed", said))));
    ShareGate.Way way = buttons.way(tx, member);
    way.whyNot().ifPresent(reason -> parts.add(new Part.Lead(reason)));
    var choices = new ArrayList<>(buttons.onCard(way, given, member));
    if (way.firstTime()) {
      choices.add(Choice.of(Words.say("first.show_me"), new Intent.FirstShare(post.id())));
    }
    choices.add(
        Choice.of(Words.say("post.more"), new Intent.More(post.id()))
            .spoken(Words.say("post.more.spoken", content.headline())));
    if (content.freedom() == Freedom.EDIT_FREELY) {
      choices.add(Choice.of(Words.say("post.edit_words"), new Intent.OpenWords(post.id())));
    }
    choices.add(Choice.of(Words.say("post.not_for_me"), new Intent.NotForMe(post.id())));
    parts.add(new Part.Choices(choices));
    Text foot = Words.text("post.link", Text.link(host(content.link()), content.link()));
    if (post.expiresAt() != null) {
      foot = foot.then(" · ").then(Words.text("post.until", post.expiresAt()));
    }
    if (given.own().isEmpty()
        && given.others() >= MANY
        && content.freedom() == Freedom.EDIT_FREELY) {
      foot = foot.then(" · ").then(Words.text("post.many_have_these"));
    }
    parts.add(new Part.Footnote(foot));
    return new Card(
        Words.say("post.summary", content.headline(), Shorten.with(words, 1_500), content.link()),
        parts);
  }

  private void picture(Tx tx, Revision revision, List<Part> parts) {
    Content content = revision.content();
    if (content.image() != null && !posts.imageRefused(tx, revision.post(), revision.number())) {
      parts.add(new Part.Picture(content.image(), String.valueOf(content.imageDescription())));
    }
  }

  /** "because you follow Hiring" */
  private Text why(Tx tx, Revision revision, long member) {
    List<Long> follows = people.follows(tx, member);
    List<Long> common = revision.content().topics().stream().filter(follows::contains).toList();
    return common.isEmpty()
        ? Words.text("post.because_you_joined")
        : Words.text("post.because_you_follow", names.topics(tx, common));
  }

  private static Card over(Post post, String headline) {
    Text why =
        post.state() == PostState.WITHDRAWN
            ? Words.text("post.withdrawn", String.valueOf(post.withdrawnWhy()))
            : Words.text("post.expired");
    return new Card(
        headline + ": " + why.plain(java.time.ZoneOffset.UTC),
        List.of(new Part.Heading(headline), new Part.Lead(why)));
  }

  private static Card folded(Post post, String headline) {
    return new Card(
        Words.say("post.folded.summary", headline),
        List.of(
            new Part.Footnote(Words.text("post.folded", headline)),
            new Part.Choices(
                List.of(
                    Choice.of(Words.say("undo"), new Intent.BringBack(post.id())),
                    Choice.of(Words.say("post.fewer"), new Intent.FewerLikeThis(post.id())),
                    Choice.of(Words.say("post.leave"), new Intent.Leave())))));
  }

  private static String host(String link) {
    String host = java.net.URI.create(link).getHost();
    return host == null ? link : host;
  }
}
