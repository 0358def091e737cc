package io.herald.chat;

import io.herald.members.Role;
import io.herald.members.Roles;
import io.herald.outbox.Lane;
import io.herald.outbox.Outbox;
import io.herald.store.Tx;
import java.util.List;

/**
 * Looks for whom the settings name once more when somebody new does something: not every platform
 * can be asked for people whom it has not shown yet.
 */
final class Newcomers {
  private final Roles roles;
  private final Outbox outbox;
  private final FirstSettings settings;

  Newcomers(Roles roles, Outbox outbox, FirstSettings settings) {
    this.roles = roles;
    this.outbox = outbox;
    this.settings = settings;
  }

  /** Somebody did something for the first time. */
  void came(Tx tx) {
    if (waits(tx, Role.ADMIN, settings.admins())
        || waits(tx, Role.APPROVER, settings.approvers())) {
      outbox.want(tx, Lane.INTERACTIVE, FirstSettingsErrand.FIRST_SETTINGS, 1);
    }
  }

  private boolean waits(Tx tx, Role role, List<String> who) {
    return !who.isEmpty() && roles.holders(tx, role).isEmpty();
  }
}
