package io.herald.checks;

import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;

/** Holds rules to the examples that their pack gives. */
final class Examples {
  private Examples() {}

  /** Checks every example of a pack; {@code wrong} is told of rules that do not do as they say. */
  static void of(Pack pack, BiConsumer<Rule, String> wrong) {
    var book = new Rulebook(List.of(pack));
    for (Rule rule : pack.rules()) {
      for (String text : rule.finds()) {
        if (!finds(book, rule, text)) {
          wrong.accept(rule, "\"" + rule.id() + "\" does not find its example: " + text);
        }
      }
      for (String text : rule.spares()) {
        if (finds(book, rule, text)) {
          wrong.accept(rule, "\"" + rule.id() + "\" finds what it should spare: " + text);
        }
      }
    }
  }

  private static boolean finds(Rulebook book, Rule rule, String text) {
    var context = new Context(awake(rule), rule.places().iterator().next());
    return book.check(text, context).stream().anyMatch(f -> f.rule().equals(rule.id()));
  }

  /** A moment at which a rule does not sleep. */
  private static Instant awake(Rule rule) {
    if (rule.from() != null) {
      return rule.from();
    }
    return rule.until() != null ? rule.until().minusMillis(1) : Instant.EPOCH;
  }
}
