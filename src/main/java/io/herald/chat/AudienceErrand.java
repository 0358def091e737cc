package io.herald.chat;

import io.herald.members.Account;
import io.herald.members.People;
import io.herald.outbox.Work;
import io.herald.store.Database;
import java.util.List;

/** Learns which channels and user groups of a workspace a campaign can mean. */
final class AudienceErrand implements Errand {
  /** It is looked up again soon enough. */
  private static final int ATTEMPTS = 3;

  private final Database database;
  private final People people;
  private final Couriers couriers;

  AudienceErrand(Database database, People people, Couriers couriers) {
    this.database = database;
    this.people = people;
    this.couriers = couriers;
  }

  @Override
  public Result run(Work work) {
    Account somebody = database.inTransaction(tx -> people.account(tx, work.subject(), ""));
    if (work.attempts() >= ATTEMPTS) {
      return Result.done();
    }
    Courier courier = couriers.of(somebody);
    List<Courier.ChannelFacts> channels = courier.channels();
    List<Courier.Group> groups = groups(courier);
    return Result.done(tx -> Audiences.learn(tx, work.subject(), channels, groups));
  }

  /** Workspaces that pay nothing have none, and some give a bot no look at theirs. */
  private static List<Courier.Group> groups(Courier courier) {
    try {
      return courier.groups();
    } catch (PlatformFailure failure) {
      return switch (failure.kind()) {
        case FORBIDDEN, GONE, REFUSED -> List.of();
        default -> throw failure;
      };
    }
  }
}
