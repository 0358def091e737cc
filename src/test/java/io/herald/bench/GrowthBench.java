package io.herald.bench;

import io.herald.journey.HeraldProcess;
import io.herald.journey.Office;
import io.herald.members.Person;
import io.herald.store.Database;
import io.herald.store.H2;
import io.herald.testkit.House;
import io.herald.testkit.TestKeys;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** How large H2's file gets, beside what it holds: each commit leaves something behind in it. */
final class GrowthBench implements Benchmark {
  private static final List<String> JVM = List.of("-Xmx512m", "-XX:+UseSerialGC");
  private static final int VISITORS = 32;
  private static final Duration A_WHILE = Duration.ofSeconds(2);

  @Override
  public String name() {
    return "growth";
  }

  @Override
  public String about() {
    return "H2's file after 100,000 commands and a million visits, beside its SCRIPT";
  }

  @Override
  public List<Figure> run(boolean brief) throws Exception {
    int visits = brief ? 20_000 : 1_000_000;
    int commands = brief ? 2_000 : 100_000;
    Path data = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "bench-");
    Path file = data.resolve("herald");
    long seen = visit(data, visits);
    System.out.println("  " + seen + " visits, then " + megabytes(size(file)));
    long grown;
    try (var house = new House(Database.open(H2.file(file)))) {
      kept(house.database, () -> command(house, commands));
      grown = size(file);
    }
    long stopped = size(file);
    long script = script(file, data.resolve("script.sql"));
    String what = String.format(Locale.ROOT, "%,d commands, %,d visits", commands, seen);
    return List.of(
        Figure.atMost(
            "H2's file after " + what,
            megabytes(grown),
            megabytes(script) + " SCRIPT",
            (double) grown / script,
            4,
            "at most 4"),
        Figure.atMost(
            "the same after an orderly stop",
            megabytes(stopped),
            megabytes(script) + " SCRIPT",
            (double) stopped / script,
            1.5,
            "at most 1.5"));
  }

  /** Opens a tracked link again and again, and kills Herald, so that nothing is made small. */
  private static long visit(Path data, int visits) throws Exception {
    var started = new ArrayList<HeraldProcess>();
    Map<String, String> own =
        Map.of("HERALD_DATA", data.toString(), "HERALD_ENCRYPTION_KEY", TestKeys.text(7));
    try (var office =
        new Office(
            own,
            settings -> {
              started.add(new HeraldProcess(settings, JVM));
              return started.get(0);
            })) {
      office.join(office.ben());
      Patience.draft(office, "Worth sharing");
      office.clara().press("Approve", office.review("Worth sharing", "Waiting for an approver"));
      String share =
          office.ben().hears("because you follow").link("Share on LinkedIn").orElseThrow();
      String composer = office.open(share).headers().firstValue("Location").orElseThrow();
      String token = composer.replaceAll(".*%2Fc%2F([A-Za-z0-9]{10}).*", "$1");
      URI tracked = started.get(0).address().resolve("/c/" + token);
      long seen = 0;
      try (var load = new Load(tracked, VISITORS)) {
        while (seen < visits) {
          seen += load.go(A_WHILE);
        }
      }
      return seen;
    }
  }

  /** A draft submitted is a command that writes a good deal: post, revision, round, entries. */
  private static void command(House house, int commands) {
    Person author = house.member("Author");
    for (int i = 0; i < commands; i++) {
      house.submitted(author, "News " + i);
    }
  }

  /** Does what a Herald that serves does once a second, while something else goes on. */
  private static void kept(Database database, Runnable meanwhile) throws InterruptedException {
    ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor();
    var seconds = clockwork.scheduleWithFixedDelay(database::syncToDisk, 1, 1, TimeUnit.SECONDS);
    meanwhile.run();
    if (seconds.isDone()) {
      throw new IllegalStateException("The file was not kept");
    }
    clockwork.shutdown();
    clockwork.awaitTermination(1, TimeUnit.MINUTES);
  }

  private static long size(Path file) throws IOException {
    return Files.size(H2.file(file, ".mv.db"));
  }

  private static long script(Path file, Path to) throws IOException {
    try (var database = Database.open(H2.file(file))) {
      database.run(tx -> tx.sql(BenchSql.class).script(to.toString()));
    }
    return Files.size(to);
  }

  private static String megabytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
  }
}
