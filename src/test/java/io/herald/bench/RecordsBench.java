package io.herald.bench;

import io.herald.campaign.Broadcasts;
import io.herald.campaign.DeliveryState;
import io.herald.campaign.OutcomeBatches;
import io.herald.members.Person;
import io.herald.members.Role;
import io.herald.outbox.Lane;
import io.herald.outbox.Work;
import io.herald.records.Entry;
import io.herald.records.Sealer;
import io.herald.records.export.LedgerHouse;
import io.herald.records.export.Wanted;
import io.herald.records.proof.Verdict;
import io.herald.records.proof.Verifier;
import io.herald.records.proof.ZipArchive;
import io.herald.store.Database;
import io.herald.testkit.Crowd;
import io.herald.testkit.House;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/** What the record costs: a command, sealing, a broadcast beside commands, verification. */
final class RecordsBench implements Benchmark {
  /** Entries that one submission of a draft writes. */
  private static final int ENTRIES_OF_A_COMMAND = 3;

  /** Deliveries a second, well above what Slack lets through. */
  private static final int PACE = 200;

  @Override
  public String name() {
    return "records";
  }

  @Override
  public String about() {
    return "entries: their share of a command, sealing, commands beside a broadcast, verification";
  }

  @Override
  public List<Figure> run(boolean brief) throws Exception {
    var figures = new ArrayList<Figure>();
    for (Store store : Store.values()) {
      figures.add(shareOfACommand(store, brief ? 100 : 2_000));
      figures.add(sealed(store, brief ? 5_000 : 100_000));
      figures.add(besideABroadcast(store, brief ? 2_000 : 100_000, brief ? 100 : 3_000));
    }
    figures.add(verified(brief ? 5_000 : 200_000));
    return figures;
  }

  /** Commands with and without as many entries again, in turns: what more they take, they cost. */
  private static Figure shareOfACommand(Store store, int times) {
    try (var house = new House(Database.open(store.url()))) {
      Person author = house.member("Author");
      submit(house, author, times / 4, 0);
      var without = new long[times];
      var with = new long[times];
      for (int i = 0; i < times; i++) {
        without[i] = submit(house, author, 1, 0);
        with[i] = submit(house, author, 1, ENTRIES_OF_A_COMMAND);
      }
      double command = new Quantiles(without).millis(0.5);
      double entries = Math.max(0, new Quantiles(with).millis(0.5) - command);
      return Figure.atMost(
          "entries of a command, " + store.label,
          millis(entries),
          millis(command),
          entries / command,
          0.1,
          "at most 0.1 of the command");
    }
  }

  private static long submit(House house, Person author, int times, int more) {
    long began = System.nanoTime();
    for (int i = 0; i < times; i++) {
      house.run(
          tx -> {
            var post = house.posts.create(tx, author.member());
            house.reviews.open(
                tx, house.posts.revise(tx, post, author.member(), House.content("News")));
            for (int entry = 0; entry < more; entry++) {
              house.records.append(tx, like(entry));
            }
          });
    }
    return System.nanoTime() - began;
  }

  private static Entry like(int number) {
    return Entry.of("benched", 7L, "thing/" + number)
        .with("headline", "News")
        .with("link", "https://example.com/news")
        .with("words", "Words about news, as many as there are in a draft.");
  }

  private static Figure sealed(Store store, int entries) {
    try (var house = new House(Database.open(store.url()))) {
      write(house, entries);
      var sealer = new Sealer(house.database);
      long began = System.nanoTime();
      sealer.sealAll();
      double seconds = (System.nanoTime() - began) / 1e9;
      return Figure.told("entries sealed, " + store.label, aSecond(entries / seconds));
    }
  }

  private static void write(House house, int entries) {
    for (int i = 0; i < entries; i += 1_000) {
      house.run(
          tx -> {
            for (int entry = 0; entry < 1_000; entry++) {
              house.records.append(tx, like(entry));
            }
          });
    }
  }

  /** The same commands before a broadcast to many and while its deliveries end and are recorded. */
  private static Figure besideABroadcast(Store store, int people, int commands) throws Exception {
    try (var house = new House(Database.open(store.url()))) {
      Person author = house.member("Author");
      Person approver = house.member("Approver", Role.APPROVER);
      Crowd.fill(house, House.TEAM, people);
      submit(house, author, commands / 4, 0);
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
      took[i] = submit(house, author, 1, 0);
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

  private static Figure verified(int entries) throws Exception {
    Path zip = Files.createTempFile(Path.of("target"), "bench-", ".zip");
    try (var ledger = new LedgerHouse(Database.open(Store.H2_FILE.url()))) {
      write(ledger.house, entries);
      try (OutputStream out = Files.newOutputStream(zip)) {
        ledger.exporter.write(Wanted.ALL, zip.toAbsolutePath().getParent(), out, (done, of) -> {});
      }
      var verifier = new Verifier(ledger.key.verifying(), List.of());
      verify(verifier, zip);
      long began = System.nanoTime();
      verify(verifier, zip);
      double speed = entries / ((System.nanoTime() - began) / 1e9);
      return Figure.atLeast(
          "entries verified on one core, of " + entries,
          aSecond(speed),
          "50,000 a second",
          speed / 50_000,
          1,
          "at least 1");
    } finally {
      Files.delete(zip);
    }
  }

  private static void verify(Verifier verifier, Path zip) throws Exception {
    try (var archive = new ZipArchive(zip)) {
      Verdict verdict = verifier.verify(archive);
      if (!verdict.whole()) {
        throw new IOException("The export is broken: " + verdict.broken());
      }
    }
  }

  private static String aSecond(double number) {
    return String.format(Locale.ROOT, "%,.0f a second", number);
  }

  private static String millis(double millis) {
    return String.format(Locale.ROOT, "%.3f ms", millis);
  }
}
