package io.herald.chat;

import static io.herald.chat.ChatHouse.labels;
import static io.herald.chat.ChatHouse.opened;
import static io.herald.chat.ChatHouse.plain;
import static io.herald.chat.ChatHouse.refused;
import static io.herald.chat.ChatHouse.words;
import static org.assertj.core.api.Assertions.assertThat;

import io.herald.checks.PackReader;
import io.herald.members.Person;
import io.herald.members.Role;
import io.herald.post.Content;
import io.herald.post.Post;
import io.herald.review.Event;
import io.herald.review.Review;
import io.herald.testkit.House;
import io.herald.words.Text;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A draft in which checks find something that blocks. */
class BlockedDraftTest {
  private static final String EMBARGO =
      """
      pack: acme
      name: Acme
      version: "1"
      about: Our own.
      rules:
        - id: falcon
          name: Embargo
          severity: blocking
          source: the board
          why: It is secret until it is announced.
          better: Leave it out until then.
          names: [Falcon]
          until: 2099-01-01
          firm: true
          finds: Falcon is coming.
          spares: A falcon nests here.
      """;

  private final ChatHouse chat = new ChatHouse();
  private final House house = chat.house;
  private final Person ben = house.joined("Ben");
  private final Person clara = house.joined("Clara", Role.APPROVER);
  private final DraftClerk drafts =
      new DraftClerk(
          house.people,
          house.roles,
          house.posts,
          house.topics,
          house.reviews,
          new DraftRules(house.links),
          house.disclosures,
          chat.checks,
          chat.cards);
  private final ReviewClerk reviews =
      new ReviewClerk(
          house.roles, house.posts, house.reviews, house.deciders, chat.checks, chat.moves);
  private final ReviewCard card =
      new ReviewCard(
          house.posts,
          house.reviews,
          house.deciders,
          house.broadcasts,
          new DraftRules(house.links),
          chat.checks,
          chat.names,
          house.disclosures);

  @AfterEach
  void close() {
    chat.close();
  }

  private Reply submit(String text, String... more) {
    Map<String, List<String>> fields = new HashMap<>();
    fields.put(DraftForm.LINK, List.of("https://example.com/jobs"));
    fields.put(DraftForm.HEADLINE, List.of("We are hiring"));
    fields.put(DraftForm.TEXT, List.of(text));
    for (int i = 0; i < more.length; i += 2) {
      fields.put(more[i], List.of(more[i + 1]));
    }
    return chat.ask(drafts, ben, new Intent.SubmitDraft(0, 0, 0, 0, 0, 0), fields);
  }

  private Review review() {
    return house.in(
        tx -> {
          Post post = house.posts.by(tx, ben.member(), 0, 1).get(0);
          return house.reviews.newest(tx, post.id()).orElseThrow();
        });
  }

  private Card card() {
    return house.in(tx -> card.draw(tx, review()));
  }

  private Review held() {
    assertThat(submit("Call 0171 2345678 now.", DraftForm.BLOCKED, DraftForm.ASK))
        .isEqualTo(new Reply.Done());
    return review();
  }

  @Test
  void what_blocks_is_said_at_its_field() {
    Reply reply =
        submit("Call 0171 2345678 now.", DraftForm.NOTE, "Ask anna.weber@example.org about it.");
    Map<String, Text> fields = ((Reply.Correct) reply).fields();
    assertThat(fields).containsOnlyKeys(DraftForm.TEXT);
    assertThat(plain(Objects.requireNonNull(fields.get(DraftForm.TEXT))))
        .contains("Telephone number")
        .contains("“0171 2345678”")
        .contains("Mend it, or choose “Ask an approver”");
    assertThat(house.list(tx -> house.posts.by(tx, ben.member(), 0, 1))).isEmpty();
  }

  @Test
  void what_only_deserves_a_look_does_not_block_and_stands_on_the_review_card() {
    assertThat(submit("See https://bit.ly/x1")).isEqualTo(new Reply.Done());
    assertThat(words(card())).contains("Warning: Shortened link");
    assertThat(labels(card())).contains("Approve");
  }

  @Test
  void the_author_reads_on_their_card_what_could_be_mended() {
    submit("See https://bit.ly/x1");
    var authorCard = new AuthorCard(house.posts, house.reviews, chat.checks, chat.names);
    Post post = house.in(tx -> house.posts.get(tx, review().post()));
    assertThat(words(house.in(tx -> authorCard.draw(tx, post))))
        .contains("Warning: Shortened link");
    Post approved = house.approved(post, clara);
    assertThat(words(house.in(tx -> authorCard.draw(tx, approved))))
        .doesNotContain("Shortened link");
  }

