package io.herald.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.herald.members.Person;
import io.herald.outbox.Pacer;
import io.herald.share.Downloads;
import io.herald.store.Tx;
import io.herald.testkit.House;
import io.herald.words.Refusal;
import io.herald.words.Text;
import java.security.SecureRandom;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A house with what stands between people and features; asks clerks as the desk would. */
final class ChatHouse implements AutoCloseable {
  final House house;
  final CardBook cards;
  final Homes homes;
  final Names names;
  final ShareButtons buttons;
  final FeedList feed;
  final MineList mine;
  final ReviewQueue queue;
  final Pipeline pipeline;
  final CampaignList campaigns;
  final StatsCards stats;
  final DraftChecks checks;
  final DisclosureCards disclosed;
  final LastLook lastLook;
  final PostMoves moves;
  final Downloads downloads;
  final StatsClerk statsClerk;
  final LookClerk look;
  final CampaignMoves campaignMoves;
  final CampaignCard campaignCard;
  final PushCard pushCard;
  final PushNews pushNews;
  final SteeringClerk steering;
  final CampaignClerk campaignClerk;
  final SettingsClerk settings;
  final DigestCard digestCard;

  ChatHouse() {
    this(new House());
  }

  ChatHouse(House house) {
    this.house = house;
    cards = new CardBook(house.outbox, house.clock);
    homes = new Homes(house.people, house.roles, house.outbox, house.clock);
    names = new Names(house.people, house.topics);
    buttons =
        new ShareButtons(house.tokens, house.links, new ShareGate(house.policies, house.shares));
    feed = new FeedList(house.posts, house.people, house.roles, house.givens, buttons, names);
    checks =
        new DraftChecks(
            house.packs,
            house.overrides,
            house.policies,
            house.posts,
            house.disclosures,
            new DraftRules(house.links));
    disclosed = new DisclosureCards(house.posts, house.reviews, cards, homes);
    lastLook = new LastLook(checks, house.posts, house.reviews);
    moves =
        new PostMoves(
            house.posts,
            house.reviews,
            lastLook,
            house.broadcasts,
            house.people,
            house.shares,
            cards,
            homes);
    mine =
        new MineList(
            house.posts,
            house.reviews,
            house.deciders,
            house.shares,
            house.organisation,
            new AuthorCard(house.posts, house.reviews, checks, names));
    queue = new ReviewQueue(house.roles, house.posts, house.reviews, house.deciders, names);
    campaignCard =
        new CampaignCard(
            house.campaigns,
            house.posts,
            house.insights,
            house.organisation,
            new AudienceChoices(house.topics, house.campaigns),
            new PresentPace(
                house.people, new Pacer(house.database, house.clock, Pacer.CHANNEL_GAP)));
    campaigns = new CampaignList(house.campaigns, campaignCard);
    pushCard = new PushCard(house.posts, house.broadcasts);
    campaignMoves =
        new CampaignMoves(house.database, house.campaigns, house.posts, moves, cards, homes);
    steering =
        new SteeringClerk(
            house.posts, house.broadcasts, house.campaigns, campaignMoves, pushCard, cards);
    settings =
        new SettingsClerk(
            house.people,
            house.roles,
            house.organisation,
            house.attention,
            house.digests,
            house.topics,
            homes);
    digestCard = new DigestCard(house.digests, house.posts, feed, house.priorities);
    pushNews = new PushNews(house.roles, house.people, house.posts, cards, campaignMoves);
    pipeline = new Pipeline(house.posts, house.reviews, names, house.priorities);
    downloads =
        new Downloads(
            house.database,
            house.records,
            house.clock,
            new SecureRandom(),
            house.links,
            Map.of(StatsCsv.KIND, new StatsCsv(house.insights, house.organisation)));
    campaignClerk =
        new CampaignClerk(
            house.roles,
            house.posts,
            house.campaigns,
            campaignMoves,
            campaignCard,
            campaigns,
            new AudienceChoices(house.topics, house.campaigns),
            new Audiences(house.outbox, house.topics, house.people),
            cards,
            downloads,
            steering);
    stats = new StatsCards(house.insights, house.organisation, house.posts);
    statsClerk =
        new StatsClerk(house.roles, house.insights, house.organisation, stats, mine, downloads);
    look =
        new LookClerk(
            house.people, house.roles, feed, mine, cards, homes, statsClerk, new Commands(), false);
  }

  /** What a clerk answers to an intent in a transaction of its own. */
  <I extends Intent> Reply ask(Clerk<? super I> clerk, Person person, I intent) {
    return ask(clerk, person, intent, Map.of());
  }

  /** As {@link #ask}, from a form. */
  <I extends Intent> Reply ask(
      Clerk<? super I> clerk, Person person, I intent, Map<String, List<String>> values) {
    return ask(clerk, person, intent, new Values(values), Place.NOWHERE);
  }

