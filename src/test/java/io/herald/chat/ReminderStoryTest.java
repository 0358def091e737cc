package io.herald.chat;

import static io.herald.chat.ChatHouse.labels;
import static io.herald.chat.ChatHouse.words;
import static org.assertj.core.api.Assertions.assertThat;

import io.herald.members.Digest;
import io.herald.members.Person;
import io.herald.members.QuietHours;
import io.herald.members.Role;
import io.herald.post.Post;
import io.herald.review.Reminders;
import io.herald.review.Review;
import io.herald.settings.ReminderTimes;
import io.herald.testkit.House;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What reminders of a round come to in messages. */
class ReminderStoryTest {
  private final ChatHouse chat = new ChatHouse();
  private final House house = chat.house;
  private final Reminders reminders =
      new Reminders(house.posts, house.reviews, ReminderTimes.USUAL);
  private final ReviewCard reviewCard =
      new ReviewCard(
          house.posts,
          house.reviews,
          house.deciders,
          house.broadcasts,
          new DraftRules(house.links),
          chat.checks,
          chat.names,
          house.disclosures);
  private final ReminderCard card = new ReminderCard(house.posts, reviewCard, chat.queue);

  private final Person author = house.joined("Author", Role.APPROVER);
  private final Person ben = house.joined("Ben", Role.APPROVER);
  private final Person cleo = house.joined("Cleo", Role.APPROVER);
  private final Person admin = house.joined("Admin", Role.ADMIN);

  @BeforeEach
  void listen() {
    house.run(tx -> house.organisation.approversChannel(tx, null, ben.workspace(), "CAPPROVERS"));
    house.tellsAlso(
        new ReminderStory(
            new ReviewStory(
                house.posts,
                house.people,
                house.roles,
                house.organisation,
                chat.cards,
                chat.homes,
                House.GRACE),
            house.deciders,
            house.people,
            house.roles,
            house.attention,
            chat.cards));
  }

  @AfterEach
  void close() {
    chat.close();
  }

  private Review review(Post post) {
    return house.in(tx -> house.reviews.newest(tx, post.id()).orElseThrow());
  }

  private void after(Duration wait) {
    house.work(CardBook.CARD);
    house.clock.advance(wait);
    house.run(reminders::remind);
  }

  private List<CardRow> wanted() {
    return house.in(
        tx ->
            house.work(CardBook.CARD).stream()
                .map(id -> chat.cards.find(tx, id).orElseThrow())
                .toList());
  }

  @Test
  void after_a_day_a_line_stands_in_the_thread_of_the_card() {
    house.submitted(author, "Offices");
    after(Duration.ofHours(24));

    assertThat(wanted().stream().filter(row -> row.kind() == CardKind.THREAD))
        .singleElement()
        .satisfies(row -> assertThat(row.recipient()).isEqualTo("CAPPROVERS"));
  }

  @Test
  void after_two_days_each_who_may_decide_gets_a_message_to_decide_from() {
    Post post = house.submitted(author, "Offices");
    after(Duration.ofHours(24));
    after(Duration.ofHours(24));

    assertThat(wanted())
        .filteredOn(row -> row.kind() == CardKind.REMINDER)
        .extracting(CardRow::recipient)
        .as("an approver who wrote it may not decide")
        .containsExactlyInAnyOrder(ben.platformId(), cleo.platformId());
    Card drawn = house.in(tx -> card.draw(tx, review(post), ben.member()));
    assertThat(words(drawn))
        .contains("This has waited for a decision since ")
        .contains("Offices")
        .contains("By @Author");
    assertThat(labels(drawn)).containsExactly("Approve", "Request changes", "Reject", "Read all");
  }

  @Test
  void after_three_days_the_admins_hear_of_it() {
    house.submitted(author, "Offices");
    after(Duration.ofHours(48));
    after(Duration.ofHours(24));

    assertThat(wanted())
        .filteredOn(row -> row.kind() == CardKind.WARNING)
        .extracting(CardRow::recipient)
        .containsExactly(admin.platformId());
  }

  @Test
  void a_reminder_that_was_sent_says_who_decided_and_has_no_buttons_any_more() {
    Post post = house.submitted(author, "Offices");
    after(Duration.ofHours(24));
    after(Duration.ofHours(24));
    CardRow row =
        wanted().stream()
            .filter(r -> r.recipient().equals(cleo.platformId()))
            .findFirst()
            .orElseThrow();
    house.run(tx -> chat.cards.shown(tx, row, new Courier.Sent("D1", "1.1")));

    house.approved(post, ben);

    assertThat(house.work(CardBook.CARD)).contains(row.id());
    Card drawn = house.in(tx -> card.draw(tx, review(post), cleo.member()));
    assertThat(words(drawn)).contains("Approved by @Ben.");
    assertThat(labels(drawn)).isEmpty();
  }

  @Test
  void a_message_waits_for_the_end_of_quiet_hours_whatever_happens_meanwhile() {
    house.run(
        tx ->
            house.attention.choose(
                tx,
                ben,
                null,
                new QuietHours(LocalTime.of(0, 0), LocalTime.of(23, 30)),
                Digest.NONE));
    Post post = house.submitted(author, "Offices");
    after(Duration.ofHours(24));
    after(Duration.ofHours(24));
    boolean quiet =
        LocalTime.ofInstant(house.clock.instant(), ben.zoneId()).isBefore(LocalTime.of(23, 30));
    assertThat(quiet).isTrue();

    house.run(
        tx ->
            house.reviews.note(
                tx, post.id(), io.herald.review.Event.Kind.IMAGE_REFUSED, null, null));

    assertThat(wanted())
        .filteredOn(row -> row.kind() == CardKind.REMINDER)
        .extracting(CardRow::recipient)
        .containsExactly(cleo.platformId());
    house.clock.advance(Duration.ofHours(24));
    assertThat(wanted())
        .filteredOn(row -> row.kind() == CardKind.REMINDER)
        .extracting(CardRow::recipient)
        .containsExactly(ben.platformId());
  }
}
