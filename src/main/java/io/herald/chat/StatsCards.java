package io.herald.chat;

import io.herald.insights.Insights;
import io.herald.members.AttentionChoices;
import io.herald.members.OrganisationSettings;
import io.herald.members.Person;
import io.herald.post.Posts;
import io.herald.store.Tx;
import io.herald.words.Text;
import io.herald.words.Words;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** What came of posts, in words; small groups stay hidden. */
final class StatsCards {
  private final Insights insights;
  private final OrganisationSettings organisation;
  private final Posts posts;

  StatsCards(Insights insights, OrganisationSettings organisation, Posts posts) {
    this.insights = insights;
    this.organisation = organisation;
    this.posts = posts;
  }

  /** Posts, ten at a time. */
  Card posts(Tx tx, int skip) {
    long threshold = organisation.threshold(tx);
    Page<Insights.PostNumbers> page =
        Page.of(skip, Page.TEN, (from, most) -> insights.posts(tx, from, most));
    var parts = new ArrayList<Part>();
    parts.add(new Part.Heading(Words.say("stats.posts")));
    if (page.items().isEmpty()) {
      return empty(parts);
    }
    for (Insights.PostNumbers post : page.items()) {
      parts.add(
          new Part.Entry(
              Text.strong(post.headline())
                  .then("\n")
                  .then(StatsLines.line(post.numbers(), threshold))
                  .then("\n")
                  .then(Words.text("stats.live", post.liveAt())),
              null,
              List.of(
                  Choice.of(Words.say("stats.details"), new Intent.ShowPostStats(post.post()))
                      .spoken(
                          Words.say("list.spoken", Words.say("stats.details"), post.headline())))));
    }
    var choices = new ArrayList<>(page.turning(Intent.ShowStats::new));
    choices.addAll(turning(View.POSTS));
    parts.add(new Part.Choices(choices));
    parts.add(new Part.Footnote(Words.text("stats.few_note", threshold)));
    return new Card(Words.say("stats.summary", page.items().get(0).headline()), parts);
  }

  /** The lists of numbers; from each lead buttons to the others, and to the file with all. */
  enum View {
    POSTS,
    TOPICS,
    CAMPAIGNS
  }

  static List<Choice> turning(View here) {
    var choices = new ArrayList<Choice>();
    if (here != View.POSTS) {
      choices.add(Choice.of(Words.say("stats.posts.button"), new Intent.ShowStats(0)));
    }
    if (here != View.TOPICS) {
      choices.add(Choice.of(Words.say("stats.topics"), new Intent.ShowTopicStats(0)));
    }
    if (here != View.CAMPAIGNS) {
      choices.add(Choice.of(Words.say("stats.campaigns"), new Intent.ShowCampaignStats(0)));
    }
    choices.add(Choice.of(Words.say("stats.file"), new Intent.StatsFile()));
    return choices;
  }

  private static void fact(List<Part.Fact> facts, String key, long number) {
    if (number > 0) {
      facts.add(StatsLines.fact(key, StatsLines.number(number)));
    }
  }

  private static Card empty(List<Part> parts) {
    Text none = Words.text("stats.empty");
    parts.add(new Part.Lead(none));
    return new Card(none.plain(ZoneOffset.UTC), parts);
  }

  /** One post by network and by day. */
  Card post(Tx tx, Insights.PostNumbers post) {
    long threshold = organisation.threshold(tx);
    var parts = new ArrayList<Part>();
    parts.add(new Part.Heading(post.headline()));
    Text line = StatsLines.line(post.numbers(), threshold);
    parts.add(new Part.Lead(line));
    var facts = new ArrayList<Part.Fact>();
    facts.add(StatsLines.fact("stats.fact.live", Text.moment(post.liveAt())));
    if (post.toApproval() != null) {
      facts.add(
          StatsLines.fact("stats.fact.approval", Text.of(StatsLines.span(post.toApproval()))));
    }
    fact(facts, "stats.fact.failed", post.failed());
    fact(facts, "stats.fact.skipped", post.skipped());
    fact(facts, "stats.fact.unknown", post.unknown());
    parts.add(new Part.Facts(facts));
    if (!post.numbers().few(threshold)) {
      parts.addAll(
          StatsLines.parts(
              insights.byNetwork(tx, post.post(), threshold),
              insights.byDay(tx, post.post(), threshold),
              threshold));
    }
    parts.add(
        new Part.Choices(
            List.of(
                Choice.of(Words.say("stats.push"), new Intent.ShowPush(post.post())),
                Choice.of(Words.say("stats.posts.button"), new Intent.ShowStats(0)))));
    parts.add(new Part.Footnote(Words.text("stats.few_note", threshold)));
    return new Card(
        Words.say("stats.post.summary", post.headline(), line.plain(ZoneOffset.UTC)), parts);
  }

  /** The report of a week, for a lead. */
  Card week(Tx tx, LocalDate monday, Person person) {
    long threshold = organisation.threshold(tx);
    Insights.Week week = insights.week(tx, monday, threshold);
    String name =
        Words.say(
            "report.week",
            StatsLines.DAY.format(monday),
            StatsLines.DAY.format(monday.plusDays(6)));
    var parts = new ArrayList<Part>();
    parts.add(new Part.Heading(name));
    Text lead =
        Text.of(Words.count("report.went_live", week.wentLive()))
            .then(" ")
            .then(StatsLines.line(week.numbers(), threshold))
            .then(".");
    parts.add(new Part.Lead(lead));
    for (Insights.Best best : week.best()) {
      String headline = posts.shown(tx, posts.get(tx, best.post())).content().headline();
      parts.add(
          new Part.Entry(
              Text.strong(headline).then("\n").then(Words.count("visits", best.numbers().visits())),
              null,
              List.of(
                  Choice.of(Words.say("stats.details"), new Intent.ShowPostStats(best.post()))
                      .spoken(Words.say("list.spoken", Words.say("stats.details"), headline)))));
    }
    if (week.waiting() > 0) {
      parts.add(new Part.Lead(Text.of(Words.count("report.waiting", week.waiting()))));
    }
    parts.add(
        new Part.Choices(List.of(Choice.of(Words.say("stats.posts"), new Intent.ShowStats(0)))));
    parts.add(
        new Part.Footnote(
            Words.text("report.footnote", Commands.typed(person.platform(), "stats"))));
    return new Card(name + ": " + lead.plain(ZoneOffset.UTC), parts);
  }

  /** What came of the days of this week, in a line. */
  Text weekSoFar(Tx tx) {
    Insights.Week week =
        insights.week(tx, AttentionChoices.week(posts.now()), organisation.threshold(tx));
    return Text.of(Words.count("report.went_live", week.wentLive()))
        .then(" ")
        .then(StatsLines.line(week.numbers(), organisation.threshold(tx)));
  }
}
