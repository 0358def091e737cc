package io.herald.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.herald.members.AccountFacts;
import io.herald.members.Person;
import io.herald.members.Role;
import io.herald.outbox.Lane;
import io.herald.outbox.Work;
import io.herald.post.Post;
import io.herald.post.Topic;
import io.herald.testkit.Crowd;
import io.herald.testkit.House;
import io.herald.testkit.OnBothDatabases;
import io.herald.testkit.TestDatabase;
import io.herald.testkit.Together;
import io.herald.words.Refusal;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
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
  void what_was_not_begun_never_leaves_when_its_post_is_withdrawn() {
    house.joined("Ben");
    Post post = house.live(author, approver, "News");
    house.feeder.feed();

    long home = house.<Long>in(tx -> house.broadcasts.cancelPost(tx, post.id(), 1));

    assertThat(home).isEqualTo(1);
    assertThat(house.work(Broadcasts.DELIVERY)).isEmpty();
    assertThat(broadcast(post).state()).isEqualTo(BroadcastState.CANCELLED);
  }

  @Test
  void what_was_tried_may_have_arrived_and_stays_to_be_looked_for() {
    house.joined("Ben");
    Post post = house.live(author, approver, "News");
    house.feeder.feed();
    Work work = house.claim(Lane.BULK, 1).get(0);
    house.run(tx -> house.outbox.again(tx, work, Duration.ZERO));

    house.run(tx -> house.broadcasts.cancelPost(tx, post.id(), 1));

    assertThat(house.work(Broadcasts.DELIVERY)).containsExactly(work.subject());
  }

  @Test
  void a_paused_broadcast_feeds_nothing_and_goes_on_when_it_is_resumed() {
    house.joined("Ben");
    Post post = house.live(author, approver, "News");
    house.feeder.feed();
    long id = broadcast(post).id();

    house.run(tx -> house.broadcasts.pause(tx, id, 1L, null));
    assertThat(house.work(Broadcasts.DELIVERY)).isEmpty();
    assertThat(refusal(() -> house.run(tx -> house.broadcasts.pause(tx, id, 1L, null))))
        .isEqualTo("This broadcast is paused already.");

    house.run(tx -> house.broadcasts.resume(tx, id, 1));
    assertThat(house.work(Broadcasts.DELIVERY)).hasSize(1);
    assertThat(refusal(() -> house.run(tx -> house.broadcasts.resume(tx, id, 1))))
        .isEqualTo("This broadcast is running already.");
  }

  @Test
  void what_stands_in_the_outbox_when_a_broadcast_is_paused_waits_with_the_rest() {
    house.joined("Ben");
    Post post = house.live(author, approver, "News");
    house.feeder.feed();
    Work claimed = house.claim(Lane.BULK, 1).get(0);
    house.run(tx -> house.broadcasts.pause(tx, broadcast(post).id(), 1L, null));

    assertThat(house.holds(tx -> house.broadcasts.mayBegin(tx, claimed.subject()))).isFalse();
    // It is fed again before its old work is put down, and must not get lost with that.
    house.run(tx -> house.broadcasts.resume(tx, broadcast(post).id(), 1));
    house.feeder.feed();
    house.run(tx -> house.outbox.done(tx, claimed));

    assertThat(house.work(Broadcasts.DELIVERY)).containsExactly(claimed.subject());
    assertThat(house.holds(tx -> house.broadcasts.mayBegin(tx, claimed.subject()))).isTrue();
  }

  @Test
  void the_outbox_stays_small_however_many_a_broadcast_reaches() {
    house.run(
        tx -> {
          for (int i = 0; i < 1_200; i++) {
            Person person = house.people.meet(tx, House.account("U" + i));
            house.people.learn(
                tx,
                person.id(),
                new AccountFacts(
                    person.account(), "P", null, AccountFacts.Kind.MEMBER, ZoneOffset.UTC, true));
            house.people.join(tx, house.people.identity(tx, person.id()));
          }
        });
    house.live(author, approver, "News");
    house.feeder.feed();
    house.feeder.feed();
    house.feeder.feed();

    assertThat(house.outbox.depth(Lane.BULK)).isBetween(250L, 500L);
    var reached = new HashSet<Long>();
    while (reached.size() < 1_200) {
      assertThat(house.work(Broadcasts.DELIVERY)).isNotEmpty().allMatch(reached::add);
    }
  }

  @Test
  void a_workspace_that_takes_nothing_holds_up_nobody_elsewhere() {
    Crowd.fill(house, House.TEAM, 600);
    Person theo = house.inTeams("Theo", null, AccountFacts.Kind.MEMBER);
    house.run(tx -> house.people.join(tx, theo));
    Post post = house.live(author, approver, "News");
    Delivery his =
        house.maybe(tx -> house.broadcasts.deliveryTo(tx, post.id(), theo.member())).orElseThrow();
    // As if he stood behind everybody else.
    house.clock.advance(Duration.ofSeconds(1));
    house.run(
        tx ->
            tx.sql(AskingSql.class)
                .putOff(List.of(new AskingSql.PutOff(his.id(), house.posts.now()))));
    house.feeder.feed();
    assertThat(house.outbox.depth(Lane.BULK)).isEqualTo(500);

    assertThat(house.feeder.feed()).as("but his").isEqualTo(1);
    assertThat(house.feeder.feed()).isZero();
    assertThat(house.work(Broadcasts.DELIVERY)).contains(his.id());
    assertThat(house.feeder.feed()).as("there is room again").isEqualTo(100);
  }

  @Test
  void nodes_that_feed_at_once_feed_each_delivery_once() throws Exception {
    for (int i = 0; i < 20; i++) {
      house.joined("Member " + i);
    }
    house.live(author, approver, "News");
    var start = new CountDownLatch(1);
    var nodes = new ArrayList<CompletableFuture<Integer>>();
    for (int i = 0; i < 4; i++) {
      nodes.add(
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  start.await();
                } catch (InterruptedException e) {
                  throw new IllegalStateException(e);
                }
                return house.feeder.feed();
              }));
    }
    start.countDown();
    int fed = 0;
    for (var node : nodes) {
      fed += node.get();
    }
    assertThat(fed).isEqualTo(20);
    assertThat(house.work(Broadcasts.DELIVERY)).hasSize(20).doesNotHaveDuplicates();
  }

  @Test
  void a_broadcast_is_done_when_every_delivery_has_ended_and_its_counts_are_kept() {
    List<String> names = List.of("Ben", "Otto", "Dan", "Eve", "Finn");
    names.forEach(house::joined);
    Post post = house.live(author, approver, "News");
    List<Long> ids = house.work(Broadcasts.DELIVERY);
    end(ids.get(0), DeliveryState.DELIVERED, null);
    end(ids.get(1), DeliveryState.FAILED, "gone");
    end(ids.get(2), DeliveryState.SKIPPED, "not_joined");
    end(ids.get(3), DeliveryState.UNKNOWN, null);
    house.feeder.feed();
    assertThat(broadcast(post).state()).isEqualTo(BroadcastState.RUNNING);
    assertThat(progress(post).pending()).isEqualTo(1);

    end(ids.get(4), DeliveryState.DELIVERED, null);
    end(ids.get(4), DeliveryState.DELIVERED, null);
    house.feeder.feed();

    assertThat(broadcast(post).state()).isEqualTo(BroadcastState.DONE);
    assertThat(broadcast(post).endedAt()).isNotNull();
    assertThat(progress(post).ended())
        .containsExactly(
            new Progress.Group(DeliveryState.DELIVERED, "", 2),
            new Progress.Group(DeliveryState.FAILED, "gone", 1),
            new Progress.Group(DeliveryState.SKIPPED, "not_joined", 1),
            new Progress.Group(DeliveryState.UNKNOWN, "", 1));
    assertThat(house.recorded("post/" + post.id())).endsWith("broadcast_started", "broadcast_done");
  }

  @Test
  void what_nobody_could_tell_counts_anew_once_it_is_known() {
    house.joined("Ben");
    Post post = house.live(author, approver, "News");
    long id = house.work(Broadcasts.DELIVERY).get(0);
    end(id, DeliveryState.UNKNOWN, null);
    end(id, DeliveryState.DELIVERED, null);
    assertThat(progress(post).ended())
        .containsExactly(new Progress.Group(DeliveryState.DELIVERED, "", 1));
    end(id, DeliveryState.FAILED, "gone");
    end(id, DeliveryState.RECALLED, null);
    assertThat(progress(post).delivered()).isEqualTo(1);
    assertThat(progress(post).number(DeliveryState.RECALLED)).isEqualTo(1);
  }

  @Test
  void what_goes_again_at_the_moment_at_which_its_broadcast_ends_is_not_left_behind() {
    house.joined("Ben");
    Post post = house.live(author, approver, "News");
    long id = house.work(Broadcasts.DELIVERY).get(0);
    end(id, DeliveryState.UNKNOWN, null);
    var feeding = new ArrayList<CompletableFuture<Integer>>();
    house.run(
        tx -> {
          house.broadcasts.resendUnknown(tx, broadcast(post).id(), author.member());
          feeding.add(CompletableFuture.supplyAsync(house.feeder::feed));
          // Long enough for the feeder to see that all is over, and to wait for this.
          pause(Duration.ofMillis(500));
        });
    feeding.forEach(CompletableFuture::join);
    house.feeder.feed();

    assertThat(broadcast(post).state()).isEqualTo(BroadcastState.RUNNING);
    assertThat(house.work(Broadcasts.DELIVERY)).contains(id);
  }

  private static void pause(Duration time) {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void the_next_broadcast_takes_over_what_a_cancelled_one_left_and_nothing_else() {
    house.joined("Ben");
    house.joined("Otto");
    Post post = house.live(author, approver, "News");
    house.feeder.feed();
    Work done = house.claim(Lane.BULK, 1).get(0);
    long first = done.subject();
    end(first, DeliveryState.DELIVERED, null);
    house.run(tx -> house.outbox.done(tx, done));
    house.run(tx -> house.broadcasts.cancel(tx, broadcast(post).id(), 1L));

    house.run(tx -> house.broadcasts.start(tx, post));

    assertThat(broadcast(post).members()).isEqualTo(1);
    assertThat(house.work(Broadcasts.DELIVERY)).doesNotContain(first).hasSize(1);
  }

  @Test
  void ends_that_follow_each_other_in_a_shared_transaction_count_once_each() {
    house.joined("Ben");
    Post post = house.live(author, approver, "News");
    house.feeder.feed();
    long id = house.claim(Lane.BULK, 1).get(0).subject();

    Together.withAnother(
        house.database,
        tx -> house.broadcasts.dealsWith(tx, id),
        tx -> {
          house.broadcasts.ended(tx, id, DeliveryState.DELIVERED, null);
          house.broadcasts.ended(tx, id, DeliveryState.DELIVERED, null);
          house.broadcasts.ended(tx, id, DeliveryState.RECALLED, null);
          return tx;
        });

    assertThat(progress(post).number(DeliveryState.RECALLED)).isEqualTo(1);
    assertThat(progress(post).number(DeliveryState.DELIVERED)).isZero();
    assertThat(progress(post).pending()).isZero();
  }

  private void end(long delivery, DeliveryState state, @Nullable String reason) {
    house.run(tx -> house.broadcasts.ended(tx, delivery, state, reason));
  }

  /** The newest push of a post. */
  private Broadcast broadcast(Post post) {
    List<Broadcast> all = house.list(tx -> house.broadcasts.of(tx, post.id()));
    return all.get(all.size() - 1);
  }

  private Progress progress(Post post) {
    return house.in(tx -> house.broadcasts.progress(tx, broadcast(post)));
  }

  private static String refusal(Runnable deed) {
    return catchThrowableOfType(Refusal.class, deed::run).text().plain(ZoneOffset.UTC);
  }

  @Test
  void the_audience_of_a_draft_is_known_before_it_goes() {
    house.joined("Ben");
    Post post = house.submitted(author, "News");
    assertThat(house.<Long>in(tx -> house.broadcasts.audience(tx, post.id(), 1))).isEqualTo(1);
  }
}
