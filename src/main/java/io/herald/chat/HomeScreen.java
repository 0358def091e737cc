package io.herald.chat;

import io.herald.campaign.Campaign;
import io.herald.members.AccountFacts.Kind;
import io.herald.members.Attention;
import io.herald.members.People;
import io.herald.members.Person;
import io.herald.members.Role;
import io.herald.members.Roles;
import io.herald.policy.Policies;
import io.herald.policy.Standing;
import io.herald.post.Post;
import io.herald.review.Review;
import io.herald.store.Tx;
import io.herald.words.Text;
import io.herald.words.Words;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Home: what waits for this person first, then what they can share, what they wrote, and their own
 * numbers.
 */
final class HomeScreen {
  private final People people;
  private final Attention attention;
  private final Roles roles;
  private final Homes homes;
  private final ReviewQueue queue;
  private final Pipeline pipeline;
  private final FeedList feed;
  private final MineList mine;
  private final StatsCards stats;
  private final CampaignList campaigns;
  private final Policies policies;

  HomeScreen(
      People people,
      Attention attention,
      Roles roles,
      Homes homes,
      ReviewQueue queue,
      Pipeline pipeline,
      FeedList feed,
      MineList mine,
      StatsCards stats,
      CampaignList campaigns,
      Policies policies) {
    this.people = people;
    this.attention = attention;
    this.roles = roles;
    this.homes = homes;
    this.queue = queue;
    this.pipeline = pipeline;
    this.feed = feed;
    this.mine = mine;
    this.stats = stats;
    this.campaigns = campaigns;
    this.policies = policies;
  }

  Card draw(Tx tx, Person person) {
    if (!people.belongs(tx, person)) {
      return closed(
          Words.text(person.kind() == Kind.UNKNOWN ? "home.one_moment" : "refusal.not_a_member"));
    }
    var parts = new ArrayList<Part>();
    top(person, parts);
    pause(tx, person, parts);
    policy(tx, person, parts);
    reviews(tx, person, parts);
    if (roles.holds(tx, person.member(), Role.LEAD)
        || roles.holds(tx, person.member(), Role.ADMIN)) {
      campaigns.trouble(tx).ifPresent(parts::add);
      campaigns(tx, person, parts);
      pipeline(tx, person, parts);
      week(tx, parts);
    }
    feed(tx, person, parts);
    drafts(tx, person, parts);
    numbers(tx, person, parts);
    parts.add(
        new Part.Footnote(
            Words.text("welcome.footnote", Commands.typed(person.platform(), "help"))));
    return new Card(Words.say("home.summary"), parts);
  }

  private static Card closed(Text why) {
    return new Card(
        why.plain(ZoneOffset.UTC),
        List.of(new Part.Heading(Words.say("welcome")), new Part.Lead(why)));
  }

  private static void top(Person person, List<Part> parts) {
    Choice draft = Choice.of(Words.say("draft.title"), new Intent.OpenDraft());
    Choice settings = Choice.of(Words.say("settings.title"), new Intent.OpenSettings());
    if (person.joined()) {
      parts.add(new Part.Choices(List.of(Choice.main(draft.label(), draft.intent()), settings)));
      return;
    }
    parts.add(new Part.Heading(Words.say("welcome")));
    parts.add(new Part.Lead(Words.text("welcome.who")));
    parts.add(new Part.Lead(Words.text("welcome.joining")));
    parts.add(
        new Part.Choices(
            List.of(Choice.main(Words.say("join"), new Intent.Join()), draft, settings)));
  }

  private void pause(Tx tx, Person person, List<Part> parts) {
    Instant until = attention.pausedUntil(tx, person.member());
    if (person.joined() && until != null) {
      parts.add(
          new Part.Entry(
              Words.text("attention.paused_until", until),
              null,
              List.of(Choice.of(Words.say("attention.resume"), new Intent.Resume()))));
    }
  }

  /** What waits to be read, for whoever joined: whoever joins sees it then. */
  private void policy(Tx tx, Person person, List<Part> parts) {
    if (!person.joined()) {
      return;
    }
    for (Standing waiting : policies.waiting(tx, person.member())) {
      String title = waiting.text().title();
      parts.add(
          new Part.Entry(
              Words.text("home.policy", Text.strong(title)),
              null,
              List.of(
                  Choice.of(
                          Words.say("policy.read"),
                          new Intent.ReadPolicy(waiting.document().id(), ""))
                      .spoken(Words.say("list.spoken", Words.say("policy.read"), title)))));
    }
  }

