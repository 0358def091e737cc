package io.herald.bench;

import java.util.Arrays;
import java.util.Locale;

/** Times in nanoseconds, sorted. */
record Quantiles(long[] sorted) {
  Quantiles {
    sorted = sorted.clone();
    Arrays.sort(sorted);
  }

  double millis(double quantile) {
    int index = (int) Math.min(sorted.length - 1, Math.round(quantile * (sorted.length - 1)));
    return sorted[index] / 1e6;
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "p50 %.2f ms, p99 %.2f ms", millis(0.5), millis(0.99));
  }
}
