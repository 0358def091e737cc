package io.herald.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A broadcast through kills, storms and a database that goes away; {@code scripts/chaos} is it at
 * length.
 */
@Tag("slow")
class ChaosTest {

  @Test
  void a_broadcast_through_everything_reaches_everybody_once() throws Exception {
    long seed = System.nanoTime();
    System.out.println("ChaosTest seed " + seed);
    try (var run = new ChaosRun(ChaosPlan.tiny(seed))) {
      ChaosOutcome outcome = run.run();
      System.out.println(outcome.figures() + outcome.verdict());
      if (!outcome.good()) {
        run.keepLogs();
        run.refusals();
      }
      assertThat(outcome.good()).as(outcome.figures() + outcome.verdict()).isTrue();
    }
  }
}
