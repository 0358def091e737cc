package io.herald.chat;

import io.herald.outbox.Work;
import io.herald.store.Database;
import java.util.Optional;

/** Looks up a channel that somebody wants used, and tells them what came of it. */
final class ChannelErrand implements Errand {
  private final Database database;
  private final ChannelRequests requests;
  private final Couriers couriers;

  ChannelErrand(Database database, ChannelRequests requests, Couriers couriers) {
    this.database = database;
    this.requests = requests;
    this.couriers = couriers;
  }

  @Override
  public Result run(Work work) {
    Optional<ChannelRequests.Request> found =
        database.inTransaction(tx -> requests.find(tx, work.subject()));
    if (found.isEmpty()) {
      return Result.done();
    }
    ChannelRequests.Request request = found.get();
    Courier courier = couriers.of(request.person().account());
    Optional<Courier.ChannelFacts> facts = lookUp(courier, request.channel());
    Reply reply = database.inTransaction(tx -> requests.conclude(tx, request, facts));
    LookUpErrand.tell(courier, new Desk.Late(request.person(), request.place(), reply));
    return Result.done();
  }

  /** Somebody waits, so what will not be known in a minute is not known. */
  private static Optional<Courier.ChannelFacts> lookUp(Courier courier, String channel) {
    try {
      return courier.channel(channel);
    } catch (PlatformFailure failure) {
      return switch (failure.kind()) {
        case FORBIDDEN, GONE, REFUSED -> Optional.empty();
        default -> throw failure;
      };
    }
  }
}
