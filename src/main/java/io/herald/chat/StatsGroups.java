package io.herald.chat;

import io.herald.insights.Insights;
import io.herald.members.OrganisationSettings;
import io.herald.store.Tx;
import io.herald.words.Text;
import io.herald.words.Words;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.LongFunction;

/** What came of the posts of topics and campaigns, in words. */
record StatsGroups(Insights insights, OrganisationSettings organisation) {

  /** Topics, ten at a time. */
  Card topics(Tx tx, int skip) {
    long threshold = organisation.threshold(tx);
    return list(
        "stats.topics",
        Page.of(skip, Page.TEN, (from, most) -> insights.topics(tx, from, most, threshold)),
        StatsCards.View.TOPICS,
        Intent.ShowTopicStats::new,
        Intent.ShowTopicDetails::new,
        threshold);
  }

  /** Campaigns, ten at a time. */
  Card campaigns(Tx tx, int skip) {
    long threshold = organisation.threshold(tx);
    return list(
        "stats.campaigns",
        Page.of(skip, Page.TEN, (from, most) -> insights.campaigns(tx, from, most, threshold)),
        StatsCards.View.CAMPAIGNS,
        Intent.ShowCampaignStats::new,
        Intent.ShowCampaignDetails::new,
        threshold);
  }

  private static Card list(
      String key,
      Page<Insights.Group> page,
      StatsCards.View view,
      IntFunction<Intent> turn,
      LongFunction<Intent> open,
      long threshold) {
    var parts = new ArrayList<Part>();
    parts.add(new Part.Heading(Words.say(key + ".heading")));
    if (page.items().isEmpty()) {
      parts.add(new Part.Lead(Words.text(key + ".empty")));
    }
    for (Insights.Group group : page.items()) {
      Text text =
          Text.strong(group.name())
              .then(" · ")
              .then(Words.count("stats.of_posts", group.posts()))
              .then("\n")
              .then(StatsLines.line(group.numbers(), threshold));
      if (group.leftOut() > 0) {
        text = text.then("\n").then(Words.count("stats.left_out", group.leftOut(), threshold));
      }
      parts.add(
          new Part.Entry(
              text,
              null,
              List.of(
                  Choice.of(Words.say("stats.details"), open.apply(group.id()))
                      .spoken(
                          Words.say("list.spoken", Words.say("stats.details"), group.name())))));
    }
    var choices = new ArrayList<>(page.turning(turn));
    choices.addAll(StatsCards.turning(view));
    parts.add(new Part.Choices(choices));
    parts.add(new Part.Footnote(Words.text("stats.few_note", threshold)));
    return new Card(Words.say(key + ".summary"), parts);
  }

  /** One topic or campaign, by network and by day. */
  Card whole(Insights.Whole whole, Choice back, long threshold) {
    Insights.Group group = whole.group();
    Text line = StatsLines.line(group.numbers(), threshold);
    var parts = new ArrayList<Part>();
    parts.add(new Part.Heading(group.name()));
    parts.add(new Part.Lead(line));
    var facts = new ArrayList<Part.Fact>();
    facts.add(StatsLines.fact("stats.fact.posts", StatsLines.number(group.posts())));
    if (group.toApproval() != null) {
      facts.add(
          StatsLines.fact(
              group.posts() == 1 ? "stats.fact.approval" : "stats.fact.approval_middle",
              Text.of(StatsLines.span(group.toApproval()))));
    }
    parts.add(new Part.Facts(facts));
    if (group.leftOut() > 0) {
      parts.add(new Part.Lead(Text.of(Words.count("stats.left_out", group.leftOut(), threshold))));
    }
    if (!whole.byNetwork().isEmpty()) {
      parts.addAll(StatsLines.parts(whole.byNetwork(), whole.byDay(), threshold));
    }
    parts.add(new Part.Choices(List.of(back)));
    parts.add(new Part.Footnote(Words.text("stats.few_note", threshold)));
    return new Card(
        Words.say("stats.post.summary", group.name(), line.plain(ZoneOffset.UTC)), parts);
  }
}