  private void reviews(Tx tx, Person person, List<Part> parts) {
    Page<Review> page =
        queue.page(
            tx, person.member(), skipped(tx, person, HomeList.REVIEWS), HomeList.REVIEWS.size());
    boolean approver = roles.holds(tx, person.member(), Role.APPROVER);
    if (page.items().isEmpty() && !approver) {
      return;
    }
    section(parts, "home.reviews", page.items().isEmpty());
    page.items().forEach(review -> parts.add(queue.draw(tx, review, person.member())));
    press(parts, page.turningFromOldest(skip -> turn(HomeList.REVIEWS, skip)));
  }

  private void campaigns(Tx tx, Person person, List<Part> parts) {
    Page<Campaign> page =
        campaigns.page(tx, skipped(tx, person, HomeList.CAMPAIGNS), HomeList.CAMPAIGNS.size());
    if (page.items().isEmpty()) {
      return;
    }
    section(parts, "home.campaigns", false);
    page.items().forEach(campaign -> parts.add(campaigns.draw(tx, campaign)));
    var choices = new ArrayList<Choice>();
    choices.add(Choice.of(Words.say("campaign.new"), new Intent.NewCampaign()));
    choices.addAll(page.turning(skip -> turn(HomeList.CAMPAIGNS, skip)));
    press(parts, choices);
  }

  private void pipeline(Tx tx, Person person, List<Part> parts) {
    Page<Post> page =
        pipeline.page(tx, skipped(tx, person, HomeList.PIPELINE), HomeList.PIPELINE.size());
    section(parts, "home.pipeline", page.items().isEmpty());
    page.items().forEach(post -> parts.add(pipeline.draw(tx, post)));
    press(parts, page.turningFromOldest(skip -> turn(HomeList.PIPELINE, skip)));
  }

  private void week(Tx tx, List<Part> parts) {
    parts.add(new Part.Divider());
    parts.add(new Part.Heading(Words.say("home.week")));
    parts.add(
        new Part.Entry(
            stats.weekSoFar(tx),
            null,
            List.of(Choice.of(Words.say("stats.posts"), new Intent.ShowStats(0)))));
  }

  private void feed(Tx tx, Person person, List<Part> parts) {
    Page<Post> page = feed.page(tx, skipped(tx, person, HomeList.FEED), HomeList.FEED.size());
    List<Part> entries = feed.draw(tx, person.member(), page.items());
    section(parts, "home.feed", entries.isEmpty());
    parts.addAll(entries);
    press(parts, page.turning(skip -> turn(HomeList.FEED, skip)));
  }

  private void drafts(Tx tx, Person person, List<Part> parts) {
    Page<Post> page =
        mine.drafts(tx, person.member(), skipped(tx, person, HomeList.MINE), HomeList.MINE.size());
    section(parts, "home.drafts", page.items().isEmpty());
    page.items().forEach(post -> parts.add(mine.draft(tx, post)));
    press(parts, page.turning(skip -> turn(HomeList.MINE, skip)));
  }

  private void numbers(Tx tx, Person person, List<Part> parts) {
    MineList.Numbers numbers = mine.numbers(tx, person.member());
    section(parts, "home.numbers", numbers.shares() == 0);
    if (numbers.shares() > 0) {
      parts.add(
          new Part.Facts(
              List.of(
                  new Part.Fact(Words.say("home.numbers.posts"), number(numbers.posts())),
                  new Part.Fact(Words.say("home.numbers.shares"), number(numbers.shares())),
                  new Part.Fact(Words.say("home.numbers.visits"), number(numbers.visits())))));
      parts.add(
          new Part.Footnote(
              Words.text("home.numbers.note", Commands.typed(person.platform(), "mine"))));
    }
  }

  /** The head of a section, and a line that teaches where there is nothing in it. */
  private static void section(List<Part> parts, String key, boolean empty) {
    parts.add(new Part.Divider());
    parts.add(new Part.Heading(Words.say(key)));
    if (empty) {
      parts.add(new Part.Lead(Words.text(key + ".empty")));
    }
  }

  private static void press(List<Part> parts, List<Choice> choices) {
    if (!choices.isEmpty()) {
      parts.add(new Part.Choices(choices));
    }
  }

  private int skipped(Tx tx, Person person, HomeList list) {
    return homes.skipped(tx, person, list);
  }

  private static Intent turn(HomeList list, int skip) {
    return new Intent.TurnHome(list.word(), skip);
  }

  private static Text number(long number) {
    return Text.of(String.format(java.util.Locale.ENGLISH, "%,d", number));
  }
}
