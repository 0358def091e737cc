package io.herald.chat;

import io.herald.campaign.Delivery;
import io.herald.campaign.Digests;
import io.herald.campaign.Priorities;
import io.herald.members.Person;
import io.herald.post.Post;
import io.herald.post.PostState;
import io.herald.post.Posts;
import io.herald.store.Tx;
import io.herald.words.Text;
import io.herald.words.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * One card with all posts of a day or a week, each with the member's own share buttons. What does
 * not fit is named, and stands in the feed.
 */
record DigestCard(Digests digests, Posts posts, FeedList feed, Priorities priorities) {
  /** So many posts have their buttons; a card of any platform holds as many. */
  private static final int WHOLE = 10;

  /** So many more are named. */
  private static final int NAMED = 10;

  /** So many that are over by now say so. */
  private static final int OVER = 5;

  Card draw(Tx tx, long digest, Person person) {
    List<Post> all =
        digests.inside(tx, digest).stream()
            .map(Delivery::post)
            .map(id -> posts.get(tx, id))
            .toList();
    List<Post> live = all.stream().filter(post -> post.state() == PostState.LIVE).toList();
    var parts = new ArrayList<Part>();
    parts.add(new Part.Heading(Words.count("digest.heading", all.size())));
    parts.add(
        new Part.Footnote(
            Words.text("digest.because", Commands.typed(person.platform(), "settings"))));
    for (Post post : live.stream().limit(WHOLE).toList()) {
      parts.add(new Part.Divider());
      parts.addAll(one(tx, person, post));
    }
    List<String> more =
        live.stream().skip(WHOLE).limit(NAMED).map(post -> feed.headline(tx, post)).toList();
    if (!more.isEmpty()) {
      parts.add(new Part.Divider());
      parts.add(
          new Part.Entry(
              Words.text("digest.more", String.join("\n", more)),
              null,
              List.of(Choice.of(Words.say("menu.feed"), new Intent.ShowFeed(0)))));
    }
    all.stream()
        .filter(post -> post.state() != PostState.LIVE)
        .limit(OVER)
        .forEach(post -> parts.add(new Part.Lead(over(tx, post))));
    List<String> headlines = all.stream().map(post -> feed.headline(tx, post)).toList();
    return new Card(
        Shorten.with(Words.say("digest.summary", String.join("; ", headlines)), 3_000), parts);
  }

  private List<Part> one(Tx tx, Person person, Post post) {
    var parts = new ArrayList<>(feed.forMember(tx, person.member(), post));
    priorities
        .of(tx, post.id())
        .ifPresent(
            priority ->
                parts.add(new Part.Footnote(Words.text("priority.because", priority.reason()))));
    return parts;
  }

  private Text over(Tx tx, Post post) {
    Text why =
        post.state() == PostState.WITHDRAWN
            ? Words.text("post.withdrawn", String.valueOf(post.withdrawnWhy()))
            : Words.text("post.expired");
    return Text.strong(feed.headline(tx, post)).then("\n").then(why);
  }
}
