package io.herald.chat;

import io.herald.members.People;
import io.herald.network.Network;
import io.herald.policy.DisclosureRules;
import io.herald.policy.Disclosures;
import io.herald.post.Post;
import io.herald.post.PostState;
import io.herald.post.Posts;
import io.herald.post.Revision;
import io.herald.share.Givens;
import io.herald.share.ShareLinks;
import io.herald.share.ShareText;
import io.herald.words.Refusal;
import io.herald.words.Words;
import java.util.List;

/**
 * Walks a member through their first share, and lets them practise with a post that leaves nowhere.
 */
final class FirstShareClerk implements Clerk<Intent.Beginning> {
  private final People people;
  private final Posts posts;
  private final Givens givens;
  private final ShareButtons buttons;
  private final PostCard card;
  private final Disclosures disclosures;
  private final ShareLinks links;

  FirstShareClerk(
      People people,
      Posts posts,
      Givens givens,
      ShareButtons buttons,
      PostCard card,
      Disclosures disclosures,
      ShareLinks links) {
    this.people = people;
    this.posts = posts;
    this.givens = givens;
    this.buttons = buttons;
    this.card = card;
    this.disclosures = disclosures;
    this.links = links;
  }

  static FirstShareClerk of(Features f, ShareButtons buttons, PostCard card) {
    return new FirstShareClerk(
        f.people(), f.posts(), f.givens(), buttons, card, f.disclosures(), f.links());
  }

  @Override
  public Reply handle(Turn turn, Intent.Beginning intent) {
    people.mustBelong(turn.tx(), turn.person());
    if (intent instanceof Intent.FirstShare first) {
      return new Reply.Show(first(turn, first.post()));
    }
    DisclosureRules rules = disclosures.rules(turn.tx());
    if (intent instanceof Intent.PractiseShare share) {
      Network network =
          Network.ofSlug(share.network()).orElseThrow(() -> new Refusal("refusal.unknown"));
      return PolicyClerk.show(turn, FirstShareCard.practised(practice(network, rules)));
    }
    List<ShareText> texts =
        ShareButtons.ON_CARD.stream().map(network -> practice(network, rules)).toList();
    return PolicyClerk.show(turn, FirstShareCard.practice(texts));
  }

  private Card first(Turn turn, long id) {
    Post post = posts.get(turn.tx(), id);
    if (post.state() != PostState.LIVE) {
      throw new Refusal("refusal.nothing_to_share");
    }
    ShareGate.Way way = buttons.way(turn.tx(), turn.member());
    if (!way.open()) {
      return card.forPresser(turn.tx(), post, turn.member());
    }
    Revision revision = posts.shown(turn.tx(), post);
    Givens.Given given = givens.give(turn.tx(), revision, turn.member());
    return FirstShareCard.draw(
        revision.content().headline(),
        ShareButtons.ON_CARD.stream().map(network -> buttons.shown(given, network)).toList(),
        buttons.onCard(way, given, turn.member()));
  }

  /** A pretend post as it would be shared on a network, with the real disclosure. */
  private ShareText practice(Network network, DisclosureRules rules) {
    String words = Words.say("practice.words");
    return ShareText.of(
        network,
        Words.say("practice.headline"),
        words,
        rules.of(network, List.of(People.GENERAL), words),
        links.trackedToCome());
  }
}
