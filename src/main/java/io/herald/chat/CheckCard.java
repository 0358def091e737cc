package io.herald.chat;

import io.herald.members.People;
import io.herald.network.Network;
import io.herald.policy.DisclosureRules;
import io.herald.share.ShareText;
import io.herald.words.Text;
import io.herald.words.Words;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the checks say of a text, to whoever asked alone. */
final class CheckCard {
  private final DraftRules rules;

  CheckCard(DraftRules rules) {
    this.rules = rules;
  }

  /**
   * @param disclosures what is said beside words about nothing in particular
   */
  Card draw(String words, List<DraftChecks.Found> found, DisclosureRules disclosures) {
    var parts = new ArrayList<Part>();
    parts.add(new Part.Heading(Words.say("check.title")));
    Text verdict = verdict(found);
    parts.add(new Part.Lead(verdict));
    parts.add(new Part.Body(Shorten.with(words, 600)));
    if (!found.isEmpty()) {
      parts.add(findings(found));
    }
    List<ShareText> shown = shown(words, disclosures);
    var facts = new ArrayList<Part.Fact>();
    facts.add(new Part.Fact(Words.say("review.lengths"), lengths(shown)));
    DisclosureLines.of(shown)
        .ifPresent(said -> facts.add(new Part.Fact(Words.say("review.disclosure"), said)));
    parts.add(new Part.Facts(facts));
    parts.add(new Part.Footnote(Words.text("check.footnote")));
    return new Card(verdict.plain(ZoneOffset.UTC), parts);
  }

  /** To somebody whose own words were taken, and deserve a second look. */
  static Card saved(List<DraftChecks.Found> found) {
    Text lead = Words.text("check.saved");
    return new Card(lead.plain(ZoneOffset.UTC), List.of(new Part.Lead(lead), findings(found)));
  }

  private static Part findings(List<DraftChecks.Found> found) {
    return new Part.Findings(FindingWords.some(found.stream().map(FindingWords::whole).toList()));
  }

  private static Text verdict(List<DraftChecks.Found> found) {
    long blocking = found.stream().filter(DraftChecks.Found::blocks).count();
    if (blocking > 0) {
      return Text.of(Words.count("check.verdict.blocks", blocking));
    }
    return found.isEmpty()
        ? Words.text("check.verdict.clear")
        : Text.of(Words.count("check.verdict.look", found.size()));
  }

  private List<ShareText> shown(String words, DisclosureRules disclosures) {
    return Stream.of(Network.LINKEDIN, Network.X, Network.BLUESKY, Network.THREADS)
        .map(network -> rules.asShown(network, "", words, List.of(People.GENERAL), disclosures))
        .toList();
  }

  /** "LinkedIn 212 of 3,000" and so on, with all that will stand beside the words. */
  private static Text lengths(List<ShareText> texts) {
    return Text.of(
        texts.stream()
            .map(
                shown ->
                    Words.say(
                        shown.fits() ? "review.length" : "review.length.over",
                        shown.network().label(),
                        ReviewCard.number(shown.length().count()),
                        ReviewCard.number(shown.length().limit())))
            .collect(Collectors.joining("\n")));
  }
}
