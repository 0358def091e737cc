package io.herald.chat;

import io.herald.checks.Finding;
import io.herald.checks.Severity;
import io.herald.store.Tx;
import io.herald.words.Text;
import io.herald.words.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says what checks found: the rule, the very words, why it matters, and what to write instead. */
final class FindingWords {
  /** The most of somebody's words that is repeated to them. */
  private static final int QUOTED = 80;

  /** The most findings that a card tells, and a field. */
  private static final int ON_CARD = 8;

  private static final int AT_FIELD = 2;

  private FindingWords() {}

  /** All of a finding, over a few lines. */
  static Text whole(DraftChecks.Found found) {
    Finding finding = found.finding();
    return Words.text(
        "check.finding",
        Text.strong(label(found) + ": " + finding.name()),
        quoted(finding),
        finding.why(),
        finding.better());
  }

  /** A finding on a review card, with who let it through. */
  static Text onReview(Tx tx, DraftChecks.Found found, Names names) {
    Text text = whole(found);
    return found.let() == null
        ? text
        : text.then(" ")
            .then(
                Words.text(
                    "check.let",
                    Text.strong(names.at(tx, found.let().member())),
                    found.let().reason()));
  }

  private static String label(DraftChecks.Found found) {
    if (found.let() != null) {
      return Words.say("check.overridden");
    }
    if (found.blocks()) {
      return Words.say("check.blocks");
    }
    return Words.say(
        found.finding().severity() == Severity.ADVICE ? "check.advice" : "check.warning");
  }

  private static Text quoted(Finding finding) {
    return finding.words().isEmpty()
        ? Text.of("")
        : Words.text("check.quoted", Shorten.with(finding.words(), QUOTED)).then(" ");
  }

  /** As many as a card holds, and how many more there are. */
  static List<Text> some(List<Text> all) {
    if (all.size() <= ON_CARD) {
      return all;
    }
    var some = new ArrayList<>(all.subList(0, ON_CARD));
    some.add(Text.of(Words.count("check.more", all.size() - ON_CARD)));
    return some;
  }

  /** What to say at the fields of a form in which something blocks. */
  static Map<String, Text> atFields(List<DraftChecks.Found> blocking, boolean overridable) {
    Map<String, Text> mistakes = new LinkedHashMap<>();
    DraftChecks.byField(blocking)
        .forEach((field, found) -> mistakes.put(field, atField(found, overridable)));
    return mistakes;
  }

  private static Text atField(List<DraftChecks.Found> found, boolean overridable) {
    Text text = Text.of("");
    for (DraftChecks.Found one : found.subList(0, Math.min(AT_FIELD, found.size()))) {
      Finding finding = one.finding();
      text =
          text.then(
                  Words.text(
                      "check.at_field",
                      finding.name(),
                      quoted(finding),
                      finding.why(),
                      finding.better()))
              .then(" ");
    }
    if (found.size() > AT_FIELD) {
      text = text.then(Words.count("check.more", found.size() - AT_FIELD)).then(" ");
    }
    boolean firm = found.stream().anyMatch(one -> one.finding().firm());
    return overridable && !firm ? text.then(Words.text("check.or_ask")) : text;
  }
}
