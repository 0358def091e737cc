package io.herald.chat;

import io.herald.checks.Packs;
import io.herald.checks.Recheck;
import io.herald.post.Post;
import io.herald.post.PostState;
import io.herald.post.Posts;
import io.herald.store.Tx;
import io.herald.words.Text;
import io.herald.words.Words;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What changed rules find in drafts and live posts, for a lead. */
final class RecheckCard {
  private static final int QUOTED = 60;

  /** As many findings of one post as are told. */
  private static final int OF_A_POST = 3;

  private final Packs packs;
  private final Posts posts;

  RecheckCard(Packs packs, Posts posts) {
    this.packs = packs;
    this.posts = posts;
  }

  Optional<Card> draw(Tx tx, long id) {
    return packs.recheck(tx, id).map(recheck -> draw(tx, recheck));
  }

  private Card draw(Tx tx, Recheck recheck) {
    String name = packs.find(tx, recheck.pack()).map(s -> s.pack().name()).orElse(recheck.pack());
    Map<Long, List<Recheck.Found>> byPost =
        packs.found(tx, recheck.id()).stream()
            .collect(
                Collectors.groupingBy(
                    Recheck.Found::post, LinkedHashMap::new, Collectors.toList()));
    Text lead =
        Text.of(
            Words.count(
                recheck.byItself() ? "recheck.began" : "recheck.lead",
                byPost.size(),
                name,
                Words.count("posts", looked(recheck))));
    var parts = new ArrayList<Part>();
    parts.add(
        new Part.Heading(
            Words.say(recheck.byItself() ? "recheck.title.began" : "recheck.title", name)));
    parts.add(new Part.Lead(lead));
    byPost.entrySet().stream()
        .limit(Page.TEN)
        .forEach(entry -> parts.add(entry(tx, entry.getKey(), entry.getValue())));
    if (byPost.size() > Page.TEN) {
      parts.add(new Part.Footnote(Text.of(Words.count("recheck.more", byPost.size() - Page.TEN))));
    }
    return new Card(lead.plain(ZoneOffset.UTC), parts);
  }

  private static int looked(Recheck recheck) {
    return recheck.posts() == null ? 0 : recheck.posts();
  }

  private Part entry(Tx tx, long id, List<Recheck.Found> all) {
    List<Recheck.Found> found = once(all);
    Post post = posts.get(tx, id);
    int revision = found.get(0).revision();
    String headline = posts.revision(tx, id, revision).content().headline();
    Text text =
        Words.text(
            "recheck.entry", Text.strong(headline), Words.say("state." + post.state().name()));
    for (Recheck.Found one : found.subList(0, Math.min(OF_A_POST, found.size()))) {
      text =
          text.then("\n")
              .then(Words.text("recheck.found", one.name(), Shorten.with(one.words(), QUOTED)));
    }
    if (found.size() > OF_A_POST) {
      text = text.then("\n").then(Words.count("check.more", found.size() - OF_A_POST));
    }
    var choices = new ArrayList<Choice>();
    choices.add(
        Choice.of(Words.say("review.read_all"), new Intent.ReadAll(id, revision))
            .spoken(Words.say("review.read_all") + " " + headline));
    if (post.state() == PostState.LIVE) {
      choices.add(
          Choice.danger(Words.say("withdraw"), new Intent.AskToWithdraw(id))
              .spoken(Words.say("withdraw") + " " + headline));
    }
    return new Part.Entry(text, null, choices);
  }

  /** What stands in several fields, or in two revisions, is told once. */
  private static List<Recheck.Found> once(List<Recheck.Found> all) {
    var once = new LinkedHashMap<List<String>, Recheck.Found>();
    all.forEach(found -> once.putIfAbsent(List.of(found.name(), found.words()), found));
    return List.copyOf(once.values());
  }
}
