package io.herald.chat;

import static io.herald.chat.ChatHouse.choice;
import static io.herald.chat.ChatHouse.entry;
import static io.herald.chat.ChatHouse.labels;
import static io.herald.chat.ChatHouse.plain;
import static io.herald.chat.ChatHouse.words;
import static org.assertj.core.api.Assertions.assertThat;

import io.herald.checks.PackReader;
import io.herald.checks.Packs;
import io.herald.checks.TurningPoints;
import io.herald.members.Person;
import io.herald.members.Role;
import io.herald.outbox.Lane;
import io.herald.outbox.Work;
import io.herald.post.Post;
import io.herald.post.PostState;
import io.herald.review.Event;
import io.herald.review.Review;
import io.herald.testkit.House;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What comes of drafts and live posts when a pack of rules changes. */
class RecheckErrandTest {
  private static final String PACK =
      """
      pack: acme
      name: Acme rules
      version: "1"
      about: Our own.
      rules:
        - id: falcon
          name: Code name
          severity: warning
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
  private final RecheckCard card = new RecheckCard(house.packs, house.posts);
  private final RecheckErrand errand =
      new RecheckErrand(
          house.database,
          house.packs,
          chat.checks,
          chat.lastLook,
          house.posts,
          house.reviews,
          house.people,
          house.roles,
          chat.cards);

  @AfterEach
  void close() {
    chat.close();
  }

  /** Loads a pack and looks through everything; what leads are told, by recheck. */
  private List<CardRow> loaded(String pack) {
    house.run(tx -> house.packs.load(tx, PackReader.read(pack), null));
    return looked();
  }

  /** Looks through everything, as is wanted; says whom it told. */
  private List<CardRow> looked() {
    Work work =
        house.claim(Lane.INTERACTIVE, 100).stream()
            .filter(w -> w.kind().equals(Packs.RECHECK))
            .findFirst()
            .orElseThrow();
    Errand.Result result = errand.run(work);
    house.run(
        tx -> {
          result.store().accept(tx);
          house.outbox.done(tx, work);
        });
    house.release();
    return house.list(tx -> chat.cards.about(tx, CardKind.RECHECK, work.subject()));
  }

  private Card drawn(CardRow row) {
    return house.in(tx -> card.draw(tx, row.subject())).orElseThrow();
  }

  @Test
  void a_live_post_and_a_draft_are_found_and_the_lead_is_told_with_what_to_do() {
    Post live = house.live(ben, clara, "Falcon lands");
    house.submitted(ben, "Falcon rises");
    house.live(ben, clara, "Garden party");

    List<CardRow> told = loaded(PACK);

    assertThat(told).extracting(CardRow::recipient).containsExactly(lea.platformId());
    Card shown = drawn(told.get(0));
    assertThat(words(shown))
        .contains("Acme rules")
        .contains("Of 3 posts")
        .doesNotContain("Garden party");
    assertThat(plain(entry(shown, "Falcon lands").text()))
        .as("it stands in headline and text, and is told once")
        .containsOnlyOnce("Code name: “Falcon”");
    assertThat(choice(entry(shown, "Falcon lands"), "Withdraw").intent())
        .isEqualTo(new Intent.AskToWithdraw(live.id()));
    assertThat(labels(entry(shown, "Falcon rises"))).containsExactly("Read all");
    assertThat(house.recorded("rule_pack/acme")).containsExactly("rule_pack_loaded", "rechecked");
  }

  @Test
  void what_the_pack_found_before_is_not_told_again() {
    house.live(ben, clara, "Falcon lands");
    assertThat(loaded(PACK)).hasSize(1);
    assertThat(loaded(PACK.replace("version: \"1\"", "version: \"2\""))).isEmpty();
    String more = PACK.replace("names: [Falcon]", "names: [Falcon, lands]");
    assertThat(words(drawn(loaded(more).get(0))))
        .contains("Code name: “lands”")
        .doesNotContain("“Falcon”");
  }

  @Test
  void what_was_approved_before_an_embargo_and_has_not_left_is_decided_again() {
    Post approved = house.approved(house.submitted(ben, "Falcon lands"), clara);
    loaded(PACK.replace("names: [Falcon]", "names: [Falcon]\n    firm: true"));

    Post post = house.in(tx -> house.posts.get(tx, approved.id()));
    assertThat(post.state()).isEqualTo(PostState.IN_REVIEW);
    assertThat(post.publishAt()).isNull();
    Review review = house.in(tx -> house.reviews.newest(tx, post.id())).orElseThrow();
    assertThat(review.current()).contains(0);
    assertThat(house.told).extracting(Event::kind).contains(Event.Kind.FORBIDDEN);
    assertThat(house.recorded("post/" + post.id()))
        .containsSubsequence(
            "decision", "post_approved", "decision_voided", "post_approval_voided");
  }

  @Test
  void a_rule_that_begins_by_itself_finds_what_it_did_not_find_before() {
    Instant begins = house.clock.instant().plus(Duration.ofDays(1));
    var points = new TurningPoints(house.packs, house.clock);
    house.run(points::look);
    house.live(ben, clara, "Falcon lands");
    house.submitted(ben, "Falcon rises");
    String pack =
        PACK.replace("names: [Falcon]", "names: [Falcon]\n    from: " + begins)
            .replace("secret.", "secret.\n    near: {en: [lands]}")
            .replace("Falcon is coming", "Falcon lands");
    assertThat(loaded(pack)).as("it sleeps").isEmpty();

    house.clock.set(begins);
    house.run(points::look);
    List<CardRow> told = looked();

    assertThat(told).extracting(CardRow::recipient).containsExactly(lea.platformId());
    assertThat(words(drawn(told.get(0))))
        .contains("Rules by date: Acme rules", "in force from now on", "Falcon lands")
        .doesNotContain("Falcon rises");
  }

  @Test
  void what_rules_that_began_block_and_has_not_left_is_decided_again() {
    Post approved = house.approved(house.submitted(ben, "Falcon lands"), clara);
    loaded(PACK.replace("severity: warning", "severity: blocking"));
    assertThat(house.in(tx -> house.posts.get(tx, approved.id())).state())
        .isEqualTo(PostState.IN_REVIEW);
    assertThat(house.told).extracting(Event::kind).contains(Event.Kind.STOPPED);
  }

  @Test
  void an_approval_stands_where_the_rules_only_warn() {
    Post approved = house.approved(house.submitted(ben, "Falcon lands"), clara);
    loaded(PACK);
    assertThat(house.in(tx -> house.posts.get(tx, approved.id())).state())
        .isEqualTo(PostState.APPROVED);
  }

  @Test
  void a_look_that_was_broken_off_begins_anew() {
    house.live(ben, clara, "Falcon lands");
    house.run(tx -> house.packs.load(tx, PackReader.read(PACK), null));
    Work work =
        house.claim(Lane.INTERACTIVE, 100).stream()
            .filter(w -> w.kind().equals(Packs.RECHECK))
            .findFirst()
            .orElseThrow();
    errand.run(work);
    errand.run(work);
    assertThat(house.list(tx -> house.packs.found(tx, work.subject())))
        .as("headline and words")
        .hasSize(2);
  }
}
