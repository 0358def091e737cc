package io.herald.checks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * The rules in force, made ready to look at many texts. Checking is pure: the same text in the same
 * context gets the same findings. It takes time by the length of the text alone, whatever stands in
 * it: no part of it is a regular expression.
 */
public final class Rulebook {
  /** Nobody mends more than this at a time, and cards have an end. */
  private static final int MOST_FINDINGS = 100;

  private final List<Rule> rules;
  private final List<Rule> byForm;
  private final Phrases names = new Phrases();
  private final Map<Language, Phrases> phrases = new EnumMap<>(Language.class);

  public Rulebook(List<Pack> packs) {
    this.rules = packs.stream().flatMap(pack -> pack.rules().stream()).toList();
    this.byForm =
        rules.stream()
            .filter(rule -> rule.detector() != null)
            .sorted(Comparator.comparing(rule -> Objects.requireNonNull(rule.detector())))
            .toList();
    for (int i = 0; i < rules.size(); i++) {
      Rule rule = rules.get(i);
      enter(rule.phrases(), new Phrases.Use(i, Phrases.Role.FINDS));
      enter(rule.near(), new Phrases.Use(i, Phrases.Role.NEAR));
      enter(rule.unless(), new Phrases.Use(i, Phrases.Role.UNLESS));
    }
  }

  private void enter(List<Phrase> all, Phrases.Use use) {
    for (Phrase phrase : all) {
      Language language = phrase.language();
      Phrases tree =
          language == null ? names : phrases.computeIfAbsent(language, l -> new Phrases());
      tree.add(phrase.words(), use);
    }
  }

  /**
   * What the rules find in a text, the gravest first, then by where it stands; the first hundred.
   *
   * @param text up to 3,000 characters in a form, and as long as it likes elsewhere
   */
  public List<Finding> check(String text, Context context) {
    List<Finding> found = byForm(new Passage(text, context));
    found.addAll(inWords(text, context));
    return found.stream()
        .sorted(
            Comparator.comparing(Finding::severity)
                .reversed()
                .thenComparing(Finding::span)
                .thenComparing(Finding::rule))
        .limit(MOST_FINDINGS)
        .toList();
  }

  private List<Finding> byForm(Passage passage) {
    var found = new ArrayList<Finding>();
    var numbers = new TreeSet<Span>();
    for (Rule rule : byForm) {
      Detector detector = Objects.requireNonNull(rule.detector());
      if (!rule.looksAt(passage.context())) {
        continue;
      }
      for (Span span : detector.in(passage)) {
        boolean free = !detector.isOfNumbers() || isFree(span, numbers);
        if (free) {
          found.add(rule.finding(passage.text(), span));
          numbers.add(span);
        }
      }
    }
    return found;
  }

  private static boolean isFree(Span span, NavigableSet<Span> taken) {
    Span before = taken.floor(span);
    Span behind = taken.ceiling(span);
    return (before == null || !before.overlaps(span)) && (behind == null || !behind.overlaps(span));
  }

  private List<Finding> inWords(String text, Context context) {
    List<Token> written = Tokens.asWritten(text);
    var hits = new ArrayList<Phrases.Hit>();
    names.find(written, hits);
    Set<Language> spoken = Tokens.spoken(written);
    phrases.forEach(
        (language, tree) -> {
          if (spoken.contains(language)) {
            tree.find(Tokens.stems(text, language), hits);
          }
        });
    Map<Integer, List<Phrases.Hit>> byRule = new HashMap<>();
    for (Phrases.Hit hit : hits) {
      byRule.computeIfAbsent(hit.use().rule(), r -> new ArrayList<>()).add(hit);
    }
    var found = new ArrayList<Finding>();
    byRule.forEach(
        (index, of) -> {
          Rule rule = rules.get(index);
          if (rule.looksAt(context)) {
            for (Span span : Nearness.weigh(rule, of, written)) {
              found.add(rule.finding(text, span));
            }
          }
        });
    return found;
  }
}
