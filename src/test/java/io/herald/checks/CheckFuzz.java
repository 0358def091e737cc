package io.herald.checks;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import java.time.Instant;
import java.util.Arrays;

/**
 * What Jazzer calls with whatever it thinks of ({@code scripts/fuzz}): a text must not break the
 * checks, and must not take more than ten times as long as the slowest of a hundred ordinary ones.
 */
public final class CheckFuzz {
  private static final int FACTOR = 10;

  private static final CheckLoad LOAD = new CheckLoad();

  private static double most;

  private CheckFuzz() {}

  /** The 99th percentile of ordinary texts, in milliseconds, once everything is warm. */
  private static double ordinary() {
    LOAD.ordinary(60);
    long[] times = LOAD.ordinary(100);
    Arrays.sort(times);
    return times[(int) (times.length * 0.99)] / 1e6;
  }

  /** Called by Jazzer before its time begins, so that none of it goes into getting warm. */
  public static void fuzzerInitialize() {
    most = FACTOR * ordinary();
  }

  /** Called by Jazzer; throws where it found something. */
  public static void fuzzerTestOneInput(FuzzedDataProvider data) {
    String piece = data.consumeString(60);
    if (!piece.isEmpty()) {
      look(piece.repeat(CheckLoad.LENGTH / piece.length() + 1).substring(0, CheckLoad.LENGTH));
    }
    look(data.consumeRemainingAsString());
  }

  private static void look(String text) {
    for (Finding finding : LOAD.rules().check(text, Context.words(Instant.EPOCH))) {
      if (!finding.span().of(text).equals(finding.words())) {
        throw new IllegalStateException("a finding shows other words than it found: " + finding);
      }
    }
    // A slow run may be the machine's fault; a text that is slow is slow every time.
    if (LOAD.median(text, 1) > most && LOAD.median(text, 9) > most) {
      throw new IllegalStateException("more than " + most + " ms: " + text);
    }
  }
}
