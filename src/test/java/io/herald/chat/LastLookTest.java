package io.herald.chat;

import static io.herald.chat.ChatHouse.plain;
import static io.herald.chat.ChatHouse.words;
import static org.assertj.core.api.Assertions.assertThat;

import io.herald.campaign.Aim;
import io.herald.campaign.Broadcasts;
import io.herald.campaign.Campaign;
import io.herald.campaign.Plan;
import io.herald.chat.slack.SlackGoldens;
import io.herald.chat.teams.TeamsGoldens;
import io.herald.checks.PackReader;
import io.herald.members.Person;
import io.herald.members.Role;
import io.herald.post.Post;
import io.herald.post.PostState;
import io.herald.review.Event;
import io.herald.review.Review;
import io.herald.testkit.House;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was approved under other rules, and is about to go live. */
class LastLookTest {
  private static final String PACK =
      """
      pack: acme
      name: Acme rules
      version: "1"
      about: Our own.
      rules:
        - id: falcon
          name: Code name
          severity: blocking
          source: the board
          why: It is secret.
          better: Say nothing.
          names: [Falcon]
          finds: Falcon is coming.
          spares: A falcon nests here.
      """;

  private final ChatHouse chat = new ChatHouse();
  private final House house = chat.house;
  private final Person ben = house.joined("Ben");
  private final Person clara = house.joined("Clara", Role.APPROVER);
  private final Person lea = house.joined("Lea", Role.LEAD);
  private final ReviewClerk reviews =
      new ReviewClerk(
          house.roles, house.posts, house.reviews, house.deciders, chat.checks, chat.moves);
  private Post post;

  @BeforeEach
  void approved() {
    house.tellsAlso(
        new ReviewStory(
            house.posts,
            house.people,
            house.roles,
            house.organisation,
            chat.cards,
            chat.homes,
            House.GRACE));
    house.run(tx -> house.organisation.approversChannel(tx, null, ben.workspace(), "CAPPROVERS"));
    post = house.approved(house.submitted(ben, "Falcon lands"), clara);
    house.run(tx -> chat.cards.want(tx, CardKind.AUTHOR, post.id(), ben));
  }

  @AfterEach
  void close() {
    chat.close();
  }

  /** Rules come into force; the look through everything has not begun. */
  private void load(String pack) {
    house.run(tx -> house.packs.load(tx, PackReader.read(pack), null));
  }

  private Post now() {
    return house.in(tx -> house.posts.get(tx, post.id()));
  }

  private Review review() {
    return house.in(tx -> house.reviews.newest(tx, post.id())).orElseThrow();
  }

  private void publish() {
    house.clock.advance(House.GRACE);
    house.run(tx -> chat.moves.publish(tx, post.id()));
  }

  private List<CardRow> wanted(CardKind kind) {
    return house.work(CardBook.CARD).stream()
        .map(id -> house.in(tx -> chat.cards.find(tx, id)).orElseThrow())
        .filter(card -> card.kind() == kind)
        .toList();
  }

  private void letThroughAndApprove() {
    Review review = review();
    chat.ask(
        reviews,
        clara,
        new Intent.LetThrough(review.id(), 0),
        Map.of(ReasonForm.REASON, List.of("It is public since today.")));
    chat.ask(reviews, clara, new Intent.Approve(review.id(), 0));
  }

  @Test
  void a_post_does_not_go_live_while_rules_in_force_block_something_in_it() {
    load(PACK);
    publish();

    var card = new AuthorCard(house.posts, house.reviews, chat.checks, chat.names);
    assertThat(words(house.in(tx -> card.draw(tx, house.posts.get(tx, post.id())))))
        .as("it stands in headline and text, and is told once")
        .containsOnlyOnce("Blocks: Code name");
    assertThat(now().state()).isEqualTo(PostState.IN_REVIEW);
    assertThat(house.work(Broadcasts.DELIVERY)).isEmpty();
    assertThat(review().current()).as("clara may decide it again").contains(0);
    assertThat(house.recorded("post/" + post.id()))
        .endsWith("decision_voided", "post_approval_voided")
        .doesNotContain("post_published");
  }

