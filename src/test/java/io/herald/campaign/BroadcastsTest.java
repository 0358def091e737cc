package io.herald.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.members.Person;
import io.herald.members.Role;
import io.herald.post.Post;
import io.herald.post.Topic;
import io.herald.testkit.House;
import io.herald.testkit.OnBothDatabases;
import io.herald.testkit.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class BroadcastsTest {
  private final House house;
  private final Person author;
  private final Person approver;

  BroadcastsTest(TestDatabase database) {
    house = new House(database.open());
    author = house.member("Amira");
    approver = house.member("Clara", Role.APPROVER);
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void a_post_goes_to_the_joined_members_who_follow_one_of_its_topics_and_to_nobody_else() {
    Person ben = house.joined("Ben");
    Person other = house.joined("Otto");
    house.member("Never Joined");
    Topic hiring = house.topic("Hiring");
    house.run(tx -> house.people.follow(tx, ben.member(), List.of(hiring.id())));

    Post post = house.live(author, approver, "News", hiring.id());

    assertThat(house.work(Broadcasts.DELIVERY)).hasSize(1);
    assertThat(house.maybe(tx -> house.broadcasts.deliveryTo(tx, post.id(), ben.member())))
        .isPresent();
    assertThat(house.maybe(tx -> house.broadcasts.deliveryTo(tx, post.id(), other.member())))
        .isEmpty();
  }

  @Test
  void a_member_who_follows_several_of_its_topics_gets_a_post_once() {
    Person ben = house.joined("Ben");
    Topic hiring = house.topic("Hiring");
    Topic events = house.topic("Events");
    house.run(tx -> house.people.follow(tx, ben.member(), List.of(1L, hiring.id(), events.id())));

    house.live(author, approver, "News", hiring.id(), events.id());

    assertThat(house.work(Broadcasts.DELIVERY)).hasSize(1);
  }

  @Test
  void a_second_broadcast_of_a_post_reaches_nobody_again() {
    house.joined("Ben");
    Post post = house.live(author, approver, "News");
    house.work(Broadcasts.DELIVERY);
    Person late = house.joined("Late");

    house.run(tx -> house.broadcasts.start(tx, post));

    assertThat(house.work(Broadcasts.DELIVERY))
        .containsExactly(
            house
                .maybe(tx -> house.broadcasts.deliveryTo(tx, post.id(), late.member()))
                .orElseThrow()
                .id());
  }

  @Test
  void a_topic_that_points_at_a_channel_puts_one_card_there() {
    Topic hiring = house.topic("Hiring");
    Topic events = house.topic("Events");
    var news = new Topic.Channel(author.workspace(), "C0NEWS");
    house.run(tx -> house.topics.point(tx, 1, hiring, news));
    house.run(tx -> house.topics.point(tx, 1, events, news));

    house.live(author, approver, "News", hiring.id(), events.id());

    assertThat(house.work(Broadcasts.CHANNEL_DELIVERY)).hasSize(1);
  }

  @Test
  void what_was_not_begun_can_be_cancelled() {
    house.joined("Ben");
    Post post = house.live(author, approver, "News");
    assertThat(house.<Integer>in(tx -> house.broadcasts.cancel(tx, post.id()))).isEqualTo(1);
    assertThat(house.work(Broadcasts.DELIVERY)).isEmpty();
  }

  @Test
  void what_was_tried_may_have_arrived_and_is_not_cancelled() {
    house.joined("Ben");
    Post post = house.live(author, approver, "News");
    var work = house.claim(io.herald.outbox.Lane.BULK, 1).get(0);
    house.run(tx -> house.outbox.again(tx, work, java.time.Duration.ZERO));
    assertThat(house.<Integer>in(tx -> house.broadcasts.cancel(tx, post.id()))).isZero();
  }

  @Test
  void the_audience_of_a_draft_is_known_before_it_goes() {
    house.joined("Ben");
    Post post = house.submitted(author, "News");
    assertThat(house.<Long>in(tx -> house.broadcasts.audience(tx, post.id(), 1))).isEqualTo(1);
  }
}