  @Test
  void an_approver_lets_it_through_for_a_reason_and_then_approves() {
    Review review = held();
    assertThat(words(card())).contains("Blocks: Telephone number. “0171 2345678”");
    assertThat(labels(card())).contains("Let it through").doesNotContain("Approve");
    assertThat(refused(() -> chat.ask(reviews, clara, new Intent.Approve(review.id(), 0))))
        .contains("The checks block this draft: Telephone number");

    Form form = opened(chat.ask(reviews, clara, new Intent.AskToLetThrough(review.id(), 0)));
    assertThat(Forms.notes(form)).anyMatch(note -> note.contains("0171 2345678"));
    Intent.LetThrough override = new Intent.LetThrough(review.id(), 0);
    assertThat(((Reply.Correct) chat.ask(reviews, clara, override)).fields())
        .containsOnlyKeys(ReasonForm.REASON);
    chat.ask(reviews, clara, override, Map.of(ReasonForm.REASON, List.of("It is the fair's.")));

    assertThat(house.told).extracting(Event::kind).contains(Event.Kind.OVERRIDDEN);
    assertThat(words(card()))
        .contains("Let through: Telephone number")
        .contains("@Clara let it through: It is the fair's.");
    assertThat(labels(card())).contains("Approve").doesNotContain("Let it through");
    chat.ask(reviews, clara, new Intent.Approve(review.id(), 0));
    assertThat(house.recorded("post/" + review.post()))
        .containsSubsequence("check_overridden", "decision", "post_approved");
  }

  @Test
  void only_whoever_may_decide_lets_anything_through() {
    Review review = held();
    var reason = Map.of(ReasonForm.REASON, List.of("I say so."));
    Intent.LetThrough override = new Intent.LetThrough(review.id(), 0);
    Person eve = house.joined("Eve");
    assertThat(refused(() -> chat.ask(reviews, eve, override, reason))).contains("Only");
    Intent.AskToLetThrough ask = new Intent.AskToLetThrough(review.id(), 0);
    assertThat(refused(() -> chat.ask(reviews, eve, ask))).contains("Only");
    house.run(tx -> house.roles.grantFromSettings(tx, ben.member(), Role.APPROVER));
    assertThat(refused(() -> chat.ask(reviews, ben, override, reason)))
        .as("the author")
        .isNotEmpty();
    assertThat(labels(card())).contains("Let it through");
  }

  @Test
  void what_was_let_through_is_decided_anew_in_a_new_version() {
    Review review = held();
    chat.ask(
        reviews,
        clara,
        new Intent.LetThrough(review.id(), 0),
        Map.of(ReasonForm.REASON, List.of("It is the fair's.")));
    Post post = house.in(tx -> house.posts.get(tx, review.post()));
    Content before = house.in(tx -> house.posts.newest(tx, post)).content();
    house.revised(post, ben, House.content("Again"));
    house.revised(house.in(tx -> house.posts.get(tx, post.id())), ben, before);
    assertThat(labels(card())).contains("Let it through").doesNotContain("Approve");
  }

  @Test
  void nobody_lets_an_embargo_through_and_the_note_is_looked_at_as_well() {
    house.run(tx -> house.packs.load(tx, PackReader.read(EMBARGO), null));
    Reply reply =
        submit("Come!", DraftForm.NOTE, "It is Falcon.", DraftForm.BLOCKED, DraftForm.ASK);
    Map<String, Text> fields = ((Reply.Correct) reply).fields();
    assertThat(fields).containsOnlyKeys(DraftForm.NOTE);
    assertThat(plain(Objects.requireNonNull(fields.get(DraftForm.NOTE))))
        .doesNotContain("Ask an approver");
  }

  @Test
  void an_embargo_that_comes_while_a_draft_waits_keeps_it_from_being_approved() {
    submit("Falcon is coming.");
    house.run(tx -> house.packs.load(tx, PackReader.read(EMBARGO), null));
    assertThat(labels(card()))
        .contains("Request changes")
        .doesNotContain("Approve", "Let it through");
    assertThat(refused(() -> chat.ask(reviews, clara, new Intent.Approve(review().id(), 0))))
        .contains("nobody can let it through: Embargo");
  }
}
