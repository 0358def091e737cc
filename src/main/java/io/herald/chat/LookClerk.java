package io.herald.chat;

import io.herald.members.AccountFacts.Kind;
import io.herald.members.People;
import io.herald.members.Person;
import io.herald.members.Role;
import io.herald.members.Roles;
import io.herald.post.Post;
import io.herald.share.Shares;
import io.herald.store.Tx;
import io.herald.words.Refusal;
import io.herald.words.Text;
import io.herald.words.Words;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntFunction;

/** Looking around: menu, help, feed, own drafts and shares, Home; and help with typos. */
final class LookClerk implements Clerk<Intent.Looking> {
  private final People people;
  private final Roles roles;
  private final FeedList feed;
  private final MineList mine;
  private final CardBook cards;
  private final Homes homes;
  private final StatsClerk stats;
  private final Typos typos;
  private final boolean linkable;

  LookClerk(
      People people,
      Roles roles,
      FeedList feed,
      MineList mine,
      CardBook cards,
      Homes homes,
      StatsClerk stats,
      Commands commands,
      boolean linkable) {
    this.linkable = linkable;
    this.people = people;
    this.roles = roles;
    this.feed = feed;
    this.mine = mine;
    this.cards = cards;
    this.homes = homes;
    this.stats = stats;
    this.typos = new Typos(commands);
  }

  @Override
  public Reply handle(Turn turn, Intent.Looking intent) {
    if (intent instanceof Intent.Counting counting) {
      return stats.handle(turn, counting);
    }
    if (intent instanceof Intent.OpenMenu) {
      return show(turn, menu(turn));
    }
    if (intent instanceof Intent.ShowHelp) {
      return show(turn, HelpCard.draw(turn.person(), roles(turn), linkable));
    }
    if (intent instanceof Intent.ShowFeed show) {
      return show(turn, feed(turn, show.skip()));
    }
    if (intent instanceof Intent.ShowMine show) {
      return show(turn, mine(turn, show.skip()));
    }
    if (intent instanceof Intent.Typo typo) {
      return show(turn, typos.help(turn.person(), roles(turn), typo.typed()));
    }
    if (intent instanceof Intent.ShowHome) {
      homes.opened(turn.tx(), turn.person());
      String where = turn.person().platform().name().toLowerCase(Locale.ROOT);
      return new Reply.Say(Words.text("home.shown." + where));
    }
    if (intent instanceof Intent.OpenHome) {
      homes.opened(turn.tx(), turn.person());
      return welcome(turn);
    }
    if (intent instanceof Intent.TurnHome page) {
      HomeList list = HomeList.of(page.list()).orElseThrow(() -> new Refusal("refusal.unknown"));
      homes.turn(turn.tx(), turn.person(), list, page.skip());
      return new Reply.Done();
    }
    if (intent instanceof Intent.Greet) {
      return welcome(turn);
    }
    if (intent instanceof Intent.FollowLink) {
      return new Reply.Done();
    }
    throw new Refusal("refusal.unknown");
  }

  /** New when it was typed; in the place of the card on which somebody pressed for it. */
  private static Reply show(Turn turn, Card card) {
    return turn.place().message() == null ? new Reply.Show(card) : new Reply.Replace(card);
  }

  private Set<Role> roles(Turn turn) {
    Set<Role> held = EnumSet.noneOf(Role.class);
    for (Role role : Role.values()) {
      if (roles.holds(turn.tx(), turn.member(), role)) {
        held.add(role);
      }
    }
    return held;
  }

  /** Once in a life, and only to those who could join and have not. */
  private Reply welcome(Turn turn) {
    Person person = turn.person();
    boolean mayBe = person.kind() == Kind.UNKNOWN || people.belongs(turn.tx(), person);
    if (mayBe && people.welcome(turn.tx(), person) && !person.joined()) {
      cards.want(turn.tx(), CardKind.WELCOME, person.member(), person);
    }
    return new Reply.Done();
  }

