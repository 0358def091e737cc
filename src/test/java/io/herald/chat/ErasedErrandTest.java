package io.herald.chat;

import static io.herald.chat.ChatHouse.words;
import static org.assertj.core.api.Assertions.assertThat;

import io.herald.members.Person;
import io.herald.members.Role;
import io.herald.outbox.Lane;
import io.herald.outbox.Work;
import io.herald.post.Post;
import io.herald.privacy.Erasures;
import io.herald.review.Event;
import io.herald.review.Review;
import io.herald.testkit.House;
import io.herald.testkit.OnBothDatabases;
import io.herald.testkit.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whoever was erased does not stand by name on the cards that others have. */
@OnBothDatabases
class ErasedErrandTest {
  private final House house;
  private final ChatHouse chat;
  private final Person amira;
  private final Person otto;

  ErasedErrandTest(TestDatabase kind) {
    house = new House(kind.open());
    chat = new ChatHouse(house);
    amira = house.joined("Amira");
    otto = house.joined("Otto", Role.APPROVER);
  }

  @AfterEach
  void close() {
    chat.close();
  }

  @Test
  void an_approvers_name_leaves_review_author_and_thread_and_no_other_card() {
    Post decided = house.submitted(amira, "Open day");
    house.approved(decided, otto);
    Review review = chat.in(tx -> house.reviews.newest(tx, decided.id()).orElseThrow());
    long event = approval(review);
    CardRow shown = lies(CardKind.REVIEW, review.id(), 0, "C0APPROVALS");
    CardRow author = lies(CardKind.AUTHOR, decided.id(), 0, amira.platformId());
    CardRow thread = lies(CardKind.THREAD, event, shown.id(), "C0APPROVALS");
    Post other = house.submitted(amira, "Somebody else decides");
    Review others = chat.in(tx -> house.reviews.newest(tx, other.id()).orElseThrow());
    lies(CardKind.REVIEW, others.id(), 0, "C0APPROVALS");
    CardRow late = chat.in(tx -> chat.cards.enter(tx, CardKind.AUTHOR, decided.id(), 0, 1, "UL"));
    house.run(tx -> chat.cards.trying(tx, late, CardRow.State.SENDING, house.clock.instant()));

    house.run(tx -> house.keeping.erasures().ask(tx, house.again(otto)));
    carryOut();

    assertThat(drawn(CardBook.CARD)).containsExactly(shown.id(), author.id(), thread.id());
    house.clock.advance(java.time.Duration.ofSeconds(15));
    assertThat(drawn(CardBook.CARD_LATER)).containsExactly(late.id());
    Event approved = chat.in(tx -> house.reviews.event(tx, event).orElseThrow());
    Card note = chat.in(tx -> new ThreadNote(chat.names).draw(tx, approved));
    assertThat(words(note)).contains("former member").doesNotContain("Otto");
  }

  @Test
  void where_nobody_is_left_who_may_decide_that_is_told() {
    var watch = new ReviewWatch(house.reviews, house.deciders, chat.cards, chat.homes);
    house.keeping.erasures().around(watch::around);
    Post post = house.submitted(amira, "Open day");
    assertThat(house.told).extracting(Event::kind).doesNotContain(Event.Kind.NOBODY_LEFT);

    house.run(tx -> house.keeping.erasures().ask(tx, house.again(otto)));

    Review review = chat.in(tx -> house.reviews.newest(tx, post.id()).orElseThrow());
    assertThat(house.told)
        .filteredOn(event -> event.kind() == Event.Kind.NOBODY_LEFT)
        .extracting(Event::review)
        .containsExactly(review.id());
  }

  @Test
  void an_authors_name_leaves_the_review_cards_of_all_rounds() {
    Post post = house.submitted(amira, "Open day");
    Review first = chat.in(tx -> house.reviews.newest(tx, post.id()).orElseThrow());
    CardRow one = lies(CardKind.REVIEW, first.id(), 0, "C0APPROVALS");
    house.revised(post, amira, House.content("Open day, again"));
    Review second = chat.in(tx -> house.reviews.newest(tx, post.id()).orElseThrow());
    CardRow two = lies(CardKind.REVIEW, second.id(), 0, "C0APPROVALS");

    house.run(tx -> house.keeping.erasures().ask(tx, house.again(amira)));
    carryOut();

    assertThat(drawn(CardBook.CARD)).containsExactly(one.id(), two.id());
  }

  private long approval(Review review) {
    return house.told.stream()
        .filter(event -> event.review() == review.id() && event.kind() == Event.Kind.APPROVED)
        .findFirst()
        .orElseThrow()
        .id();
  }

  private CardRow lies(CardKind kind, long subject, long detail, String recipient) {
    return chat.in(
        tx -> {
          CardRow card = chat.cards.enter(tx, kind, subject, detail, amira.workspace(), recipient);
          chat.cards.shown(tx, card, new Courier.Sent(recipient, card.id() + ".1"));
          return card;
        });
  }

  private void carryOut() {
    var errand =
        new ErasedErrand(
            house.database,
            house.keeping.erasures(),
            house.people,
            chat.homes,
            house.outbox,
            house.clock);
    Work work =
        house.claim(Lane.INTERACTIVE, 100).stream()
            .filter(claimed -> claimed.kind().equals(Erasures.CARDS))
            .findFirst()
            .orElseThrow();
    Errand.Result result = errand.run(work);
    house.run(result.store()::accept);
  }

  private List<Long> drawn(String kind) {
    var cards = new ArrayList<Long>();
    for (Work work : house.claim(Lane.BULK, 100)) {
      if (work.kind().equals(kind)) {
        cards.add(work.subject());
        house.run(tx -> house.outbox.done(tx, work));
      }
    }
    house.release();
    cards.sort(null);
    return cards;
  }
}
