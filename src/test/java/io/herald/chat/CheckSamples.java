package io.herald.chat;

import io.herald.checks.Finding;
import io.herald.checks.Packs;
import io.herald.checks.Severity;
import io.herald.checks.Span;
import io.herald.members.Platform;
import io.herald.policy.DisclosureRules;
import io.herald.share.ShareLinks;
import io.herald.testkit.House;
import java.net.URI;
import java.util.List;

/** The cards and forms about checks, as both platforms draw them. */
public final class CheckSamples {
  private static final Finding PHONE =
      new Finding(
          "everyday.phone",
          "Telephone number",
          Severity.BLOCKING,
          new Span(5, 17),
          "0171 2345678",
          "A post is public.",
          "Leave it out.",
          false);
  private static final Finding TAG =
      new Finding(
          "everyday.hashtag-case",
          "Hashtag without capitals",
          Severity.ADVICE,
          new Span(20, 39),
          "#womenintechnology",
          "A screen reader reads it as one word.",
          "Write #WomenInTechnology.",
          false);
  private static final List<DraftChecks.Found> FOUND =
      List.of(
          new DraftChecks.Found(DraftForm.TEXT, PHONE, true, null),
          new DraftChecks.Found(DraftForm.TEXT, TAG, false, null));

  private CheckSamples() {}

  public static Card check() {
    var rules = new DraftRules(new ShareLinks(URI.create("https://herald.example")));
    return new CheckCard(rules)
        .draw("Call 0171 2345678: #womenintechnology", FOUND, DisclosureRules.NONE);
  }

  public static Form override() {
    return OverrideForm.draw(FOUND.subList(0, 1), new Intent.LetThrough(7, 0));
  }

  /** The packs as they come. */
  public static Card packs(Platform platform) {
    try (var house = new House()) {
      List<Packs.Standing> all = house.list(tx -> house.packs.all(tx));
      return PacksCard.draw(all.subList(0, 1), 0, platform);
    }
  }
}
