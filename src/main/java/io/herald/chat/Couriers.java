package io.herald.chat;

import io.herald.members.Account;
import io.herald.members.Platform;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

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

  /** The same couriers, each with something around it. */
  Couriers each(UnaryOperator<Courier> around) {
    return new Couriers(all.stream().map(around).toList());
  }

  public List<Courier> all() {
    return all;
  }

  /** The platforms that are spoken to. */
  Set<Platform> platforms() {
    return all.stream().map(Courier::platform).collect(Collectors.toSet());
  }
}
