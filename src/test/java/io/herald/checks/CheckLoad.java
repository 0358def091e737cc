package io.herald.checks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Texts of 3,000 characters as people write them, and as somebody would who wants to hold us up.
 * Times are those of the processor, so that others on the machine do not count.
 */
public final class CheckLoad {
  static final int LENGTH = 3_000;

  private static final Context NOW = Context.words(Instant.EPOCH);

  private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

  private final Rulebook rules = new Rulebook(List.copyOf(ShippedPacks.all().values()));
  private final List<String> texts = texts();

  /** Something that took longest: what it was, and the median time of it. */
  public record Worst(String what, double millis) {}

  Rulebook rules() {
    return rules;
  }

  /** How long ordinary texts take, in nanoseconds each. */
  public long[] ordinary(int rounds) {
    var times = new long[rounds];
    for (int i = 0; i < rounds; i++) {
      times[i] = time(texts.get(i % texts.size()));
    }
    return times;
  }

  /** The slowest of the hostile texts, each timed so often. */
  public Worst hostile(int rounds) {
    var worst = new Worst("none", 0);
    for (Map.Entry<String, String> text : hostileTexts().entrySet()) {
      double millis = median(text.getValue(), rounds);
      if (millis > worst.millis()) {
        worst = new Worst(text.getKey(), millis);
      }
    }
    return worst;
  }

  double median(String text, int rounds) {
    time(text);
    var times = new long[rounds];
    for (int i = 0; i < rounds; i++) {
      times[i] = time(text);
    }
    Arrays.sort(times);
    return times[rounds / 2] / 1e6;
  }

  private long time(String text) {
    long began = CPU.getCurrentThreadCpuTime();
    rules.check(text, NOW);
    return CPU.getCurrentThreadCpuTime() - began;
  }

  private static List<String> texts() {
    var random = new Random(7);
    var sentences = new ArrayList<String>();
    Corpus.read("tuned.txt").forEach(t -> sentences.add(t.text()));
    var texts = new ArrayList<String>();
    for (int i = 0; i < 40; i++) {
      var text = new StringBuilder();
      while (text.length() < LENGTH) {
        text.append(sentences.get(random.nextInt(sentences.size()))).append(' ');
      }
      texts.add(text.substring(0, LENGTH));
    }
    return texts;
  }

  static Map<String, String> hostileTexts() {
    Map<String, String> texts = new LinkedHashMap<>();
    for (String piece :
        List.of(
            "a",
            "@",
            "a@",
            "a@b.",
            "a.",
            "1",
            "1 ",
            "12 ",
            "0",
            "0171 ",
            "0171-",
            "+4",
            "(1) ",
            "4111 1111 1111 1111 ",
            "DE89 ",
            "DE89",
            "gb",
            "AB12",
            "#",
            "#a",
            "A ",
            "AAA ",
            "ÄÖ ",
            "https://",
            "bit.ly/a ",
            "a/",
            "'",
            "l'",
            "-",
            ".",
            " ",
            "\n",
            "\u00a0",
            "(at)",
            " dot ",
            "a (at) b ",
            "call ",
            "order ",
            "send your ",
            "send me your number ",
            "guarantee ",
            "team of 12 ",
            "12 percent ",
            "\ud83d\ude00",
            "\u200b",
            "\u0301",
            "漢",
            "é",
            "İ",
            "ß",
            "x".repeat(500) + " ",
            "1".repeat(40) + " ",
            "078-05-1120 ",
            "86095742719 ",
            "12345678Z ",
            "Falcon ",
            "best in class ",
            "vote for ")) {
      String name = piece.length() > 12 ? piece.substring(0, 12) + "…" : piece;
      texts.put("repeated " + name.replace("\n", "\\n"), piece.repeat(LENGTH / piece.length()));
    }
    return texts;
  }
}
