package io.herald.chaos;

import io.herald.sandbox.Fault;
import io.herald.sandbox.Faults;
import java.time.Duration;
import java.util.Random;

/**
 * What Slack may do to a call: now and then anything, and in storms 429. A storm is a stretch of
 * calls, not of time, so that a seed brings the same weather again.
 */
final class Storms implements Faults.Weather {
  private static final int FAIR = 600;
  private static final int STORM = 25;

  private final Random random;
  private int calls;

  Storms(long seed) {
    this.random = new Random(seed);
  }

  @Override
  public synchronized Fault over(String method, String channel) {
    if (!method.equals("chat.postMessage")) {
      return Fault.none();
    }
    boolean storm = calls++ % (FAIR + STORM) >= FAIR;
    if (storm && random.nextInt(100) < 30) {
      return Fault.rateLimited(1 + random.nextInt(2));
    }
    int odds = random.nextInt(1_000);
    if (odds < 3) {
      return Fault.closed();
    }
    if (odds < 6) {
      return Fault.closedThoughDone();
    }
    if (odds < 7) {
      return Fault.hangs();
    }
    if (odds < 8) {
      return Fault.hangsThoughDone();
    }
    if (odds < 10) {
      return Fault.status(500);
    }
    if (odds < 12) {
      return Fault.errorThoughDone("internal_error");
    }
    if (odds < 16) {
      return Fault.status(503);
    }
    return odds < 30 ? Fault.slow(Duration.ofMillis(random.nextInt(300))) : Fault.none();
  }
}
