package io.herald.chat;

import io.herald.network.Network;
import io.herald.share.Givens;
import io.herald.share.ShareLinks;
import io.herald.share.ShareText;
import io.herald.share.ShareTokens;
import io.herald.store.Tx;
import io.herald.words.Text;
import io.herald.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

  /** The buttons of the card; where something is to be read first, a button that leads there. */
  List<Choice> onCard(Tx tx, Givens.Given given, long member) {
    return gate.before(tx, member)
        .map(
            unread ->
                List.of(
                    Choice.main(
                            Words.say("gate.read"),
                            new Intent.ReadPolicy(unread.document().id(), ""))
                        .spoken(
                            Words.say(
                                "list.spoken", Words.say("gate.read"), unread.text().title()))))
        .orElseGet(() -> buttons(given, member, ON_CARD));
  }

  /** Why there are no share buttons yet; nothing where there are. */
  Optional<Text> whyNot(Tx tx, long member) {
    return gate.before(tx, member)
        .map(
            unread ->
                Words.text(
                    gate.isNew(tx, member) ? "gate.first" : "gate.again",
                    Text.strong(unread.text().title())));
  }

  /** The same in a few words, for a list. */
  Optional<Text> whyNotShortly(Tx tx, long member) {
    return gate.before(tx, member).map(unread -> Words.text("gate.short", unread.text().title()));
  }

  /** Whether a member never shared anything, and may. */
  boolean firstTime(Tx tx, long member) {
    return gate.isNew(tx, member) && gate.before(tx, member).isEmpty();
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
