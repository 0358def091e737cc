package io.herald.policy;

import io.herald.network.Network;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * All that the admins said of the disclosure. How much it matters is decided by the rule that is
 * closest to the share: about its topic before its network before its language. What is said is
 * decided by the rule that has words and is closest to the words: in their language first.
 *
 * @param rules in the order in which they were first made
 */
public record DisclosureRules(List<DisclosureRule> rules) {
  public static final DisclosureRules NONE = new DisclosureRules(List.of());

  public DisclosureRules {
    rules = List.copyOf(rules);
  }

  /** What is said beside some words of a post about some topics on a network. */
  public Disclosure of(Network network, List<Long> topics, String words) {
    List<DisclosureRule> about =
        rules.stream().filter(rule -> rule.isAbout(network, topics)).toList();
    if (about.isEmpty()) {
      return Disclosure.NONE;
    }
    List<DisclosureRule> spoken = spoken(about, words);
    Disclosure.Mode mode =
        spoken.stream()
            .max(
                Comparator.comparingInt(DisclosureRule::weightOfMode)
                    .thenComparing(DisclosureRule::mode))
            .map(DisclosureRule::mode)
            .orElse(Disclosure.Mode.OFF);
    if (mode == Disclosure.Mode.OFF) {
      return Disclosure.NONE;
    }
    return said(spoken)
        .map(rule -> new Disclosure(mode, rule.words(), rule.shorter()))
        .orElse(Disclosure.NONE);
  }

  /** The same with a rule in the place of the one about the same shares. */
  public DisclosureRules with(DisclosureRule rule) {
    var all = new ArrayList<>(rules);
    all.replaceAll(other -> other.sameShares(rule) ? rule : other);
    if (!all.contains(rule)) {
      all.add(rule);
    }
    return new DisclosureRules(all);
  }

  /** Rules by which something is to be said, for shares of which no rule has the words. */
  public List<DisclosureRule> unsaid() {
    return rules.stream()
        .filter(rule -> rule.mode() != Disclosure.Mode.OFF && !hasWordsFor(rule))
        .toList();
  }

  private boolean hasWordsFor(DisclosureRule rule) {
    return rules.stream()
        .filter(other -> !other.words().isEmpty())
        .filter(other -> other.network() == null || other.network() == rule.network())
        .filter(
            other ->
                other.language() == null
                    || rule.language() == null
                    || other.language().equals(rule.language()))
        .anyMatch(other -> other.topic() == 0 || other.topic() == rule.topic());
  }

  /** Whether a member could leave anything out. */
  public boolean advises() {
    return rules.stream().anyMatch(rule -> rule.mode() == Disclosure.Mode.ADVISED);
  }

  private static Optional<DisclosureRule> said(List<DisclosureRule> spoken) {
    return spoken.stream()
        .filter(rule -> !rule.words().isEmpty())
        .max(Comparator.comparingInt(DisclosureRule::weightOfWords));
  }

  /**
   * The rules that hold for the language of some words. Where it cannot be told, or no rule is
   * about it, the language of the first rule is taken: said in another language is better than not
   * said.
   */
  private static List<DisclosureRule> spoken(List<DisclosureRule> about, String words) {
    Optional<Language> told = SpokenLanguage.of(words);
    boolean known =
        told.isPresent()
            && about.stream()
                .filter(rule -> !rule.words().isEmpty())
                .anyMatch(rule -> rule.language() == null || rule.language().equals(told.get()));
    Optional<Language> language =
        known
            ? told
            : about.stream()
                .filter(rule -> rule.language() != null)
                .map(DisclosureRule::language)
                .findFirst();
    return about.stream()
        .filter(
            rule -> rule.language() == null || language.filter(rule.language()::equals).isPresent())
        .toList();
  }
}
