package io.herald.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What an approval costs that goes to a hundred thousand, and to a million. */
final class EnqueueBench implements Benchmark {
  private static final List<String> SMALL = List.of("-Xmx128m", "-XX:+UseSerialGC");

  @Override
  public String name() {
    return "enqueue";
  }

  @Override
  public String about() {
    return "deliveries decided and stored after approval, beside a bare INSERT ... SELECT";
  }

  /** Milliseconds. */
  private record Took(long bare, long ours) {}

  @Override
  public List<Figure> run(boolean brief) throws IOException {
    int people = brief ? 5_000 : 100_000;
    var figures = new ArrayList<Figure>();
    for (Store store : Store.values()) {
      Took some = push(store, people, 3);
      long most = store == Store.H2_FILE ? 3_000 : 1_000;
      double ratio = (double) some.ours / some.bare;
      figures.add(
          new Figure(
              people + " deliveries, " + store.label + ", -Xmx128m",
              some.ours + " ms",
              some.bare + " ms",
              String.format("%.2f", ratio),
              "at most 1.5, and " + most / 1_000 + " s",
              ratio <= 1.5 && some.ours <= most));
      Took many = push(store, people * 10, 1);
      figures.add(
          Figure.atMost(
              people * 10 + " deliveries, " + store.label + ", -Xmx128m",
              many.ours + " ms",
              some.ours + " ms for a tenth",
              (double) many.ours / some.ours,
              12,
              "at most 12"));
    }
    return figures;
  }

  private static Took push(Store store, int people, int rounds) throws IOException {
    String[] arguments = {store.url(), Integer.toString(people), Integer.toString(rounds)};
    try (Child child = Child.java(SMALL, EnqueueRun.class, arguments)) {
      long bare = Long.parseLong(child.says("bare"));
      return new Took(bare, Long.parseLong(child.says("ours")));
    }
  }
}
