package io.herald.chaos;

import io.herald.sandbox.Fault;
import io.herald.sandbox.Faults;
import java.time.Duration;
import java.util.Random;
import java.util.Set;

/**
 * What a platform may do to a call: now and then anything, and in storms 429. A storm is a stretch
 * of calls, not of time, so that a seed brings the same weather again.
 */
final class Storms implements Faults.Weather {
  private final Random random;
  private final int fair;
  private final int storm;
  private final Set<String> hurt;
  private final String spared;
  private final Fault muddled;
  private int calls;

  /**
   * @param fair how many calls lie between two storms
   * @param storm how many calls a storm is long
   * @param hurt the methods that are hurt
   * @param spared a channel that is left alone: what somebody waits for there tells whether it is
   *     overtaken, and a card that has to be sent again tells nothing
   * @param muddled the platform's way to carry a call out and say that something went wrong
   */
  Storms(long seed, int fair, int storm, Set<String> hurt, String spared, Fault muddled) {
    this.random = new Random(seed);
    this.fair = fair;
    this.storm = storm;
    this.hurt = Set.copyOf(hurt);
    this.spared = spared;
    this.muddled = muddled;
  }

  @Override
  public synchronized Fault over(String method, String channel) {
    if (!hurt.contains(method) || channel.equals(spared)) {
      return Fault.none();
    }
    boolean stormy = calls++ % (fair + storm) >= fair;
    if (stormy && random.nextInt(100) < 30) {
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
      return muddled;
    }
    if (odds < 16) {
      return Fault.status(503);
    }
    return odds < 30 ? Fault.slow(Duration.ofMillis(random.nextInt(300))) : Fault.none();
  }
}
