package io.herald.chat;

import io.herald.network.Network;
import io.herald.post.Freedom;
import io.herald.post.Revision;
import io.herald.share.Givens;
import io.herald.share.ShareLinks;
import io.herald.share.ShareText;
import io.herald.share.ShareTokens;
import io.herald.words.Words;
import java.util.ArrayList;
import java.util.List;

/** A member's own share buttons for a post: a link for each network that takes the words. */
final class ShareButtons {
  /** The networks that stand on a card; the others are behind "More…". */
  static final List<Network> ON_CARD = List.of(Network.LINKEDIN, Network.X, Network.FACEBOOK);

  private final ShareTokens tokens;
  private final ShareLinks links;

  ShareButtons(ShareTokens tokens, ShareLinks links) {
    this.tokens = tokens;
    this.links = links;
  }

  /** The buttons of the card. */
  List<Choice> onCard(Givens.Given given, long member) {
    return buttons(given, member, ON_CARD);
  }

  /** Every network, those of the card first. */
  List<Choice> all(Givens.Given given, long member) {
    var networks = new ArrayList<>(ON_CARD);
    for (Network network : Network.values()) {
      if (!networks.contains(network)) {
        networks.add(network);
      }
    }
    return buttons(given, member, networks);
  }

  /** Whether a network takes what a member would post there. */
  boolean takes(Givens.Given given, Network network) {
    return shown(given, network).fits();
  }

  /** What a member would post on a network, with as long a link as there will be. */
  ShareText shown(Givens.Given given, Network network) {
    Revision revision = given.revision();
    String words =
        revision.content().freedom() == Freedom.TALKING_POINTS && given.own().isEmpty()
            ? ""
            : given.words(network);
    return ShareText.of(network, revision.content().headline(), words, "", links.trackedToCome());
  }

  private List<Choice> buttons(Givens.Given given, long member, List<Network> networks) {
    var buttons = new ArrayList<Choice>();
    long post = given.revision().post();
    for (Network network : networks) {
      if (takes(given, network)) {
        String address = links.share(tokens.make(member, post, network));
        buttons.add(
            Choice.link(
                    Words.say("share.on", network.label()), address, post + "-" + network.slug())
                .spoken(
                    Words.say(
                        "share.on.spoken",
                        given.revision().content().headline(),
                        network.label())));
      }
    }
    return buttons;
  }
}
