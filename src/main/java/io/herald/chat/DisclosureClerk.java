package io.herald.chat;

import io.herald.members.OrganisationSettings;
import io.herald.policy.DisclosureRule;
import io.herald.policy.DisclosureRules;
import io.herald.policy.Disclosures;
import io.herald.post.Topic;
import io.herald.post.Topics;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Saying what is disclosed; whoever calls it has seen to it that an admin asks. */
final class DisclosureClerk implements Clerk<Intent.Disclosing> {
  private final Disclosures disclosures;
  private final Topics topics;
  private final OrganisationSettings organisation;
  private final DisclosureCards cards;

  DisclosureClerk(
      Disclosures disclosures,
      Topics topics,
      OrganisationSettings organisation,
      DisclosureCards cards) {
    this.cards = cards;
    this.organisation = organisation;
    this.disclosures = disclosures;
    this.topics = topics;
  }

  @Override
  public Reply handle(Turn turn, Intent.Disclosing intent) {
    DisclosureRules rules = disclosures.rules(turn.tx());
    List<Topic> offered = topics.offered(turn.tx());
    if (intent instanceof Intent.OpenDisclosure) {
      return new Reply.Open(
          DisclosureForm.draw(rules, offered, organisation.name(turn.tx()).orElse("")));
    }
    DisclosureForm.Read read = DisclosureForm.read(turn.values(), rules, offered);
    @Nullable DisclosureRule rule = read.rule();
    if (rule == null) {
      return new Reply.Correct(read.mistakes());
    }
    disclosures.set(turn.tx(), turn.member(), rule);
    String name = turn.values().text(DisclosureForm.NAME).replaceAll("\\s+", " ").strip();
    if (!name.isEmpty()) {
      organisation.name(turn.tx(), turn.member(), name);
    }
    DisclosureRules now = disclosures.rules(turn.tx());
    cards.changed(turn.tx(), rules, now);
    return new Reply.Say(DisclosureForm.now(now, offered));
  }
}
