package io.herald.chat;

import io.herald.members.Account;
import java.util.List;

/** The couriers there are, one for each workspace. */
public final class Couriers {
  private volatile List<Courier> all;

  public Couriers(List<Courier> all) {
    this.all = List.copyOf(all);
  }

  /** Who speaks to the workspace of an account. */
  public Courier of(Account account) {
    for (Courier courier : all) {
      if (courier.platform() == account.platform()
          && courier.workspace().equals(account.workspace())) {
        return courier;
      }
    }
    throw new PlatformFailure(
        PlatformFailure.Kind.UNAVAILABLE, "no courier serves this workspace now");
  }

  public List<Courier> all() {
    return all;
  }
}
