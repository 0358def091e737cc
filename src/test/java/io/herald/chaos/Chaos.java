package io.herald.chaos;

import java.util.ArrayList;
import java.util.List;

/** Runs chaos and says what came of it; see {@code scripts/chaos --help}. */
public final class Chaos {
  private Chaos() {}

  public static void main(String[] arguments) throws Exception {
    var words = new ArrayList<>(List.of(arguments));
    boolean brief = words.remove("--short");
    boolean history = words.remove("--history");
    long seed = words.isEmpty() ? System.nanoTime() : Long.parseLong(words.get(0));
    ChaosPlan plan = brief ? ChaosPlan.brief(history, seed) : ChaosPlan.whole(history, seed);
    System.out.println("seed " + seed);
    // Only afterwards, for nobody closes anything once the machine exits.
    System.exit(isGood(plan) ? 0 : 1);
  }

  private static ChaosOutcome outcome(ChaosRun run) throws InterruptedException {
    try {
      return run.run();
    } catch (AssertionError e) {
      // It waited in vain for something.
      System.out.println("what the nodes wrote is in " + run.keepLogs());
      throw e;
    }
  }

  private static boolean isGood(ChaosPlan plan) throws InterruptedException {
    try (var run = new ChaosRun(plan)) {
      ChaosOutcome outcome = outcome(run);
      System.out.print(outcome.figures());
      if (!outcome.good()) {
        run.refusals();
        System.out.println("what the nodes wrote is in " + run.keepLogs());
      }
      System.out.println("seed " + plan.seed());
      System.out.println(outcome.verdict());
      return outcome.good();
    }
  }
}
