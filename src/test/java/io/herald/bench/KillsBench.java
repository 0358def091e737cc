package io.herald.bench;

import io.herald.journey.HeraldProcess;
import io.herald.journey.Office;
import io.herald.store.Database;
import io.herald.store.H2;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/** Herald is killed under load, again and again; every redirect that was seen must be counted. */
final class KillsBench implements Benchmark {
  private static final int VISITORS = 8;

  @Override
  public String name() {
    return "kills";
  }

  @Override
  public String about() {
    return "200 times kill -9 under load: every 302 that a visitor saw is counted once";
  }

  @Override
  public List<Figure> run(boolean brief) throws Exception {
    long seed = System.nanoTime();
    System.out.println("  seed " + seed);
    var random = new Random(seed);
    int kills = brief ? 5 : 200;
    var started = new ArrayList<HeraldProcess>();
    var data = new ArrayList<Path>();
    var seen = new AtomicLong();
    var asked = new AtomicLong();
    try (var office = new Office(Map.of(), settings -> start(started, data, settings))) {
      office.join(office.ben());
      office.live(office.amira(), "Worth sharing");
      String share =
          office.ben().hears("because you follow").link("Share on LinkedIn").orElseThrow();
      String composer = office.open(share).headers().firstValue("Location").orElseThrow();
      String token = composer.replaceAll(".*%2Fc%2F([A-Za-z0-9]{10}).*", "$1");

      HeraldProcess herald = started.get(0);
      URI tracked = herald.address().resolve("/c/" + token);
      for (int kill = 1; kill <= kills; kill++) {
        try (var load = new Load(tracked, VISITORS)) {
          List<Future<?>> visitors = load.begin(() -> true, asked, seen);
          Thread.sleep(20 + random.nextInt(400));
          herald.kill();
          for (Future<?> each : visitors) {
            ended(each);
          }
        }
        if (kill < kills) {
          herald.again();
          herald.awaitReady();
        }
        if (kill % 20 == 0) {
          System.out.println("  " + kill + " kills, " + seen + " redirects seen");
        }
      }
    }
    long counted = counted(data.get(0));
    long lost = Math.max(0, seen.get() - counted);
    // What was asked and not answered may have been counted before the kill.
    long twice = Math.max(0, counted - asked.get());
    System.out.printf(
        "  %d kills: %d asked, %d seen, %d counted%n", kills, asked.get(), seen.get(), counted);
    return List.of(
        new Figure(
            kills + " kills under load, visits lost",
            Long.toString(lost),
            seen + " redirects seen, " + counted + " counted",
            "",
            "0",
            lost == 0),
        new Figure(
            kills + " kills under load, visits that nobody made",
            Long.toString(twice),
            asked + " asked, " + (asked.get() - seen.get()) + " of them cut off",
            "",
            "0",
            twice == 0));
  }

  private static HeraldProcess start(
      List<HeraldProcess> started, List<Path> data, Map<String, String> settings) {
    data.add(Path.of(settings.get("HERALD_DATA")));
    started.add(new HeraldProcess(settings));
    return started.get(0);
  }

  /** A visitor's connection breaks when Herald is killed. */
  private static void ended(Future<?> visitor) throws InterruptedException {
    try {
      visitor.get();
    } catch (ExecutionException broken) {
      if (!(broken.getCause() instanceof java.io.IOException)) {
        throw new IllegalStateException(broken);
      }
    }
  }

  private static long counted(Path data) {
    try (var database = Database.open(H2.file(data.resolve("herald")))) {
      return database.inTransaction(tx -> tx.sql(BenchSql.class).visits());
    }
  }
}