  @Test
  void the_lead_and_the_author_are_told_with_what_to_do() {
    house.work(CardBook.CARD);
    load(PACK);
    publish();

    Event event = house.told.get(house.told.size() - 1);
    assertThat(event.kind()).isEqualTo(Event.Kind.STOPPED);
    List<Long> wanted = house.work(CardBook.CARD);
    List<CardRow> cards =
        wanted.stream().map(id -> house.in(tx -> chat.cards.find(tx, id)).orElseThrow()).toList();
    CardRow warning =
        cards.stream().filter(card -> card.kind() == CardKind.WARNING).findFirst().orElseThrow();
    assertThat(warning.recipient()).isEqualTo(lea.platformId());
    var card = new WarningCard(house.people, house.posts, house.reviews);
    Card drawn = house.in(tx -> card.draw(tx, warning, event));
    SlackGoldens.card("warning-stopped", drawn);
    TeamsGoldens.card("warning-stopped", drawn);
    assertThat(words(drawn))
        .contains("Falcon lands", "does not go live", "let it through", "mends it")
        .contains("Code name: “Falcon”");
    assertThat(cards)
        .filteredOn(c -> c.kind() == CardKind.THREAD)
        .extracting(CardRow::recipient)
        .containsExactlyInAnyOrder("CAPPROVERS", ben.platformId());
    String note = words(house.in(tx -> new ThreadNote(chat.names).draw(tx, event)));
    assertThat(note).contains("does not go live", "Code name: “Falcon”");
  }

  @Test
  void what_an_approver_lets_through_goes_live() {
    load(PACK);
    publish();
    letThroughAndApprove();
    publish();
    assertThat(now().state()).isEqualTo(PostState.LIVE);
    assertThat(house.work(Broadcasts.DELIVERY)).isNotEmpty();
  }

  @Test
  void what_nobody_may_let_through_says_so() {
    load(PACK.replace("names: [Falcon]", "names: [Falcon]\n    firm: true"));
    publish();
    assertThat(house.told).extracting(Event::kind).contains(Event.Kind.FORBIDDEN);
    assertThat(wanted(CardKind.WARNING)).hasSize(1);
  }

  @Test
  void rules_that_only_warn_stop_nothing() {
    load(PACK.replace("severity: blocking", "severity: warning"));
    publish();
    assertThat(now().state()).isEqualTo(PostState.LIVE);
  }

  @Test
  void a_held_post_stays_held_and_the_lead_reads_why_it_is_not_published() {
    house.run(tx -> chat.moves.hold(tx, post.id(), lea.member()));
    house.clock.advance(House.GRACE);
    load(PACK);

    Reply reply = chat.ask(reviews, lea, new Intent.PublishNow(post.id()));

    assertThat(plain(((Reply.Say) reply).text())).contains("does not go live", "let it through");
    assertThat(now().held()).isTrue();
    assertThat(now().state()).isEqualTo(PostState.IN_REVIEW);
    letThroughAndApprove();
    house.clock.advance(House.GRACE);
    assertThat(chat.ask(reviews, lea, new Intent.PublishNow(post.id())))
        .isEqualTo(new Reply.Done());
    assertThat(now().state()).isEqualTo(PostState.LIVE);
  }

  @Test
  void a_new_version_that_blocks_does_not_take_the_place_of_the_one_that_is_live() {
    publish();
    house.revised(now(), ben, House.content("Falcon landed"));
    house.approved(now(), clara);
    load(PACK);
    publish();
    assertThat(now().state()).isEqualTo(PostState.LIVE);
    assertThat(now().live()).isEqualTo(1);
    assertThat(review().open()).isTrue();
  }

  private Campaign campaign() {
    house.run(tx -> chat.moves.hold(tx, post.id(), lea.member()));
    var plan =
        new Plan(
            "Landing",
            "Everybody knows.",
            List.of(post.id()),
            new Aim(List.of(Aim.Group.everyone()), List.of()),
            null,
            null,
            null,
            house.posts.now().plus(Duration.ofDays(9)),
            null,
            null);
    return house.in(tx -> house.campaigns.add(tx, lea.member(), plan));
  }

  @Test
  void a_campaign_waits_until_it_is_decided_on_and_goes_then() {
    Campaign campaign = campaign();
    load(PACK);
    house.run(tx -> house.campaigns.send(tx, campaign.id(), lea.member(), 3));
    chat.campaignMoves.look();
    assertThat(now().state()).isEqualTo(PostState.IN_REVIEW);
    assertThat(house.work(Broadcasts.DELIVERY)).isEmpty();

    letThroughAndApprove();
    chat.campaignMoves.look();
    assertThat(now().state()).isEqualTo(PostState.LIVE);
    assertThat(house.work(Broadcasts.DELIVERY)).hasSize(3);
  }

  @Test
  void nobody_gets_a_try_of_what_is_stopped() {
    Campaign campaign = campaign();
    load(PACK);
    Reply reply = chat.ask(chat.campaignClerk, lea, new Intent.TryCampaign(campaign.id()));
    assertThat(plain(((Reply.Say) reply).text())).contains("Nothing was sent", "Falcon lands");
    assertThat(now().state()).isEqualTo(PostState.IN_REVIEW);
    assertThat(house.work(Broadcasts.DELIVERY)).isEmpty();
  }
}
