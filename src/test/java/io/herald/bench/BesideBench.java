package io.herald.bench;

import io.herald.campaign.Broadcasts;
import io.herald.campaign.DeliveryState;
import io.herald.campaign.OutcomeBatches;
import io.herald.members.Person;
import io.herald.members.Role;
import io.herald.outbox.Lane;
import io.herald.outbox.Work;
import io.herald.records.Sealer;
import io.herald.store.Database;
import io.herald.testkit.Crowd;
import io.herald.testkit.House;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/** What a command takes while a broadcast is delivered, recorded and sealed. */
final class BesideBench implements Benchmark {
  /** Deliveries a second, well above what Slack lets through. */
  private static final int PACE = 200;

  @Override
  public String name() {
    return "beside";
  }

  @Override
  public String about() {
    return "commands while a broadcast to 100,000 is delivered, recorded and sealed";
  }

  @Override
  public List<Figure> run(boolean brief) throws Exception {
    var figures = new ArrayList<Figure>();
    for (Store store : Store.values()) {
      figures.add(beside(store, brief ? 2_000 : 100_000, brief ? 100 : 3_000));
    }
    return figures;
  }

  /** The same commands before a broadcast to many and while its deliveries end and are recorded. */
  private static Figure beside(Store store, int people, int commands) throws Exception {
    try (var house = new House(Database.open(store.url()))) {
      Person author = house.member("Author");
      Person approver = house.member("Approver", Role.APPROVER);
      Crowd.fill(house, House.TEAM, people);
      Commands.submit(house, author, commands / 4);
      Quantiles quiet = commands(house, author, commands);
      house.live(author, approver, "To everybody");
      var over = new AtomicBoolean();
      var broadcast = new Thread(() -> deliver(house, over), "broadcast");
      broadcast.start();
      Thread.sleep(500);
      Quantiles busy = commands(house, author, commands);
      over.set(true);
      broadcast.join();
      return Figure.atMost(
          "commands beside a broadcast to " + people + ", " + store.label,
          busy.toString(),
          quiet.toString(),
          busy.millis(0.99) / quiet.millis(0.99),
          1.5,
          "p99 at most 1.5 times");
    }
  }

  private static Quantiles commands(House house, Person author, int times) {
    var took = new long[times];
    for (int i = 0; i < times; i++) {
      took[i] = Commands.submit(house, author, 1);
      LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
    }
    return new Quantiles(took);
  }

  /** Ends deliveries at a pace, records what came of them, and seals, as a serving Herald does. */
  private static void deliver(House house, AtomicBoolean over) {
    var batches = new OutcomeBatches(house.records, new SecureRandom(), house.clock);
    var sealer = new Sealer(house.database);
    while (!over.get()) {
      house.feeder.feed();
      for (Work work : house.claim(Lane.BULK, PACE / 4)) {
        if (work.kind().equals(Broadcasts.DELIVERY)) {
          house.run(
              tx -> {
                house.broadcasts.ended(tx, work.subject(), DeliveryState.DELIVERED, null);
                house.outbox.done(tx, work);
              });
        }
      }
      house.run(batches::record);
      sealer.sealAll();
      LockSupport.parkNanos(Duration.ofMillis(250).toNanos());
    }
  }
}