  /** As {@link #ask}, from somewhere. */
  <I extends Intent> Reply ask(
      Clerk<? super I> clerk, Person person, I intent, Values values, Place place) {
    return house.in(
        tx -> {
          Person now = house.people.identity(tx, person.id());
          var ask = new Ask("key", now.account(), intent, values, place);
          return handle(clerk, new Turn(tx, now, ask), intent);
        });
  }

  @SuppressWarnings("unchecked")
  private static <I extends Intent> Reply handle(Clerk<? super I> clerk, Turn turn, I intent) {
    return ((Clerk<I>) clerk).handle(turn, intent);
  }

  /** The line that a clerk answers with. */
  static String said(Reply reply) {
    assertThat(reply).isInstanceOf(Reply.Say.class);
    return plain(((Reply.Say) reply).text());
  }

  /** The card that a clerk answers with, new or in the place of another. */
  static Card shown(Reply reply) {
    if (reply instanceof Reply.Replace replace) {
      return replace.card();
    }
    assertThat(reply).isInstanceOf(Reply.Show.class);
    return ((Reply.Show) reply).card();
  }

  /** The form that a clerk answers with. */
  static Form opened(Reply reply) {
    assertThat(reply).isInstanceOf(Reply.Open.class);
    return ((Reply.Open) reply).form();
  }

  /** The refusal that something ends in. */
  static String refused(Runnable deed) {
    Refusal refusal = catchThrowableOfType(Refusal.class, deed::run);
    assertThat(refusal).as("a refusal").isNotNull();
    return plain(refusal.text());
  }

  static String plain(Text text) {
    return text.plain(ZoneOffset.UTC);
  }

  /** All words of a card from top to bottom, a line for each part. */
  static String words(Card card) {
    var lines = new ArrayList<String>();
    for (Part part : card.parts()) {
      lines.add(part.in(new PlainPart()));
    }
    return String.join("\n", lines);
  }

  /** Everything that can be pressed on a card, by what stands on it. */
  static List<String> labels(Card card) {
    return choices(card).stream().map(Choice::label).toList();
  }

  static List<Choice> choices(Card card) {
    var all = new ArrayList<Choice>();
    for (Part part : card.parts()) {
      if (part instanceof Part.Choices choices) {
        all.addAll(choices.choices());
      } else if (part instanceof Part.Entry entry) {
        all.addAll(entry.choices());
      }
    }
    return all;
  }

  /** The entry of a card's list that holds some words. */
  static Part.Entry entry(Card card, String words) {
    return card.parts().stream()
        .filter(part -> part instanceof Part.Entry e && plain(e.text()).contains(words))
        .map(Part.Entry.class::cast)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no entry with " + words + " in " + words(card)));
  }

  static List<String> labels(Part.Entry entry) {
    return entry.choices().stream().map(Choice::label).toList();
  }

  static Choice choice(Part.Entry entry, String label) {
    return entry.choices().stream()
        .filter(choice -> choice.label().equals(label))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + label + " among " + labels(entry)));
  }

  /** The choice of a card with a label; there is exactly one. */
  static Choice choice(Card card, String label) {
    List<Choice> found =
        choices(card).stream().filter(choice -> choice.label().equals(label)).toList();
    assertThat(found).as(label).hasSize(1);
    return found.get(0);
  }

  <T> T in(java.util.function.Function<Tx, T> work) {
    return house.in(work);
  }

  @Override
  public void close() {
    house.close();
  }

  /** A part in plain words. */
  private static final class PlainPart implements Part.Face<String> {
    @Override
    public String heading(Part.Heading part) {
      return part.words();
    }

    @Override
    public String lead(Part.Lead part) {
      return plain(part.text());
    }

    @Override
    public String body(Part.Body part) {
      return part.words();
    }

    @Override
    public String copy(Part.Copy part) {
      return part.label() + ": " + part.words();
    }

    @Override
    public String facts(Part.Facts part) {
      return String.join(
          "\n", part.facts().stream().map(f -> f.label() + ": " + plain(f.text())).toList());
    }

    @Override
    public String progress(Part.Progress part) {
      return part.words() + " " + part.bar();
    }

    @Override
    public String findings(Part.Findings part) {
      return String.join("\n", part.findings().stream().map(ChatHouse::plain).toList());
    }

    @Override
    public String picture(Part.Picture part) {
      return part.description();
    }

    @Override
    public String entry(Part.Entry part) {
      return plain(part.text()) + " " + labels(part);
    }

    @Override
    public String choices(Part.Choices part) {
      return part.choices().stream().map(Choice::label).toList().toString();
    }

    @Override
    public String footnote(Part.Footnote part) {
      return plain(part.text());
    }

    @Override
    public String divider(Part.Divider part) {
      return "——";
    }
  }
}
