package io.herald.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.herald.journey.HeraldProcess;
import io.herald.journey.Office;
import io.herald.sandbox.Call;
import io.herald.store.Database;
import io.herald.store.H2;
import io.herald.testkit.Crowd;
import io.herald.testkit.House;
import io.herald.testkit.TestKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What one delivery costs Herald, from the audience's row to the outcome that is recorded, and
 * whether its memory grows with the audience. Measured is CPU time, of Herald and of PostgreSQL's
 * processes; Slack's double takes whatever comes.
 */
final class DeliveryBench implements Benchmark {
  private static final List<String> JVM =
      List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:-UseDynamicNumberOfCompilerThreads");

  private static final String SEND = "chat.postMessage";

  private static final int WARMING = 4;
  private static final int ROUNDS = 3;

  @Override
  public String name() {
    return "delivery";
  }

  @Override
  public String about() {
    return "CPU of one delivery, beside a loop around Slack's SDK; memory while a push goes out";
  }

  @Override
  public List<Figure> run(boolean brief) throws Exception {
    int people = brief ? 300 : 4_000;
    var figures = new ArrayList<Figure>();
    for (Store store : Store.values()) {
      figures.addAll(run(store, people));
    }
    return figures;
  }

  private static List<Figure> run(Store store, int people) throws Exception {
    var started = new ArrayList<HeraldProcess>();
    try (var office = new Office(settings(store, people), s -> start(started, s))) {
      Crowd.accounts(people).forEach(id -> office.slack.addPerson(id, "Person " + id));
      var push = new Push(office, started.get(0), store == Store.POSTGRESQL, people);
      for (int round = 0; round < WARMING; round++) {
        push.go("Warming " + round);
      }
      long before = Machine.liveBytes(push.herald.pid());
      push.watched = true;
      push.go("Watched");
      push.watched = false;
      var ours = new double[ROUNDS];
      var loops = new double[ROUNDS];
      try (Loop loop = new Loop(office, people)) {
        for (int round = 0; round < ROUNDS; round++) {
          ours[round] = push.go("Round " + round);
          loops[round] = loop.go();
          System.out.printf(
              Locale.ROOT,
              "  %-12s %7.0f us, loop %7.0f us%n",
              store.label,
              ours[round],
              loops[round]);
        }
      }
      double cost = median(ours);
      double loop = median(loops);
      return List.of(
          Figure.atMost(
              "CPU of a delivery, " + store.label,
              micros(cost),
              micros(loop) + " a call of the SDK",
              cost / loop,
              1.5,
              "at most 1.5"),
          Figure.atMost(
              "live heap during a push to " + people + ", " + store.label,
              mebibytes(push.most),
              mebibytes(before) + " before",
              (double) push.most / before,
              1.25,
              "at most 1.25"));
    }
  }

  /** Pushes to everybody, one after the other. */
  private static final class Push {
    final Office office;
    final HeraldProcess herald;
    final boolean postgres;
    final int people;
    boolean watched;
    long most;

    Push(Office office, HeraldProcess herald, boolean postgres, int people) {
      this.office = office;
      this.herald = herald;
      this.postgres = postgres;
      this.people = people;
    }

    /** CPU of each of its deliveries, in microseconds. */
    double go(String headline) throws InterruptedException {
      Patience.draft(office, headline);
      var review = office.review(headline, "Waiting for an approver");
      long calls = office.slack.ledger().attempts(SEND);
      long began = cpu();
      office.clara().press("Approve", review);
      long end = System.nanoTime() + 900_000_000_000L;
      while (office.slack.ledger().attempts(SEND) < calls + people || herald.work() > 0) {
        if (System.nanoTime() > end) {
          throw new IllegalStateException(
              office.slack.ledger().attempts(SEND) - calls + " of " + people + " calls");
        }
        if (watched && office.slack.ledger().attempts(SEND) > calls + people / 10) {
          most = Math.max(most, Machine.liveBytes(herald.pid()));
        }
        Thread.sleep(200);
      }
      return (double) (cpu() - began) / people;
    }

    private long cpu() {
      return Machine.warmMicros(herald.pid())
          + (postgres ? Machine.cpuMicros(Store.serverPid()) : 0);
    }
  }

  /** The loop around the SDK, as warm as Herald is. */
  private static final class Loop implements AutoCloseable {
    private final Path card;
    private final Child child;

    Loop(Office office, int times) throws IOException {
      card = Files.createTempFile(Path.of("target"), "bench-", ".json");
      Files.writeString(card, newest(office).toString());
      child =
          Child.java(
              JVM,
              SdkLoop.class,
              office.slack.apiUrl(),
              office.slack.botToken(),
              card.toString(),
              Integer.toString(WARMING * times),
              Integer.toString(times));
      child.says("warm");
    }

    /** CPU of a call, in microseconds. */
    double go() throws IOException {
      child.tell("again");
      return Double.parseDouble(child.says("micros"));
    }

    @Override
    public void close() throws IOException {
      child.close();
      Files.delete(card);
    }
  }

  private static JsonNode newest(Office office) {
    List<Call> cards =
        office.slack.ledger().calls(SEND).stream()
            .filter(call -> call.arg("channel").startsWith("U1"))
            .toList();
    return cards.get(cards.size() - 1).args();
  }

  private static HeraldProcess start(List<HeraldProcess> started, Map<String, String> settings) {
    started.add(new HeraldProcess(settings, JVM));
    return started.get(0);
  }

  private static Map<String, String> settings(Store store, int people) throws IOException {
    var settings = new HashMap<String, String>();
    String url;
    if (store == Store.H2_FILE) {
      Path data = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "bench-");
      settings.put("HERALD_DATA", data.toString());
      url = H2.file(data.resolve("herald"));
    } else {
      url = store.url();
      settings.put("HERALD_DATABASE_URL", url);
    }
    settings.put("HERALD_ENCRYPTION_KEY", TestKeys.text(7));
    try (var house = new House(Database.open(url))) {
      house.clock.set(Instant.now());
      Crowd.fill(house, "T0ACME", people);
      // Nobody's week is full, however many rounds there are.
      house.run(tx -> house.organisation.weeklyCap(tx, null, 1_000));
    }
    return settings;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static String micros(double micros) {
    return String.format(Locale.ROOT, "%,.0f µs CPU", micros);
  }

  private static String mebibytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f MiB", bytes / 1_048_576.0);
  }
}
