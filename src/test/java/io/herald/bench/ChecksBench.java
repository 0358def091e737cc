package io.herald.bench;

import io.herald.checks.CheckLoad;
import java.util.List;
import java.util.Locale;

/** What it costs to look at a text of 3,000 characters with every pack in force. */
final class ChecksBench implements Benchmark {
  @Override
  public String name() {
    return "checks";
  }

  @Override
  public String about() {
    return "a text of 3,000 characters under all rules, ordinary and hostile";
  }

  @Override
  public List<Figure> run(boolean brief) {
    int rounds = brief ? 200 : 3_000;
    var load = new CheckLoad();
    load.ordinary(rounds);
    var ordinary = new Quantiles(load.ordinary(rounds));
    CheckLoad.Worst worst = load.hostile(brief ? 3 : 15);
    double ratio = worst.millis() / ordinary.millis(0.99);
    return List.of(
        Figure.told("check of 3,000 ordinary characters", ordinary.toString()),
        Figure.atMost(
            "the slowest hostile text (" + worst.what() + ")",
            String.format(Locale.ROOT, "%.2f ms", worst.millis()),
            String.format(Locale.ROOT, "p99 %.2f ms", ordinary.millis(0.99)),
            ratio,
            10,
            "at most 10"));
  }
}