  private Card menu(Turn turn) {
    Person person = turn.person();
    if (person.kind() != Kind.UNKNOWN && !people.belongs(turn.tx(), person)) {
      Text why = Words.text("refusal.not_a_member");
      return new Card(why.plain(ZoneOffset.UTC), List.of(new Part.Lead(why)));
    }
    var choices = new ArrayList<Choice>();
    Choice draft = Choice.of(Words.say("draft.title"), new Intent.OpenDraft());
    if (person.joined()) {
      choices.add(Choice.main(draft.label(), draft.intent()));
    } else {
      choices.add(Choice.main(Words.say("join"), new Intent.Join()));
      choices.add(draft);
    }
    choices.add(Choice.of(Words.say("menu.feed"), new Intent.ShowFeed(0)));
    choices.add(Choice.of(Words.say("menu.mine"), new Intent.ShowMine(0)));
    choices.add(Choice.of(Words.say("settings.title"), new Intent.OpenSettings()));
    choices.add(Choice.of(Words.say("menu.help"), new Intent.ShowHelp()));
    return new Card(
        Words.say("menu.summary", Commands.typed(person.platform(), "help")),
        List.of(
            new Part.Lead(Words.text(person.joined() ? "menu.lead" : "menu.lead.not_joined")),
            new Part.Choices(choices)));
  }

  private Card feed(Turn turn, int skip) {
    Tx tx = turn.tx();
    people.mustBelong(tx, turn.person());
    Page<Post> page = feed.page(tx, skip, Page.TEN);
    List<Part> entries = feed.draw(tx, turn.member(), page.items());
    var parts = new ArrayList<Part>();
    parts.add(new Part.Heading(Words.say("feed")));
    if (entries.isEmpty()) {
      Text empty = Words.text("feed.empty");
      parts.add(new Part.Lead(empty));
      parts.add(
          new Part.Choices(List.of(Choice.of(Words.say("draft.title"), new Intent.OpenDraft()))));
      return new Card(empty.plain(ZoneOffset.UTC), parts);
    }
    parts.addAll(entries);
    turning(parts, page, Intent.ShowFeed::new);
    if (!turn.person().joined()) {
      parts.add(new Part.Divider());
      parts.add(
          new Part.Entry(
              Words.text("feed.not_joined"),
              null,
              List.of(Choice.of(Words.say("join"), new Intent.Join()))));
    }
    List<String> headlines = page.items().stream().map(post -> feed.headline(tx, post)).toList();
    return new Card(
        Shorten.with(Words.say("feed.summary", String.join("; ", headlines)), 3_000), parts);
  }

  private Card mine(Turn turn, int skip) {
    Tx tx = turn.tx();
    Page<Post> drafts = mine.drafts(tx, turn.member(), skip, Page.TEN);
    Page<Shares.Mine> shares = mine.shares(tx, turn.member(), skip, Page.TEN);
    var parts = new ArrayList<Part>();
    parts.add(new Part.Heading(Words.say("mine.drafts")));
    if (drafts.items().isEmpty()) {
      parts.add(new Part.Lead(Words.text("mine.no_drafts")));
      parts.add(
          new Part.Choices(List.of(Choice.of(Words.say("draft.title"), new Intent.OpenDraft()))));
    }
    drafts.items().forEach(post -> parts.add(mine.draft(tx, post)));
    parts.add(new Part.Divider());
    parts.add(new Part.Heading(Words.say("mine.shares")));
    if (shares.items().isEmpty()) {
      parts.add(new Part.Lead(Words.text("mine.no_shares")));
      parts.add(
          new Part.Choices(List.of(Choice.of(Words.say("menu.feed"), new Intent.ShowFeed(0)))));
    }
    shares.items().forEach(share -> parts.add(mine.share(tx, turn.person(), share)));
    turning(parts, further(drafts, shares), Intent.ShowMine::new);
    return new Card(
        Words.say(
            "mine.summary",
            drafts.items().size(),
            shares.items().size(),
            Commands.typed(turn.person().platform(), "draft")),
        parts);
  }

  /** Of two lists that turn together, the one that goes on. */
  private static Page<?> further(Page<?> one, Page<?> other) {
    if (one.more() != other.more()) {
      return one.more() ? one : other;
    }
    return one.skip() >= other.skip() ? one : other;
  }

  private static void turning(List<Part> parts, Page<?> page, IntFunction<Intent> at) {
    List<Choice> choices = page.turning(at);
    if (!choices.isEmpty()) {
      parts.add(new Part.Choices(choices));
    }
  }
}
