package io.herald.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.members.Person;
import io.herald.members.Role;
import io.herald.post.Post;
import io.herald.settings.ReminderTimes;
import io.herald.testkit.House;
import io.herald.testkit.OnBothDatabases;
import io.herald.testkit.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class RemindersTest {
  private final House house;
  private final Reminders reminders;
  private final Person author;
  private final Person approver;

  RemindersTest(TestDatabase kind) {
    house = new House(kind.open());
    reminders = new Reminders(house.posts, house.reviews, ReminderTimes.USUAL);
    author = house.joined("Author");
    approver = house.joined("Approver", Role.APPROVER);
  }

  @AfterEach
  void close() {
    house.close();
  }

  private List<Event.Kind> remindAfter(Duration wait) {
    house.clock.advance(wait);
    int before = house.told.size();
    house.run(reminders::remind);
    return house.told.stream().skip(before).map(Event::kind).toList();
  }

  @Test
  void what_waits_reminds_in_the_thread_then_each_who_may_decide_then_the_admins() {
    house.submitted(author, "Offices");

    assertThat(remindAfter(Duration.ofHours(23))).isEmpty();
    assertThat(remindAfter(Duration.ofHours(1))).containsExactly(Event.Kind.REMINDED);
    assertThat(remindAfter(Duration.ofHours(1))).isEmpty();
    assertThat(remindAfter(Duration.ofHours(23))).containsExactly(Event.Kind.REMINDED_DECIDERS);
    assertThat(remindAfter(Duration.ofHours(23))).isEmpty();
    assertThat(remindAfter(Duration.ofHours(1))).containsExactly(Event.Kind.REMINDED_ADMINS);
    assertThat(remindAfter(Duration.ofDays(30))).isEmpty();
  }

  @Test
  void a_decision_ends_the_reminders() {
    Post post = house.submitted(author, "Offices");
    assertThat(remindAfter(Duration.ofHours(24))).containsExactly(Event.Kind.REMINDED);

    house.approved(post, approver);

    assertThat(remindAfter(Duration.ofDays(10))).isEmpty();
  }

  @Test
  void each_stage_waits_by_itself() {
    Person legal = house.joined("Legal", Role.APPROVER);
    var topic = house.topic("Hiring");
    house.run(
        tx ->
            house.topics.stages(
                tx,
                1,
                topic,
                List.of(
                    new io.herald.post.Topic.Stage(0, "Legal", List.of()),
                    new io.herald.post.Topic.Stage(1, "Brand", List.of()))));
    Post post = house.submitted(author, "Offices", topic.id());
    assertThat(remindAfter(Duration.ofHours(24))).containsExactly(Event.Kind.REMINDED);

    house.approved(post, legal);

    assertThat(remindAfter(Duration.ofHours(23))).isEmpty();
    assertThat(remindAfter(Duration.ofHours(1))).containsExactly(Event.Kind.REMINDED);
    assertThat(house.told.get(house.told.size() - 1).stage()).isEqualTo("Brand");
  }

  @Test
  void a_stage_whose_approval_was_undone_is_not_reminded_of_twice() {
    Post post = house.submitted(author, "Offices");
    assertThat(remindAfter(Duration.ofHours(24))).containsExactly(Event.Kind.REMINDED);
    house.approved(post, approver);
    house.run(
        tx ->
            house.reviews.undo(
                tx,
                house.reviews.newest(tx, post.id()).orElseThrow().last().orElseThrow().id(),
                approver));

    assertThat(remindAfter(Duration.ofHours(1))).isEmpty();
    assertThat(remindAfter(Duration.ofHours(23))).containsExactly(Event.Kind.REMINDED_DECIDERS);
  }

  @Test
  void what_was_due_while_herald_was_away_is_made_up_for_once() {
    house.submitted(author, "Offices");

    assertThat(remindAfter(Duration.ofDays(5)))
        .containsExactly(
            Event.Kind.REMINDED, Event.Kind.REMINDED_DECIDERS, Event.Kind.REMINDED_ADMINS);
    assertThat(remindAfter(Duration.ofDays(5))).isEmpty();
  }

  @Test
  void zero_is_never() {
    house.submitted(author, "Offices");
    var quiet =
        new Reminders(
            house.posts,
            house.reviews,
            new ReminderTimes(Duration.ZERO, Duration.ofHours(2), Duration.ZERO));
    house.clock.advance(Duration.ofDays(5));
    int before = house.told.size();

    house.run(quiet::remind);

    assertThat(house.told.stream().skip(before).map(Event::kind))
        .containsExactly(Event.Kind.REMINDED_DECIDERS);
  }

  @Test
  void several_nodes_remind_once() throws Exception {
    for (int i = 0; i < 5; i++) {
      house.submitted(author, "Post " + i);
    }
    house.clock.advance(Duration.ofHours(24));
    int before = house.told.size();
    var nodes = Executors.newFixedThreadPool(3);
    try {
      Callable<Boolean> node =
          () -> {
            house.run(reminders::remind);
            return true;
          };
      for (var end : nodes.invokeAll(Stream.generate(() -> node).limit(6).toList())) {
        end.get();
      }
    } finally {
      nodes.shutdownNow();
    }
    assertThat(house.told.stream().skip(before).filter(e -> e.kind() == Event.Kind.REMINDED))
        .hasSize(5);
  }
}
