package io.herald.checks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The labelled texts, and how well the everyday rules do on them: {@code scripts/checks-corpus}
 * prints precision and recall of the texts that rules were tuned to, and of those held out.
 */
final class Corpus {
  private static final List<String> LABELS =
      List.of("email", "phone", "card", "iban", "id", "asks");

  private Corpus() {}

  /** Something of a label at a place. */
  record Mark(String label, Span span) {}

  /** One text with what must be found in it. */
  record Labelled(String language, String text, List<Mark> marks) {}

  /** How often the rules were right, wrong, and silent where they should have spoken. */
  record Tally(int right, int wrong, int missed) {
    double precision() {
      return right + wrong == 0 ? 1 : (double) right / (right + wrong);
    }

    double recall() {
      return right + missed == 0 ? 1 : (double) right / (right + missed);
    }

    Tally plus(Tally other) {
      return new Tally(right + other.right, wrong + other.wrong, missed + other.missed);
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "precision %.3f, recall %.3f (%d right, %d wrong, %d missed)",
          precision(),
          recall(),
          right,
          wrong,
          missed);
    }
  }

  static List<Labelled> read(String name) {
    try (InputStream in = Corpus.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(Corpus::labelled)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Labelled labelled(String line) {
    var text = new StringBuilder();
    var marks = new ArrayList<Mark>();
    String rest = line.substring(4);
    int open = rest.indexOf('{');
    while (open >= 0) {
      int bar = rest.indexOf('|', open);
      int close = rest.indexOf('}', bar);
      text.append(rest, 0, open);
      int from = text.length();
      text.append(rest, bar + 1, close);
      String label = rest.substring(open + 1, bar);
      if (!LABELS.contains(label)) {
        throw new IllegalStateException("no such label in: " + line);
      }
      marks.add(new Mark(label, new Span(from, text.length())));
      rest = rest.substring(close + 1);
      open = rest.indexOf('{');
    }
    text.append(rest);
    return new Labelled(line.substring(0, 2), text.toString(), List.copyOf(marks));
  }

  /** How the everyday rules do on some texts, by label. */
  static Map<String, Tally> measure(List<Labelled> texts, List<String> misses) {
    var book = new Rulebook(List.of(ShippedPacks.all().get(ShippedPacks.EVERYDAY)));
    Map<String, Tally> tallies = new TreeMap<>();
    for (Labelled labelled : texts) {
      List<Mark> found =
          book.check(labelled.text(), Context.words(Instant.EPOCH)).stream()
              .flatMap(
                  f ->
                      Optional.ofNullable(label(f.rule())).map(l -> new Mark(l, f.span())).stream())
              .toList();
      for (String label : LABELS) {
        int right = matched(labelled.marks(), found, label);
        int missed = matched(labelled.marks(), labelled.marks(), label) - right;
        int wrong = (int) found.stream().filter(m -> m.label().equals(label)).count() - right;
        tallies.merge(label, new Tally(right, wrong, missed), Tally::plus);
        if (missed + wrong > 0) {
          misses.add(label + " " + missed + " missed, " + wrong + " wrong: " + labelled.text());
        }
      }
    }
    return tallies;
  }

  private static int matched(List<Mark> marks, List<Mark> found, String label) {
    return (int)
        marks.stream()
            .filter(mark -> mark.label().equals(label))
            .filter(mark -> found.stream().anyMatch(f -> same(mark, f)))
            .count();
  }

  private static boolean same(Mark mark, Mark found) {
    return mark.label().equals(found.label()) && mark.span().overlaps(found.span());
  }

  /** The label of a rule; none where its findings are no personal data. */
  private static @Nullable String label(String rule) {
    return switch (rule) {
      case "everyday.email", "everyday.mailbox" -> "email";
      case "everyday.phone", "everyday.hotline" -> "phone";
      case "everyday.card" -> "card";
      case "everyday.iban" -> "iban";
      case "everyday.us-ssn",
          "everyday.gb-nino",
          "everyday.fr-nir",
          "everyday.de-tax-id",
          "everyday.es-dni" ->
          "id";
      case "everyday.asks" -> "asks";
      default -> null;
    };
  }

  static Tally all(Map<String, Tally> tallies) {
    return tallies.values().stream().reduce(new Tally(0, 0, 0), Tally::plus);
  }

  public static void main(String[] arguments) {
    for (String name : List.of("tuned.txt", "held-out.txt")) {
      List<Labelled> texts = read(name);
      var misses = new ArrayList<String>();
      Map<String, Tally> tallies = measure(texts, misses);
      System.out.println(name + ": " + texts.size() + " texts, " + all(tallies));
      tallies.forEach((label, tally) -> System.out.printf("  %-6s %s%n", label, tally));
      // What was held out stays unseen, so that its figures go on meaning something.
      if (name.equals("tuned.txt")) {
        misses.forEach(miss -> System.out.println("  " + miss));
      }
    }
  }
}
