package io.herald.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A short look for texts that break the checks or hold them up; scripts/fuzz looks longer. */
class CheckFuzzTest {
  private static final int FACTOR = 10;
  private static final Pattern RUNS = Pattern.compile("Done ([3-9]|[0-9]{2,}) runs");

  @Test
  void no_text_that_repeats_one_piece_takes_ten_times_as_long_as_ordinary_ones() {
    var load = new CheckLoad();
    load.ordinary(100);
    long[] times = load.ordinary(150);
    Arrays.sort(times);
    double most = FACTOR * times[(int) (times.length * 0.99)] / 1e6;
    CheckLoad.hostileTexts()
        .forEach((what, text) -> assertThat(load.median(text, 3)).as(what).isLessThan(most));
  }

  @Test
  void jazzer_finds_no_text_that_breaks_the_checks_in_a_short_while(@TempDir Path here)
      throws IOException, InterruptedException {
    Path log = here.resolve("log");
    Process jazzer =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + CheckFuzz.class.getName(),
                "--instrumentation_includes=io.herald.checks.**",
                "--reproducer_path=" + here,
                "-artifact_prefix=" + here + "/",
                "-max_total_time=5",
                "-rss_limit_mb=2048",
                "-len_control=0",
                "-max_len=3000")
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      assertThat(jazzer.waitFor(2, TimeUnit.MINUTES)).isTrue();
      assertThat(jazzer.exitValue()).as(Files.readString(log)).isZero();
      assertThat(Files.readString(log)).as("more than an empty text").containsPattern(RUNS);
    } finally {
      jazzer.destroyForcibly();
    }
  }
}
