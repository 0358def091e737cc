package io.herald.chat;

import io.herald.members.Platform;
import io.herald.network.Network;
import io.herald.policy.AccountKind;
import io.herald.policy.Acknowledgement;
import io.herald.policy.Bio;
import io.herald.policy.Disclosure;
import io.herald.policy.DisclosureRule;
import io.herald.policy.DisclosureRules;
import io.herald.policy.Language;
import io.herald.policy.OwnAccount;
import io.herald.policy.PolicyDocument;
import io.herald.policy.PolicyText;
import io.herald.policy.Readers;
import io.herald.policy.Standing;
import io.herald.post.Topic;
import io.herald.share.ShareText;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The cards and forms about the policy and about disclosing, as both platforms draw them. */
public final class PolicySamples {
  private static final Instant AT = Instant.parse("2026-11-22T09:30:00Z");
  private static final Language GERMAN = new Language("de");
  private static final PolicyDocument DOCUMENT =
      new PolicyDocument(
          3,
          2,
          AT,
          null,
          Readers.EVERYBODY,
          List.of(
              new PolicyText(
                  Language.ENGLISH,
                  "Sharing at <Acme>",
                  "https://acme.example/policy",
                  "Say who you are.\nBe *kind*; leave customers & numbers out."),
              new PolicyText(
                  GERMAN, "Teilen bei Acme", "https://acme.example/de", "Sag, wer du bist.")));
  private static final Disclosure DISCLOSURE =
      new Disclosure(Disclosure.Mode.REQUIRED, "I work for Acme", "#AcmeEmployee");
  private static final Topic HIRING = new Topic(2, "Hiring", false);

  private PolicySamples() {}

  /** The cards, by the name of their file. */
  public static Map<String, Card> cards(Platform platform) {
    var cards = new LinkedHashMap<String, Card>();
    cards.put("policy-list", PolicyCard.list(List.of(stands(1)), platform, true));
    cards.put("policy-joining", PolicyCard.joining(stands(null), Language.ENGLISH));
    cards.put("policy-asked", PolicyCard.asking(stands(1), 2, platform));
    cards.put("policy-thanks", PolicyCard.thanks(stands(2), List.of(stands(null))));
    cards.put("first-share", FirstShareCard.draw("We are hiring", shown(), buttons()));
    cards.put("practised", FirstShareCard.practised(shown().get(1)));
    cards.put("bio", bio());
    return cards;
  }

  /** The forms, by the name of their file. */
  public static Map<String, Form> forms() {
    var forms = new LinkedHashMap<String, Form>();
    forms.put(
        "policy-form",
        PolicyForm.draw(
            "New version",
            new Intent.SavePolicy(3, 2),
            DOCUMENT.first(),
            List.of(Language.ENGLISH, GERMAN),
            new Readers(List.of(2L), List.of()),
            List.of(HIRING)));
    var rule =
        new DisclosureRule(
            null, Network.X, 2, DISCLOSURE.mode(), DISCLOSURE.words(), DISCLOSURE.shorter());
    forms.put(
        "disclosure-form",
        DisclosureForm.draw(new DisclosureRules(List.of(rule)), List.of(HIRING), "Acme"));
    return forms;
  }

  /** A member who last acknowledged a version, or none. */
  private static Standing stands(@Nullable Integer version) {
    return new Standing(
        DOCUMENT, version == null ? null : new Acknowledgement(3, version, Language.ENGLISH, AT));
  }

  private static List<ShareText> shown() {
    return ShareButtons.ON_CARD.stream()
        .map(
            network ->
                ShareText.of(
                    network,
                    "We are hiring",
                    "Come & work with us: " + "there is room for you. ".repeat(10).strip(),
                    DISCLOSURE,
                    "https://herald.example/c/1234567890"))
        .toList();
  }

  private static List<Choice> buttons() {
    return List.of(
        Choice.link("Share on LinkedIn", "https://herald.example/s/a", "1-linkedin"),
        Choice.link("Share on X with #AcmeEmployee", "https://herald.example/s/b", "1-x"));
  }

  private static Card bio() {
    var bio = new Bio("Engineer", "Acme");
    String line = bio.line(Network.LINKEDIN, AccountKind.PROFESSIONAL);
    return BioCard.draw(
        bio,
        List.of(
            new OwnAccount(Network.LINKEDIN, AccountKind.PROFESSIONAL, line, AT),
            new OwnAccount(Network.X, AccountKind.HYBRID, null, null)),
        Optional.empty());
  }
}
