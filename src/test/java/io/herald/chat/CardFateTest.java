package io.herald.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.campaign.Broadcast;
import io.herald.campaign.BroadcastState;
import io.herald.campaign.DeliveryState;
import io.herald.campaign.Digests;
import io.herald.campaign.Progress;
import io.herald.members.Digest;
import io.herald.members.Person;
import io.herald.members.Role;
import io.herald.post.Post;
import io.herald.testkit.House;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of the deliveries behind a card. */
class CardFateTest {
  private final ChatHouse chat = new ChatHouse();
  private final House house = chat.house;
  private final CardFate fate =
      new CardFate(
          house.outbox,
          chat.cards,
          house.broadcasts,
          house.digests,
          house.posts,
          chat.pushNews,
          new SimpleMeterRegistry());
  private final Person author = house.member("Author");
  private final Person approver = house.member("Approver", Role.APPROVER);

  @AfterEach
  void close() {
    chat.close();
  }

  @Test
  void a_digest_that_arrived_ends_the_pushes_of_all_its_posts_and_says_when_they_are_recalled() {
    Person ben = house.joined("Ben");
    house.run(
        tx ->
            house.attention.choose(
                tx,
                ben,
                null,
                null,
                new Digest(Digest.Rhythm.DAILY, DayOfWeek.MONDAY, LocalTime.of(9, 0))));
    Post one = house.live(author, approver, "One");
    Post two = house.live(author, approver, "Two");
    house.feeder.feed();
    assertThat(broadcast(one).state()).isEqualTo(BroadcastState.RUNNING);
    house.clock.advance(Duration.ofDays(1));
    long digest = house.work(Digests.DIGEST).get(0);
    house.run(
        tx ->
            assertThat(house.digests.close(tx, house.broadcasts, digest, ben))
                .isInstanceOf(Digests.Next.Send.class));
    CardRow card =
        house.in(
            tx ->
                chat.cards.enter(
                    tx, CardKind.DIGEST, digest, 0, ben.workspace(), ben.platformId()));

    house.run(tx -> fate.arrived(tx, card, new Courier.Sent("D1", "1.1")));
    house.feeder.feed();
    assertThat(broadcast(one).state()).isEqualTo(BroadcastState.DONE);
    assertThat(progress(two).number(DeliveryState.DELIVERED)).isEqualTo(1);

    house.run(
        tx ->
            house.posts.store(
                tx,
                house.posts.lock(tx, two.id()).withdrawn("Wrong.", null, house.posts.now()),
                approver.member(),
                "withdrawn"));
    house.run(tx -> fate.edited(tx, card, null));
    assertThat(progress(two).number(DeliveryState.RECALLED)).isEqualTo(1);
    assertThat(progress(two).delivered()).as("it did arrive").isEqualTo(1);
    assertThat(progress(one).number(DeliveryState.RECALLED)).isZero();
  }

  private Broadcast broadcast(Post post) {
    return house.list(tx -> house.broadcasts.of(tx, post.id())).get(0);
  }

  private Progress progress(Post post) {
    return house.in(tx -> house.broadcasts.progress(tx, broadcast(post)));
  }
}
