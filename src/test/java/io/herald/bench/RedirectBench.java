package io.herald.bench;

import io.herald.journey.HeraldProcess;
import io.herald.journey.Office;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a redirect costs whose visit is in the database before the visitor is sent on. Measured is
 * CPU time, of the server and of PostgreSQL's processes, so that whoever else uses the machine
 * counts little; what makes the load is not counted.
 */
final class RedirectBench implements Benchmark {
  private static final List<String> JVM = List.of("-Xmx512m", "-XX:+UseSerialGC");
  private static final int VISITORS = 32;
  private static final int ROUNDS = 5;
  private static final Path FASTIFY = Path.of("src/test/node/bench/fastify.mjs");

  @Override
  public String name() {
    return "redirect";
  }

  @Override
  public String about() {
    return "tracked and share redirects, beside a bare one and Fastify with SQLite";
  }

  /** Somebody who answers with a redirect. */
  private static final class Server {
    final String label;
    final Load load;
    final long pid;
    final boolean postgres;
    final double[] micros;
    long led;
    double seconds;

    Server(String label, URI address, long pid, boolean postgres, int rounds) {
      this.label = label;
      this.load = new Load(address, VISITORS);
      this.pid = pid;
      this.postgres = postgres;
      this.micros = new double[rounds];
    }

    void round(int number, Duration howLong) throws Exception {
      long before = cpu();
      long began = System.nanoTime();
      long count = load.go(howLong);
      double took = (System.nanoTime() - began) / 1e9;
      micros[number] = (double) (cpu() - before) / count;
      led += count;
      seconds += took;
      System.out.printf(
          Locale.ROOT, "  %-28s %7.1f us CPU each, %.0f/s%n", label, micros[number], count / took);
    }

    private long cpu() {
      return Machine.cpuMicros(pid) + (postgres ? Machine.cpuMicros(Store.serverPid()) : 0);
    }

    double median() {
      double[] sorted = micros.clone();
      Arrays.sort(sorted);
      return sorted[sorted.length / 2];
    }

    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%.1f µs CPU, %.0f/s", median(), led / seconds);
    }
  }

  @Override
  public List<Figure> run(boolean brief) throws Exception {
    var figures = new ArrayList<Figure>();
    for (Store store : Store.values()) {
      figures.addAll(run(store, brief ? 1 : ROUNDS, Duration.ofSeconds(brief ? 1 : 4)));
    }
    return figures;
  }

  private static List<Figure> run(Store store, int rounds, Duration round) throws Exception {
    var started = new ArrayList<HeraldProcess>();
    Path sqlite = Files.createTempDirectory(Path.of("target"), "bench-").resolve("visits.db");
    try (var office = new Office(settings(store), s -> start(started, s));
        Child bare = Child.java(JVM, BareJetty.class);
        Child fastify = Child.program("node", FASTIFY.toString(), sqlite.toString())) {
      office.join(office.ben());
      office.live(office.amira(), "Worth sharing");
      URI share =
          URI.create(
              office.ben().hears("because you follow").link("Share on LinkedIn").orElseThrow());
      String composer =
          office.open(share.toString()).headers().firstValue("Location").orElseThrow();
      String token = composer.replaceAll(".*%2Fc%2F([A-Za-z0-9]{10}).*", "$1");

      HeraldProcess herald = started.get(0);
      boolean postgres = store == Store.POSTGRESQL;
      var tracked =
          new Server(
              "Herald /c, " + store.label,
              herald.address().resolve("/c/" + token),
              herald.pid(),
              postgres,
              rounds);
      var shared =
          new Server(
              "Herald /s, " + store.label,
              herald.address().resolve(share.getRawPath()),
              herald.pid(),
              postgres,
              rounds);
      var jetty = new Server("bare Jetty", at(bare, "/c/" + token), bare.pid(), false, rounds);
      var node = new Server("Fastify", at(fastify, "/c/abcdefghij"), fastify.pid(), false, rounds);
      List<Server> all = List.of(jetty, node, tracked, shared);
      for (Server each : all) {
        each.load.go(round.multipliedBy(8));
      }
      for (int number = 0; number < rounds; number++) {
        for (Server each : all) {
          each.round(number, round);
        }
      }
      all.forEach(each -> each.load.close());
      return List.of(
          Figure.atLeast(
              "tracked redirect, " + store.label + ", throughput per CPU",
              tracked.toString(),
              "bare Jetty " + jetty,
              jetty.median() / tracked.median(),
              0.2,
              "at least 0.2"),
          Figure.atLeast(
              "tracked redirect, " + store.label + ", throughput per CPU",
              tracked.toString(),
              "Fastify with SQLite " + node,
              node.median() / tracked.median(),
              0.9,
              "at least 0.9"),
          Figure.told("share redirect, " + store.label, shared.toString()));
    }
  }

  private static HeraldProcess start(List<HeraldProcess> started, Map<String, String> settings) {
    started.add(new HeraldProcess(settings, JVM));
    return started.get(0);
  }

  private static Map<String, String> settings(Store store) {
    return store == Store.H2_FILE
        ? Map.of()
        : Map.of(
            "HERALD_DATABASE_URL",
            store.url(),
            "HERALD_ENCRYPTION_KEY",
            Base64.getEncoder().encodeToString(new byte[32]));
  }

  private static URI at(Child server, String path) throws Exception {
    return URI.create("http://127.0.0.1:" + server.says("port") + path);
  }
}
