package io.herald.chat;

import io.herald.insights.Insights;
import io.herald.insights.Numbers;
import io.herald.members.AttentionChoices;
import io.herald.members.OrganisationSettings;
import io.herald.members.Person;
import io.herald.network.Network;
import io.herald.post.Posts;
import io.herald.store.Tx;
import io.herald.words.Text;
import io.herald.words.Words;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What came of posts, in words; small groups stay hidden. */
final class StatsCards {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

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
                  .then(line(post.numbers(), threshold))
                  .then("\n")
                  .then(Words.text("stats.live", post.liveAt())),
              null,
              List.of(
                  Choice.of(Words.say("stats.details"), new Intent.ShowPostStats(post.post()))
                      .spoken(
                          Words.say("list.spoken", Words.say("stats.details"), post.headline())))));
    }
    var choices = new ArrayList<>(page.turning(Intent.ShowStats::new));
    choices.add(Choice.of(Words.say("stats.topics"), new Intent.ShowTopicStats(0)));
    parts.add(new Part.Choices(choices));
    parts.add(new Part.Footnote(Words.text("stats.few_note", threshold)));
    return new Card(Words.say("stats.summary", page.items().get(0).headline()), parts);
  }

  /** Topics, ten at a time. */
  Card topics(Tx tx, int skip) {
    long threshold = organisation.threshold(tx);
    Page<Insights.TopicNumbers> page =
        Page.of(skip, Page.TEN, (from, most) -> insights.topics(tx, from, most, threshold));
    var parts = new ArrayList<Part>();
    parts.add(new Part.Heading(Words.say("stats.topics.heading")));
    if (page.items().isEmpty()) {
      return empty(parts);
    }
    for (Insights.TopicNumbers topic : page.items()) {
      Text text =
          Text.strong(topic.name())
              .then(" · ")
              .then(Words.count("stats.of_posts", topic.posts()))
              .then("\n")
              .then(line(topic.numbers(), threshold));
      if (topic.leftOut() > 0) {
        text = text.then("\n").then(Words.count("stats.left_out", topic.leftOut(), threshold));
      }
      parts.add(new Part.Entry(text, null, List.of()));
    }
    var choices = new ArrayList<>(page.turning(Intent.ShowTopicStats::new));
    choices.add(Choice.of(Words.say("stats.posts.button"), new Intent.ShowStats(0)));
    parts.add(new Part.Choices(choices));
    parts.add(new Part.Footnote(Words.text("stats.few_note", threshold)));
    return new Card(Words.say("stats.topics.summary"), parts);
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
    Text line = line(post.numbers(), threshold);
    parts.add(new Part.Lead(line));
    var facts = new ArrayList<Part.Fact>();
    facts.add(fact("stats.fact.failed", number(post.failed())));
    facts.add(fact("stats.fact.skipped", number(post.skipped())));
    if (post.unknown() > 0) {
      facts.add(fact("stats.fact.unknown", number(post.unknown())));
    }
    if (post.toApproval() != null) {
      facts.add(fact("stats.fact.approval", Text.of(span(post.toApproval()))));
    }
    parts.add(new Part.Facts(facts));
    if (!post.numbers().few(threshold)) {
      parts.add(new Part.Lead(Text.strong(Words.say("stats.by_network"))));
      parts.add(
          new Part.Facts(
              insights.byNetwork(tx, post.post(), threshold).stream()
                  .map(p -> new Part.Fact(network(p.name()), part(p, threshold)))
                  .toList()));
      parts.add(new Part.Lead(Text.strong(Words.say("stats.by_day"))));
      parts.add(
          new Part.Facts(
              insights.byDay(tx, post.post(), threshold).stream()
                  .map(p -> new Part.Fact(day(p.name()), part(p, threshold)))
                  .toList()));
    }
    parts.add(
        new Part.Choices(
            List.of(Choice.of(Words.say("stats.posts.button"), new Intent.ShowStats(0)))));
    parts.add(new Part.Footnote(Words.text("stats.few_note", threshold)));
    return new Card(
        Words.say("stats.post.summary", post.headline(), line.plain(ZoneOffset.UTC)), parts);
  }

  /** The report of a week, for a lead. */
  Card week(Tx tx, LocalDate monday, Person person) {
    long threshold = organisation.threshold(tx);
    Insights.Week week = insights.week(tx, monday, threshold);
    String name = Words.say("report.week", DAY.format(monday), DAY.format(monday.plusDays(6)));
    var parts = new ArrayList<Part>();
    parts.add(new Part.Heading(name));
    Text lead =
        Text.of(Words.count("report.went_live", week.wentLive()))
            .then(" ")
            .then(line(week.numbers(), threshold))
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
        .then(line(week.numbers(), organisation.threshold(tx)));
  }

  /** "delivered to 8,412 · shared by 213 people, 240 times · 1,204 visits · 8,199 did not share" */
  private static Text line(Numbers numbers, long threshold) {
    Text delivered =
        numbers.delivered() < threshold
            ? Words.text("stats.delivered_few", threshold)
            : Words.text("stats.delivered", count(numbers.delivered()));
    if (numbers.few(threshold)) {
      return delivered.then(" · ").then(Words.text("stats.shared_few", threshold));
    }
    long ignored = numbers.ignored();
    boolean nearlyAll = numbers.delivered() >= threshold && ignored < threshold;
    Text shared =
        nearlyAll
            ? Words.text("stats.shared_nearly_all")
            : Words.text("stats.shared", count(numbers.people()), count(numbers.shares()));
    Text all = delivered.then(" · ").then(shared).then(" · ").then(visits(numbers));
    return nearlyAll || numbers.delivered() < threshold
        ? all
        : all.then(" · ").then(Words.text("stats.ignored", count(ignored)));
  }

  private static Text part(Insights.Part part, long threshold) {
    Text shared =
        part.shown()
            ? Words.text(
                "stats.shared", count(part.numbers().people()), count(part.numbers().shares()))
            : Words.text("stats.part_few", threshold);
    return part.visitsShown() ? shared.then(" · ").then(visits(part.numbers())) : shared;
  }

  private static Text visits(Numbers numbers) {
    return Text.of(Words.count("visits", numbers.visits()));
  }

  private static String network(String slug) {
    return Network.ofSlug(slug).map(Network::label).orElse(slug);
  }

  private static String day(String date) {
    return DAY.format(LocalDate.parse(date));
  }

  private static String span(Duration time) {
    if (time.toDays() > 1) {
      return Words.count("span.days", time.toDays());
    }
    return time.toHours() > 0
        ? Words.count("span.hours", time.toHours())
        : Words.count("span.minutes", Math.max(1, time.toMinutes()));
  }

  private static Part.Fact fact(String key, Text text) {
    return new Part.Fact(Words.say(key), text);
  }

  private static Text number(long number) {
    return Text.of(count(number));
  }

  private static String count(long number) {
    return String.format(Locale.ENGLISH, "%,d", number);
  }
}
