package io.herald.chat;

import io.herald.insights.SmallGroups;
import io.herald.members.OrganisationSettings;
import io.herald.members.Platform;
import io.herald.policy.Coverage;
import io.herald.policy.Policies;
import io.herald.policy.PolicyDocument;
import io.herald.post.Topic;
import io.herald.post.Topics;
import io.herald.store.Tx;
import io.herald.words.Text;
import io.herald.words.Words;
import java.util.ArrayList;
import java.util.List;

/** How many have read the policy, in all and by topic; never who, and nothing of small groups. */
final class PolicyStatus {
  private final Policies policies;
  private final Topics topics;
  private final OrganisationSettings organisation;

  PolicyStatus(Policies policies, Topics topics, OrganisationSettings organisation) {
    this.policies = policies;
    this.topics = topics;
    this.organisation = organisation;
  }

  Card draw(Tx tx, Platform platform) {
    long threshold = organisation.threshold(tx);
    List<PolicyDocument> documents = policies.inForce(tx);
    var parts = new ArrayList<Part>();
    parts.add(new Part.Heading(Words.say("policy.status")));
    parts.add(new Part.Lead(Words.text("strictness." + policies.strictness(tx).word())));
    if (documents.isEmpty()) {
      parts.add(new Part.Lead(PolicyCard.none(platform)));
    }
    for (PolicyDocument document : documents) {
      parts.add(new Part.Divider());
      parts.add(
          new Part.Lead(
              Text.strong(document.first().title())
                  .then("\n")
                  .then(Words.text("policy.version", document.version(), document.publishedAt()))));
      var facts = new ArrayList<Part.Fact>();
      facts.add(
          new Part.Fact(
              Words.say("policy.status.all"),
              line(policies.coverage(tx, document.id()), threshold)));
      facts.addAll(byTopic(tx, document, threshold));
      parts.add(new Part.Facts(facts));
    }
    parts.add(new Part.Footnote(Words.text("stats.few_note", threshold)));
    return new Card(
        Words.say(
            "policy.status.summary",
            String.join("; ", documents.stream().map(d -> d.first().title()).toList())),
        parts);
  }

  private List<Part.Fact> byTopic(Tx tx, PolicyDocument document, long threshold) {
    List<Coverage> all = policies.coverageByTopic(tx, document.id());
    List<Boolean> shown = SmallGroups.shown(all.stream().map(Coverage::people).toList(), threshold);
    var facts = new ArrayList<Part.Fact>();
    for (int i = 0; i < all.size(); i++) {
      Coverage coverage = all.get(i);
      facts.add(
          new Part.Fact(
              topics.find(tx, coverage.topic()).map(Topic::name).orElse("?"),
              shown.get(i) ? line(coverage, threshold) : Words.text("stats.part_few")));
    }
    return facts;
  }

  /** "23 of 40 (57 %)"; where a few would stand out, on either side, only that they are few. */
  private static Text line(Coverage coverage, long threshold) {
    long people = coverage.people();
    long left = people - coverage.acknowledged();
    if (people < threshold) {
      return Words.text("stats.part_few");
    }
    String of = ReviewCard.number(people);
    if (left == 0) {
      return Words.text("policy.status.everybody", of);
    }
    if (coverage.acknowledged() < threshold) {
      return Words.text("policy.status.few", threshold, of);
    }
    if (left < threshold) {
      return Words.text("policy.status.nearly", of);
    }
    return Words.text(
        "policy.status.part",
        ReviewCard.number(coverage.acknowledged()),
        of,
        coverage.acknowledged() * 100 / people);
  }
}
