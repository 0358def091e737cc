package io.herald.chat;

import static io.herald.chat.ChatHouse.labels;
import static io.herald.chat.ChatHouse.opened;
import static io.herald.chat.ChatHouse.plain;
import static io.herald.chat.ChatHouse.refused;
import static io.herald.chat.ChatHouse.shown;
import static io.herald.chat.ChatHouse.words;
import static org.assertj.core.api.Assertions.assertThat;

import io.herald.checks.PackReader;
import io.herald.members.Person;
import io.herald.members.Role;
import io.herald.network.Network;
import io.herald.outbox.Lane;
import io.herald.policy.Disclosure;
import io.herald.policy.DisclosureRule;
import io.herald.policy.Language;
import io.herald.policy.PolicyText;
import io.herald.policy.Readers;
import io.herald.policy.Strictness;
import io.herald.post.Post;
import io.herald.review.Review;
import io.herald.testkit.House;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Cards that were drawn before the policy, the rules or the disclosure changed. */
class OldCardsTest {
  private final ChatHouse chat = new ChatHouse();
  private final House house = chat.house;
  private final Person dan = house.joined("Dan", Role.ADMIN);
  private final Person ben = house.joined("Ben");
  private final Person clara = house.joined("Clara", Role.APPROVER);
  private final PostCard card =
      new PostCard(
          house.posts, house.people, house.givens, chat.buttons, chat.names, house.priorities);
  private final ShareClerk sharing =
      new ShareClerk(
          house.people,
          house.posts,
          house.givens,
          house.broadcasts,
          chat.buttons,
          card,
          chat.cards,
          chat.checks,
          new FirstShareClerk(
              house.people,
              house.posts,
              house.givens,
              chat.buttons,
              card,
              house.disclosures,
              house.links));
  private final ReviewClerk reviews =
      new ReviewClerk(
          house.roles, house.posts, house.reviews, house.deciders, chat.checks, chat.moves);
  private final DisclosureClerk disclosing =
      new DisclosureClerk(house.disclosures, house.topics, house.organisation, chat.disclosed);

  @BeforeEach
  void strictly() {
    house.run(tx -> house.policies.strictness(tx, dan.member(), Strictness.STRICT));
  }

  @AfterEach
  void close() {
    chat.close();
  }

  private Post live(String headline) {
    Person otto = house.joined("Otto " + headline, Role.APPROVER);
    return house.live(house.approved(house.submitted(dan, headline), clara, otto));
  }

  private void publishPolicy() {
    house.run(
        tx ->
            house.policies.publish(
                tx,
                dan.member(),
                new PolicyText(
                    Language.ENGLISH, "Sharing", "https://acme.example/policy", "Be kind."),
                Readers.EVERYBODY));
  }

  private void disclose(String words) {
    chat.ask(
        disclosing,
        dan,
        new Intent.SaveDisclosure(),
        Map.of(
            DisclosureForm.MODE, List.of("REQUIRED"),
            DisclosureForm.NETWORK, List.of(DisclosureForm.ANY),
            DisclosureForm.TOPIC, List.of(DisclosureForm.ANY),
            DisclosureForm.LANGUAGE, List.of(DisclosureForm.ANY),
            DisclosureForm.WORDS, List.of(words),
            DisclosureForm.SHORTER, List.of("")));
  }

  @Test
  void more_on_a_card_from_before_the_policy_asks_to_read_it_first() {
    Post post = live("News");
    assertThat(Forms.labels(opened(chat.ask(sharing, ben, new Intent.More(post.id())))))
        .isNotEmpty();
    publishPolicy();
    for (Intent.Sharing old :
        List.of(new Intent.More(post.id()), new Intent.ShareHere(post.id()))) {
      Card answer = shown(chat.ask(sharing, ben, old));
      assertThat(labels(answer))
          .contains("Read the policy")
          .noneMatch(label -> label.startsWith("Share on"));
    }
  }

  @Test
  void a_share_link_from_before_the_disclosure_shares_with_it() {
    Post post = live("News");
    disclose("I work for Acme");
    var given = house.in(tx -> house.givens.give(tx, house.posts.shown(tx, post), ben.member()));
    assertThat(chat.buttons.shown(given, Network.X).whole()).contains("I work for Acme");
    Form more = opened(chat.ask(sharing, ben, new Intent.More(post.id())));
    assertThat(Forms.copied(more)).anyMatch(text -> text.contains("I work for Acme"));
  }

