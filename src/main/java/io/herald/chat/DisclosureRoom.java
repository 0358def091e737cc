package io.herald.chat;

import io.herald.checks.Finding;
import io.herald.checks.Severity;
import io.herald.checks.Span;
import io.herald.network.Network;
import io.herald.policy.Disclosure;
import io.herald.policy.DisclosureRules;
import io.herald.post.Content;
import io.herald.post.Freedom;
import io.herald.share.ShareText;
import io.herald.words.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Finds texts that leave no room for what is disclosed, on networks that would take them without
 * it. Where it is required nobody could share them there; where it is advised it would be left out.
 */
record DisclosureRoom(DraftRules rules) {
  private static final String RULE = "disclosure.room";

  /** What is found in a draft, by field of its form. */
  Map<String, List<Finding>> in(Content content, DisclosureRules disclosures) {
    Map<String, List<Finding>> found = new LinkedHashMap<>();
    if (disclosures.rules().isEmpty() || content.freedom() == Freedom.TALKING_POINTS) {
      return found;
    }
    List<Network> unworded =
        Arrays.stream(Network.values()).filter(n -> !content.wordings().containsKey(n)).toList();
    var text = new Text(content.headline(), content.words(), content.topics(), unworded, true);
    put(found, DraftForm.TEXT, in(text, disclosures));
    content
        .wordings()
        .forEach(
            (network, own) -> {
              for (int i = 0; i < own.size(); i++) {
                var wording =
                    new Text(
                        content.headline(), own.get(i), content.topics(), List.of(network), false);
                put(found, DraftForm.wording(network, i + 1), in(wording, disclosures));
              }
            });
    return found;
  }

  /** What is found in words that one member would share on any network. */
  List<Finding> in(String headline, String words, List<Long> topics, DisclosureRules disclosures) {
    var text = new Text(headline, words, topics, Arrays.asList(Network.values()), false);
    return disclosures.rules().isEmpty() ? List.of() : in(text, disclosures);
  }

  /** Whether a network would take some words if nothing were disclosed. */
  private boolean fitsWithout(Network network, String headline, String words, List<Long> topics) {
    return rules.asShown(network, headline, words, topics, DisclosureRules.NONE).fits();
  }

  /**
   * Words with all that decides about the room beside them.
   *
   * @param networks where they would be shared
   * @param wordable whether a network can be given words of its own instead
   */
  private record Text(
      String headline, String words, List<Long> topics, List<Network> networks, boolean wordable) {}

  private List<Finding> in(Text text, DisclosureRules disclosures) {
    Map<Disclosure, List<ShareText>> tight = new LinkedHashMap<>();
    for (Network network : text.networks()) {
      Disclosure said = disclosures.of(network, text.topics(), text.words());
      if (said.words().isEmpty()) {
        continue;
      }
      ShareText shown = rules.asShown(network, text.headline(), text.words(), said.insisted());
      if (!shown.fits() && fitsWithout(network, text.headline(), text.words(), text.topics())) {
        tight.computeIfAbsent(said.shortly(), s -> new ArrayList<>()).add(shown);
      }
    }
    return tight.entrySet().stream()
        .map(entry -> finding(entry.getKey(), entry.getValue(), text))
        .toList();
  }

  private static Finding finding(Disclosure said, List<ShareText> tight, Text text) {
    String key = said.required() ? "finding.disclosure.required" : "finding.disclosure.advised";
    int over = tight.stream().mapToInt(shown -> shown.length().over()).max().orElse(0);
    String shorten = Words.count("finding.disclosure.shorten", Math.max(1, over));
    List<Network> wordable =
        tight.stream().map(ShareText::network).filter(DraftForm.WORDED::contains).toList();
    return new Finding(
        RULE,
        Words.say("finding.disclosure", labels(tight.stream().map(ShareText::network).toList())),
        said.required() ? Severity.BLOCKING : Severity.ADVICE,
        Span.NOWHERE,
        said.words(),
        Words.say(key, lengths(tight)),
        text.wordable() && !wordable.isEmpty()
            ? Words.say("finding.disclosure.or_word", shorten, labels(wordable))
            : Words.say("finding.disclosure.only", shorten),
        false);
  }

  private static String labels(List<Network> networks) {
    return networks.stream().map(Network::label).collect(Collectors.joining(", "));
  }

  /** "X 290 of 280, Bluesky 312 of 300" */
  private static String lengths(List<ShareText> tight) {
    return tight.stream()
        .map(
            shown ->
                Words.say(
                    "review.length",
                    shown.network().label(),
                    ReviewCard.number(shown.length().count()),
                    ReviewCard.number(shown.length().limit())))
        .collect(Collectors.joining(", "));
  }

  private static void put(Map<String, List<Finding>> found, String field, List<Finding> findings) {
    if (!findings.isEmpty()) {
      found.put(field, findings);
    }
  }
}
