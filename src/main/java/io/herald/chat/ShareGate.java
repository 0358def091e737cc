package io.herald.chat;

import io.herald.policy.Policies;
import io.herald.policy.Standing;
import io.herald.share.Shares;
import io.herald.store.Tx;
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

  /** What a member has to read first; nothing where they may share. */
  Optional<Standing> before(Tx tx, long member) {
    boolean waits =
        policies.waits(tx, member) && policies.strictness(tx).waits(shares.everShared(tx, member));
    return waits ? policies.waiting(tx, member).stream().findFirst() : Optional.empty();
  }

  /** Whether a member never shared anything. */
  boolean isNew(Tx tx, long member) {
    return !shares.everShared(tx, member);
  }
}