  @Test
  void approve_on_a_card_from_before_the_rules_is_refused() {
    Post post = house.submitted(dan, "Falcon lands");
    Review review = house.in(tx -> house.reviews.newest(tx, post.id())).orElseThrow();
    house.run(
        tx ->
            house.packs.load(
                tx,
                PackReader.read(
                    """
                    pack: acme
                    name: Acme
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
                    """),
                null));
    assertThat(refused(() -> chat.ask(reviews, clara, new Intent.Approve(review.id(), 0))))
        .contains("The checks block this draft: Code name");
  }

  @Test
  void own_words_without_room_for_the_new_disclosure_are_not_saved() {
    Post post = live("News");
    disclose("I work for Acme, and this is what I think");
    Reply reply =
        chat.ask(
            sharing,
            ben,
            new Intent.SaveWords(post.id()),
            Map.of("words", List.of("w".repeat(240))));
    assertThat(((Reply.Correct) reply).fields())
        .extractingByKey("words")
        .satisfies(
            said ->
                assertThat(plain(said))
                    .contains("No room for the disclosure on X", "characters shorter")
                    .doesNotContain("wording of its own", "Ask an approver"));
  }

  @Test
  void a_draft_without_room_for_the_disclosure_is_blocked_and_can_be_let_through() {
    disclose("I work for Acme, and this is what I think");
    Post post = house.submitted(ben, House.content("w".repeat(230)));
    Review review = house.in(tx -> house.reviews.newest(tx, post.id())).orElseThrow();
    var reviewCard =
        new ReviewCard(
            house.posts,
            house.reviews,
            house.deciders,
            house.broadcasts,
            new DraftRules(house.links),
            chat.checks,
            chat.names,
            house.disclosures);
    Card held = house.in(tx -> reviewCard.draw(tx, review));
    assertThat(words(held))
        .contains("Blocks: No room for the disclosure on X")
        .doesNotContain("Too long for X");
    assertThat(labels(held)).contains("Let it through").doesNotContain("Approve");

    chat.ask(
        reviews,
        clara,
        new Intent.LetThrough(review.id(), 0),
        Map.of(ReasonForm.REASON, List.of("Not meant for X.")));
    Card let = house.in(tx -> reviewCard.draw(tx, review));
    assertThat(labels(let)).contains("Approve");
  }

  @Test
  void cards_of_live_posts_are_drawn_anew_in_the_background_where_the_disclosure_changes() {
    long hiring = house.topic("Hiring").id();
    house.run(tx -> house.people.follow(tx, ben.member(), List.of(1L, hiring)));
    Person otto = house.joined("Otto", Role.APPROVER);
    Post general = live("News");
    Post about = house.live(house.approved(house.submitted(dan, "We hire", hiring), clara, otto));
    long newsCard = lies(general);
    long hiringCard = lies(about);
    house.work(CardBook.CARD);

    house.run(
        tx -> {
          var before = house.disclosures.rules(tx);
          house.disclosures.set(
              tx,
              dan.member(),
              new DisclosureRule(
                  null, null, hiring, Disclosure.Mode.REQUIRED, "I work for Acme", ""));
          chat.disclosed.changed(tx, before, house.disclosures.rules(tx));
        });
    new Redraws(house.database, house.outbox, house.clock).goOn();

    assertThat(
            house.claim(Lane.BULK, 100).stream()
                .filter(work -> work.kind().equals(CardBook.CARD))
                .map(work -> work.subject()))
        .contains(hiringCard)
        .doesNotContain(newsCard);
  }

  /** The card of a post as it lies with Ben. */
  private long lies(Post post) {
    return house.in(
        tx -> {
          long delivery =
              house.broadcasts.deliveryTo(tx, post.id(), ben.member()).orElseThrow().id();
          CardRow row =
              chat.cards.enter(tx, CardKind.POST, delivery, 0, ben.workspace(), ben.platformId());
          chat.cards.shown(tx, row, new Courier.Sent("DBEN", "1." + delivery));
          return row.id();
        });
  }
}
