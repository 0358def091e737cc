package io.herald.chat;

import io.herald.policy.Policies;
import io.herald.policy.Standing;
import io.herald.share.Shares;
import io.herald.store.Tx;
import io.herald.words.Text;
import io.herald.words.Words;
import java.util.Optional;

/**
 * Whether a member gets share buttons, or the policy to read first. It is asked when buttons are
 * drawn; a share link that somebody has answers as ever.
 */
final class ShareGate {
  private final Policies policies;
  private final Shares shares;

  ShareGate(Policies policies, Shares shares) {
    this.policies = policies;
    this.shares = shares;
  }

  /** How a member stands before it; ask once for all that is drawn. */
  Way way(Tx tx, long member) {
    boolean shared = shares.everShared(tx, member);
    boolean waits = policies.waits(tx, member) && policies.strictness(tx).waits(shared);
    return new Way(
        waits ? policies.waiting(tx, member).stream().findFirst() : Optional.empty(), !shared);
  }

  /**
   * How a member stands before the gate.
   *
   * @param unread what they have to read first; nothing where they may share
   * @param first whether they never shared anything
   */
  record Way(Optional<Standing> unread, boolean first) {

    boolean open() {
      return unread.isEmpty();
    }

    /** Whether they may share, and never did. */
    boolean firstTime() {
      return first && open();
    }

    /** Why there are no share buttons yet; nothing where there are. */
    Optional<Text> whyNot() {
      return unread.map(
          policy ->
              Words.text(first ? "gate.first" : "gate.again", Text.strong(policy.text().title())));
    }

    /** The same in a few words, for a list. */
    Optional<Text> whyNotShortly() {
      return unread.map(policy -> Words.text("gate.short", policy.text().title()));
    }

    /** The button that leads to what is to be read; nothing where there are share buttons. */
    Optional<Choice> read() {
      return unread.map(
          policy ->
              Choice.main(Words.say("gate.read"), new Intent.ReadPolicy(policy.document().id(), ""))
                  .spoken(Words.say("list.spoken", Words.say("gate.read"), policy.text().title())));
    }
  }
}
