package io.herald.chat;

import io.herald.network.Network;
import io.herald.share.Givens;
import io.herald.share.ShareLinks;
import io.herald.share.ShareText;
import io.herald.share.ShareTokens;
import io.herald.store.Tx;
import io.herald.words.Words;
import java.util.ArrayList;
import java.util.List;

/** A member's own share buttons for a post: a link for each network that takes the words. */
final class ShareButtons {
  /** The networks that stand on a card; the others are behind "More…". */
  static final List<Network> ON_CARD = List.of(Network.LINKEDIN, Network.X, Network.FACEBOOK);

  private final ShareTokens tokens;
  private final ShareLinks links;
  private final ShareGate gate;

  ShareButtons(ShareTokens tokens, ShareLinks links, ShareGate gate) {
    this.tokens = tokens;
    this.links = links;
    this.gate = gate;
  }

  /** How a member stands before the buttons; ask once for all that is drawn. */
  ShareGate.Way way(Tx tx, long member) {
    return gate.way(tx, member);
  }

  /** The buttons of the card; where something is to be read first, a button that leads there. */
  List<Choice> onCard(ShareGate.Way way, Givens.Given given, long member) {
    return way.read().map(List::of).orElseGet(() -> buttons(given, member, ON_CARD));
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
    return given.text(network, links.trackedToCome());
  }

  /** "Share on X", and where the disclosure does not fit as it is, what becomes of it. */
  private static String label(ShareText shown) {
    return Words.say("share.on", named(shown));
  }

  private static String named(ShareText shown) {
    String network = shown.network().label();
    if (shown.saysShorter()) {
      return Words.say("share.shorter", network, shown.said());
    }
    return shown.leavesOut() ? Words.say("share.without", network) : network;
  }

  private List<Choice> buttons(Givens.Given given, long member, List<Network> networks) {
    var buttons = new ArrayList<Choice>();
    long post = given.revision().post();
    for (Network network : networks) {
      ShareText shown = shown(given, network);
      if (shown.fits()) {
        String address = links.share(tokens.make(member, post, network));
        buttons.add(
            Choice.link(label(shown), address, post + "-" + network.slug())
                .spoken(
                    Words.say(
                        "share.on.spoken", given.revision().content().headline(), named(shown))));
      }
    }
    return buttons;
  }
}
