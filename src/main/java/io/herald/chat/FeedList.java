package io.herald.chat;

import io.herald.members.People;
import io.herald.members.Role;
import io.herald.members.Roles;
import io.herald.network.Network;
import io.herald.post.Content;
import io.herald.post.Freedom;
import io.herald.post.Post;
import io.herald.post.Posts;
import io.herald.post.Revision;
import io.herald.share.Givens;
import io.herald.store.Tx;
import io.herald.words.Text;
import io.herald.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a member can share now, newest first, each with their own words and share buttons. */
final class FeedList {
  private static final int EXCERPT = 140;

  private final Posts posts;
  private final People people;
  private final Roles roles;
  private final Givens givens;
  private final ShareButtons buttons;
  private final Names names;

  FeedList(
      Posts posts, People people, Roles roles, Givens givens, ShareButtons buttons, Names names) {
    this.posts = posts;
    this.people = people;
    this.roles = roles;
    this.givens = givens;
    this.buttons = buttons;
    this.names = names;
  }

  Page<Post> page(Tx tx, int skip, int size) {
    return Page.of(skip, size, (from, most) -> posts.live(tx, from, most));
  }

  List<Part> draw(Tx tx, long member, List<Post> live) {
    boolean leads = roles.holds(tx, member, Role.LEAD) || roles.holds(tx, member, Role.ADMIN);
    Reader reader = reader(tx, member, leads);
    var parts = new ArrayList<Part>();
    for (Post post : live) {
      // Its time may be over before anybody noticed.
      if (post.expiresAt() == null || post.expiresAt().isAfter(posts.now())) {
        if (!parts.isEmpty()) {
          // Else the headline of one seems to belong to the buttons of the one above it.
          parts.add(new Part.Divider());
        }
        parts.add(entry(tx, post, reader));
      }
    }
    return parts;
  }

  /** One post for a member who was sent it; without what only leads may do. */
  List<Part> forMember(Tx tx, long member, Post post) {
    return List.of(entry(tx, post, reader(tx, member, false)));
  }

  /** The headline that people share. */
  String headline(Tx tx, Post post) {
    return posts.shown(tx, post).content().headline();
  }

  /** Whose list it is: what they follow, whether they may withdraw, and whether they may share. */
  private record Reader(long member, List<Long> follows, boolean leads, ShareGate.Way way) {}

  private Reader reader(Tx tx, long member, boolean leads) {
    return new Reader(member, people.follows(tx, member), leads, buttons.way(tx, member));
  }

  private Part.Entry entry(Tx tx, Post post, Reader reader) {
    Revision revision = posts.shown(tx, post);
    String headline = revision.content().headline();
    Givens.Given given = givens.give(tx, revision, reader.member());
    var choices = new ArrayList<>(buttons.onCard(reader.way(), given, reader.member()));
    choices.add(
        Choice.of(Words.say("post.more"), new Intent.More(post.id()))
            .spoken(Words.say("post.more.spoken", headline)));
    if (reader.leads()) {
      choices.add(
          Choice.danger(Words.say("withdraw"), new Intent.AskToWithdraw(post.id()))
              .spoken(Words.say("list.spoken", Words.say("withdraw"), headline)));
    }
    Text text =
        Text.strong(headline)
            .then("\n")
            .then(excerpt(given))
            .then("\n")
            .then(why(tx, revision.content(), reader.follows()));
    if (post.expiresAt() != null) {
      text = text.then(" · ").then(Words.text("post.until", post.expiresAt()));
    }
    Optional<Text> whyNot = reader.way().whyNotShortly();
    if (whyNot.isPresent()) {
      text = text.then("\n").then(whyNot.get());
    }
    return new Part.Entry(text, thumbnail(tx, revision), choices);
  }

  private static String excerpt(Givens.Given given) {
    boolean points = given.revision().content().freedom() == Freedom.TALKING_POINTS;
    return points && given.own().isEmpty()
        ? Words.say("post.talking_points")
        : Shorten.with(given.words(Network.LINKEDIN).replaceAll("\\s+", " ").strip(), EXCERPT);
  }

  private Text why(Tx tx, Content content, List<Long> follows) {
    List<Long> common = content.topics().stream().filter(follows::contains).toList();
    return common.isEmpty()
        ? Words.text("feed.about", names.topics(tx, content.topics()))
        : Words.text("feed.follow", names.topics(tx, common));
  }

  private Part.@Nullable Picture thumbnail(Tx tx, Revision revision) {
    String image = revision.content().image();
    return image == null || posts.imageRefused(tx, revision.post(), revision.number())
        ? null
        : new Part.Picture(image, String.valueOf(revision.content().imageDescription()));
  }
}
