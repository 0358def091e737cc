package io.herald.chat;

import io.herald.members.Role;
import io.herald.store.Tx;

/** Changes of roles that were not made in chat, with all that follows there. */
public final class RoleChanges {
  private final ReviewWatch watch;
  private final Homes homes;

  RoleChanges(ReviewWatch watch, Homes homes) {
    this.watch = watch;
    this.homes = homes;
  }

  /**
   * Makes a change of a member's role: cards of rounds that somebody may decide now are drawn anew,
   * admins hear of rounds that nobody is left for, Home shows it.
   */
  public void make(Tx tx, long member, Role role, Runnable change) {
    if (role == Role.APPROVER) {
      watch.around(tx, change);
    } else {
      change.run();
    }
    homes.refresh(tx, member);
  }
}
