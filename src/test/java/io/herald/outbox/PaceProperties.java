package io.herald.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * The pace against platforms whose ceiling is hidden and moves, in simulated time: several nodes
 * that take permits in batches, answers that are late, waits that end when the platform says.
 */
class PaceProperties {
  private static final int HISTORIES = 30;
  private static final int CHANGES = 4;

  /** What a window of ten minutes came to. */
  private record Window(double ceiling, double before, double used, double refused, long calls) {
    /** At least 95 % of the ceiling used, at most 1 % of the calls, and one more, refused. */
    boolean isGood() {
      return used >= 0.95 && refused <= 0.01 * calls + 1;
    }

    /**
     * Below a hundred calls a minute, one refusal in a hundred calls leaves no more than one look
     * upwards a minute or two, so that a rise is seen later than a minute after it.
     */
    boolean isRiseFromLow() {
      return before > 0 && before < 120 && ceiling > before;
    }
  }

  @Test
  void nearly_all_of_a_hidden_ceiling_is_used_and_next_to_nothing_refused() {
    List<Window> windows = windows(1_200);
    assertThat(windows).allSatisfy(w -> assertThat(w.used()).isGreaterThan(0.8));
    assertThat(windows).allSatisfy(w -> assertThat(w.refused() - 1).isLessThan(0.04 * w.calls()));
    judge(windows);
  }

  @Test
  void a_ceiling_of_thousands_is_found_as_well() {
    judge(windows(6_000));
  }

  private static void judge(List<Window> windows) {
    List<Window> judged = windows.stream().filter(w -> !w.isRiseFromLow()).toList();
    List<Window> bad = judged.stream().filter(w -> !w.isGood()).toList();
    System.out.println(bad.size() + " of " + judged.size() + " windows miss the goal: " + bad);
    assertThat(bad.size()).as(bad.toString()).isLessThanOrEqualTo(judged.size() / 20);
    assertThat(judged.stream().mapToDouble(Window::used).average().orElseThrow())
        .isGreaterThan(0.95);
    double calls = judged.stream().mapToLong(Window::calls).sum();
    assertThat(judged.stream().mapToDouble(Window::refused).sum()).isLessThan(0.01 * calls);
  }

  private static List<Window> windows(double highest) {
    long seed = System.nanoTime();
    System.out.println("PaceProperties seed " + seed);
    var windows = new ArrayList<Window>();
    for (int i = 0; i < HISTORIES; i++) {
      var random = new Random(seed + i);
      var world = new PaceWorld(random);
      double before = 0;
      for (int change = 0; change < CHANGES; change++) {
        double ceiling = 60 * Math.pow(highest / 60, random.nextDouble());
        world.ceiling(ceiling);
        world.pass(Duration.ofMinutes(1));
        PaceWorld.Count count = world.pass(Duration.ofMinutes(10));
        windows.add(
            new Window(
                ceiling,
                before,
                count.passed() / (ceiling * 10),
                count.refused(),
                count.passed() + count.refused()));
        world.pass(Duration.ofSeconds(random.nextInt(300)));
        before = ceiling;
      }
    }
    return windows;
  }

  @Test
  void after_a_storm_of_refusals_nearly_all_of_the_ceiling_is_used_within_a_minute() {
    long seed = System.nanoTime();
    System.out.println("PaceProperties seed " + seed);
    var used = new ArrayList<Double>();
    for (int i = 0; i < HISTORIES; i++) {
      var random = new Random(seed + i);
      var world = new PaceWorld(random);
      double ceiling = 300 + random.nextInt(5_700);
      world.ceiling(ceiling);
      world.pass(Duration.ofMinutes(6));
      world.storm(0.3);
      world.pass(Duration.ofMinutes(2));
      world.storm(0);
      world.pass(Duration.ofMinutes(1));
      used.add(world.pass(Duration.ofMinutes(5)).passed() / (ceiling * 5));
    }
    System.out.println("used after storms: " + used);
    assertThat(used.stream().filter(u -> u < 0.95).count()).isLessThanOrEqualTo(HISTORIES / 10);
    assertThat(used).allSatisfy(u -> assertThat(u).isGreaterThan(0.8));
  }

  @Test
  void nothing_is_called_before_the_wait_is_over_and_never_less_than_one_a_second_after_it() {
    var random = new Random(5);
    Instant now = Instant.EPOCH;
    Pace pace = Pace.unknown(now);
    for (int i = 0; i < 2_000; i++) {
      Duration wait = Duration.ofSeconds(1 + random.nextInt(120));
      pace = pace.refused(now, now, wait);
      assertThat(pace.pausedUntil()).isAfterOrEqualTo(now.plus(wait));
      assertThat(pace.nextAt()).isAfterOrEqualTo(pace.pausedUntil());
      now = pace.nextAt();
      pace = pace.at(now);
      assertThat(pace.rate()).isGreaterThanOrEqualTo(Pace.SLOWEST);
      assertThat(pace.gap(now)).isLessThanOrEqualTo(1_000);
      for (int call = random.nextInt(200); call > 0; call--) {
        pace = pace.at(now).take(1, now);
        now = pace.nextAt();
      }
    }
  }

  @Test
  void several_calls_that_were_under_way_together_are_one_refusal() {
    Instant now = Instant.EPOCH.plusSeconds(100);
    Pace pace = Pace.unknown(Instant.EPOCH).take(50, Instant.EPOCH);
    Pace once = pace.refused(now, now.minusMillis(300), Duration.ofSeconds(1));
    Pace twice = once.refused(now.plusMillis(20), now.minusMillis(250), Duration.ofSeconds(7));
    assertThat(twice.rate()).isEqualTo(once.rate());
    assertThat(twice.pausedUntil()).isEqualTo(now.plusMillis(7_020));
  }

  @Test
  void a_rate_that_is_not_used_is_not_raised() {
    Instant now = Instant.EPOCH;
    Pace pace = Pace.unknown(now);
    for (int minute = 0; minute < 100; minute++) {
      now = now.plusSeconds(60);
      pace = pace.at(now).take(1, now);
    }
    assertThat(pace.rate()).isEqualTo(Pace.FIRST);
  }
}
