package io.herald.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Runs benchmarks and prints a table of their figures; see {@code scripts/bench --help}. */
public final class Bench {
  private static final List<Benchmark> ALL =
      List.of(
          new EnqueueBench(),
          new ClaimBench(),
          new DeliveryBench(),
          new PaceBench(),
          new RedirectBench(),
          new KillsBench(),
          new GrowthBench(),
          new StatsBench(),
          new RecordsBench(),
          new BesideBench(),
          new VerifyBench(),
          new ChecksBench());

  private Bench() {}

  public static void main(String[] arguments) throws Exception {
    var names = new ArrayList<>(List.of(arguments));
    if (names.remove("--list")) {
      ALL.forEach(each -> System.out.printf("  %-10s %s%n", each.name(), each.about()));
      return;
    }
    boolean brief = names.remove("--brief");
    List<String> known = ALL.stream().map(Benchmark::name).toList();
    if (!known.containsAll(names)) {
      names.removeAll(known);
      System.err.println("There is no benchmark " + names + "; there are " + known + ".");
      System.exit(2);
    }
    System.out.println(Machine.describe());
    var figures = new ArrayList<Figure>();
    for (Benchmark each : ALL) {
      if (names.isEmpty() || names.contains(each.name())) {
        System.out.println(each.name() + ": " + each.about());
        long began = System.nanoTime();
        figures.addAll(each.run(brief));
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        System.out.println("  took " + took.toSeconds() + " s");
      }
    }
    System.out.println();
    System.out.print(Figure.table(figures));
    if (brief) {
      System.out.println("A brief run: it shows that the benchmarks work, not what Herald costs.");
    }
    System.exit(figures.stream().allMatch(Figure::met) ? 0 : 1);
  }
}
