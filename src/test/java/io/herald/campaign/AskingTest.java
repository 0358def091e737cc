package io.herald.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.members.Digest;
import io.herald.members.Person;
import io.herald.members.QuietHours;
import io.herald.members.Role;
import io.herald.post.Post;
import io.herald.testkit.House;
import io.herald.testkit.OnBothDatabases;
import io.herald.testkit.TestDatabase;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What members' choices do to broadcasts. */
@OnBothDatabases
class AskingTest {
  private static final QuietHours NIGHT = new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0));
  private static final Digest DAILY =
      new Digest(Digest.Rhythm.DAILY, DayOfWeek.MONDAY, LocalTime.of(9, 0));

  private final House house;
  private final Person author;
  private final Person approver;
  private final Person amira;

  AskingTest(TestDatabase kind) {
    house = new House(kind.open());
    author = house.member("Author");
    approver = house.member("Approver", Role.APPROVER);
    amira = house.joined("Amira");
  }

  @BeforeEach
  void onATuesdayNight() {
    house.clock.set(Instant.parse("2026-03-10T22:30:00Z"));
  }

  @AfterEach
  void close() {
    house.close();
  }

  private Post live(String headline) {
    return house.live(author, approver, headline);
  }

  private Post livePriority(String headline) {
    Post approved = house.approved(house.submitted(author, headline), approver);
    house.run(
        tx -> house.priorities.justify(tx, approved.id(), author.member(), "The office is shut."));
    return house.live(approved);
  }

  private void choose(
      Person person, @Nullable Integer cap, @Nullable QuietHours quiet, Digest digest) {
    house.run(tx -> house.attention.choose(tx, person, cap, quiet, digest));
  }

  private long broadcast(Post post) {
    return house.list(tx -> house.broadcasts.of(tx, post.id())).get(0).id();
  }

  private Delivery delivery(Post post, Person person) {
    return house.in(
        tx -> house.broadcasts.deliveryTo(tx, post.id(), person.member()).orElseThrow());
  }

  private String stand(Post post, Person person) {
    List<Long> ids = List.of(delivery(post, person).id());
    var stand = house.in(tx -> tx.sql(DeliverySql.class).stands(ids).get(0));
    return DeliveryState.of(stand.state()) + (stand.reason() == null ? "" : " " + stand.reason());
  }

  private List<Long> due(Post post, String at) {
    return house.list(tx -> tx.sql(DeliverySql.class).due(broadcast(post), Instant.parse(at), 100));
  }

  private boolean mayAsk(Post post, Person person) {
    return house.holds(
        tx -> house.broadcasts.mayAsk(tx, delivery(post, person), house.again(person)));
  }

  private int asked(Person person) {
    return house.<Integer>in(tx -> house.attention.askedThisWeek(tx, person.member()));
  }

  private void fill(Person person, int asks) {
    for (int i = 0; i < asks; i++) {
      house.run(tx -> house.attention.ask(tx, person.member(), false));
    }
  }

  private long digest(Person person) {
    return house.in(tx -> tx.sql(DigestSql.class).gathering(person.member()).orElseThrow());
  }

  private Digests.Next closeDigest(long id, Person person) {
    return house.in(tx -> house.digests.close(tx, house.broadcasts, id, house.again(person)));
  }

  @Test
  void a_broadcast_goes_now_later_in_a_digest_or_not_at_all_as_members_chose() {
    Person quiet = house.joined("Quiet");
    Person gatherer = house.joined("Gatherer");
    Person paused = house.joined("Paused");
    Person full = house.joined("Full");
    Person modest = house.joined("Modest");
    choose(quiet, null, NIGHT, Digest.NONE);
    choose(gatherer, null, null, DAILY);
    choose(modest, 1, null, Digest.NONE);
    house.run(tx -> house.attention.pause(tx, paused));
    fill(full, 5);
    fill(modest, 1);

    Post post = live("Offices");

    assertThat(stand(post, amira)).isEqualTo("WAITING");
    assertThat(stand(post, quiet)).isEqualTo("WAITING");
    assertThat(stand(post, gatherer)).isEqualTo("GATHERED");
    assertThat(stand(post, paused)).isEqualTo("SKIPPED paused");
    assertThat(stand(post, full)).isEqualTo("SKIPPED cap_reached");
    assertThat(stand(post, modest)).isEqualTo("SKIPPED cap_reached");
    assertThat(due(post, "2026-03-11T05:59:59Z")).containsExactly(delivery(post, amira).id());
    assertThat(due(post, "2026-03-11T06:00:00Z"))
        .containsExactlyInAnyOrder(delivery(post, amira).id(), delivery(post, quiet).id());
    Progress progress =
        house.in(
            tx ->
                house.broadcasts.progress(
                    tx, house.broadcasts.find(tx, broadcast(post)).orElseThrow()));
    assertThat(progress.ended())
        .containsExactlyInAnyOrder(
            new Progress.Group(DeliveryState.SKIPPED, "paused", 1),
            new Progress.Group(DeliveryState.SKIPPED, "cap_reached", 2));
    assertThat(progress.pending()).isEqualTo(3);
    Outstanding outstanding =
        house.in(tx -> house.broadcasts.outstanding(tx, house.broadcasts.of(tx, post.id())));
    var quietUntil = Instant.parse("2026-03-11T06:00:00Z");
    var digestUntil = Instant.parse("2026-03-11T08:00:00Z");
    assertThat(outstanding)
        .isEqualTo(new Outstanding(1, new Later(1, quietUntil, 1, digestUntil), 0));
  }

  @Test
  void whoever_shares_on_accounts_for_more_than_work_is_asked_half_as_often_unless_they_chose() {
    Person hybrid = house.joined("Hybrid");
    Person chose = house.joined("Chose");
    Person quiet = house.joined("Quiet");
    for (Person person : List.of(hybrid, chose, quiet)) {
      house.run(tx -> house.attention.fewer(tx, person.member(), true));
      fill(person, 3);
    }
    choose(chose, 4, null, Digest.NONE);
    choose(quiet, null, NIGHT, Digest.NONE);
    fill(amira, 3);

    Post post = live("Offices");

    assertThat(stand(post, amira)).isEqualTo("WAITING");
    assertThat(stand(post, hybrid)).isEqualTo("SKIPPED cap_reached");
    assertThat(stand(post, chose)).isEqualTo("WAITING");
    assertThat(stand(post, quiet)).isEqualTo("SKIPPED cap_reached");
  }

  @Test
  void quiet_hours_do_not_hide_that_the_cap_is_reached() {
    choose(amira, null, NIGHT, Digest.NONE);
    fill(amira, 5);

    assertThat(stand(live("Offices"), amira)).isEqualTo("SKIPPED cap_reached");
  }

  @Test
  void a_priority_goes_past_cap_and_digest_waits_for_the_morning_and_respects_a_pause() {
    Person gatherer = house.joined("Gatherer");
    Person paused = house.joined("Paused");
    choose(gatherer, null, null, DAILY);
    choose(amira, 1, NIGHT, Digest.NONE);
    fill(amira, 1);
    house.run(tx -> house.attention.pause(tx, paused));

    Post post = livePriority("Offices");

    assertThat(stand(post, gatherer)).isEqualTo("WAITING");
    assertThat(stand(post, paused)).isEqualTo("SKIPPED paused");
    assertThat(due(post, "2026-03-11T05:59:59Z")).containsExactly(delivery(post, gatherer).id());
    assertThat(due(post, "2026-03-11T06:00:00Z")).hasSize(2);
    house.clock.set(Instant.parse("2026-03-11T06:00:00Z"));
    assertThat(mayAsk(post, amira)).isTrue();
    assertThat(asked(amira)).as("it is counted all the same").isEqualTo(2);
    assertThat(house.recorded("post/" + post.id())).contains("priority_justified");
  }

  @Test
  void an_ask_is_counted_when_it_is_begun_once_and_taken_back_where_it_failed() {
    Post post = live("Offices");
    house.run(tx -> tx.sql(DeliverySql.class).queued(List.of(delivery(post, amira).id())));
    assertThat(asked(amira)).isZero();

    assertThat(mayAsk(post, amira)).isTrue();
    assertThat(mayAsk(post, amira)).as("again, after a refusal of the platform").isTrue();
    assertThat(asked(amira)).isEqualTo(1);

    house.run(
        tx -> house.broadcasts.ended(tx, delivery(post, amira).id(), DeliveryState.FAILED, "gone"));
    assertThat(asked(amira)).isZero();
  }

  @Test
  void what_a_member_chose_meanwhile_holds_when_the_card_is_about_to_go() {
    Person ben = house.joined("Ben");
    Person cleo = house.joined("Cleo");
    Person dora = house.joined("Dora");
    Post post = live("Offices");
    for (Person person : List.of(amira, ben, cleo, dora)) {
      house.run(tx -> tx.sql(DeliverySql.class).queued(List.of(delivery(post, person).id())));
    }
    house.run(tx -> house.attention.pause(tx, amira));
    choose(ben, null, NIGHT, Digest.NONE);
    choose(cleo, null, null, DAILY);
    fill(dora, 5);

    for (Person person : List.of(amira, ben, cleo, dora)) {
      assertThat(mayAsk(post, person)).isFalse();
    }
    assertThat(stand(post, amira)).isEqualTo("SKIPPED paused");
    assertThat(stand(post, ben)).isEqualTo("WAITING");
    assertThat(due(post, "2026-03-11T05:59:59Z")).isEmpty();
    assertThat(due(post, "2026-03-11T06:00:00Z")).containsExactly(delivery(post, ben).id());
    assertThat(stand(post, cleo)).isEqualTo("GATHERED");
    assertThat(stand(post, dora)).isEqualTo("SKIPPED cap_reached");
  }

  @Test
  void a_digest_takes_all_posts_until_its_hour_and_is_one_ask() {
    choose(amira, null, null, DAILY);
    Post one = live("Offices");
    Post two = live("Hiring");
    long digest = digest(amira);
    assertThat(house.list(tx -> house.digests.inside(tx, digest)))
        .extracting(Delivery::post)
        .containsExactly(one.id(), two.id());

    assertThat(closeDigest(digest, amira))
        .isEqualTo(new Digests.Next.Wait(Instant.parse("2026-03-11T08:00:00Z")));
    house.clock.set(Instant.parse("2026-03-11T08:00:00Z"));
    assertThat(closeDigest(digest, amira)).isEqualTo(new Digests.Next.Send());
    assertThat(closeDigest(digest, amira)).as("after a crash").isEqualTo(new Digests.Next.Send());
    assertThat(asked(amira)).isEqualTo(1);

    house.run(
        tx -> house.digests.ended(tx, house.broadcasts, digest, DeliveryState.DELIVERED, null));
    assertThat(stand(one, amira)).isEqualTo("DELIVERED");
    assertThat(stand(two, amira)).isEqualTo("DELIVERED");

    Post three = live("Canteen");
    assertThat(stand(three, amira)).isEqualTo("GATHERED");
    assertThat(digest(amira)).as("the next one").isNotEqualTo(digest);
  }

  @Test
  void the_outbox_wakes_for_a_digest_at_its_hour_and_not_before() {
    choose(amira, null, null, DAILY);
    live("Offices");
    long digest = digest(amira);

    assertThat(house.work(Digests.DIGEST)).isEmpty();
    house.clock.set(Instant.parse("2026-03-11T08:00:00Z"));
    assertThat(house.work(Digests.DIGEST)).containsExactly(digest);
  }

  @Test
  void a_digest_that_finds_the_week_full_comes_in_the_next_with_all_that_is_in_it() {
    choose(amira, null, null, DAILY);
    Post post = live("Offices");
    long digest = digest(amira);
    fill(amira, 5);
    house.clock.set(Instant.parse("2026-03-11T08:00:00Z"));

    assertThat(closeDigest(digest, amira))
        .isEqualTo(new Digests.Next.Wait(Instant.parse("2026-03-16T08:00:00Z")));
    assertThat(stand(post, amira)).isEqualTo("GATHERED");
    house.clock.set(Instant.parse("2026-03-16T08:00:00Z"));
    assertThat(closeDigest(digest, amira)).isEqualTo(new Digests.Next.Send());
  }

  @Test
  void what_ended_before_the_digest_came_is_not_in_it() {
    choose(amira, null, null, DAILY);
    Post gone = live("Offices");
    Post stays = live("Hiring");
    long digest = digest(amira);
    house.run(
        tx -> {
          Post post = house.posts.lock(tx, gone.id());
          house.posts.store(tx, post.withdrawn("Wrong", null, house.posts.now()), 1L, "withdrawn");
          house.broadcasts.cancelPost(tx, gone.id(), 1L);
        });
    house.clock.set(Instant.parse("2026-03-11T08:00:00Z"));

    assertThat(closeDigest(digest, amira)).isEqualTo(new Digests.Next.Send());
    assertThat(house.list(tx -> house.digests.inside(tx, digest)))
        .extracting(Delivery::post)
        .containsExactly(stays.id());
    assertThat(stand(gone, amira)).isEqualTo("SKIPPED not_live");
  }

  @Test
  void a_broadcast_that_is_paused_waits_for_the_next_digest() {
    choose(amira, null, null, DAILY);
    Post post = live("Offices");
    long digest = digest(amira);
    house.run(tx -> house.broadcasts.pause(tx, broadcast(post), 1L, null));
    house.clock.set(Instant.parse("2026-03-11T08:00:00Z"));

    assertThat(closeDigest(digest, amira)).isEqualTo(new Digests.Next.Nothing());
    assertThat(asked(amira)).isZero();
    assertThat(digest(amira)).isNotEqualTo(digest);
    house.run(tx -> house.broadcasts.resume(tx, broadcast(post), 1L));
    house.clock.set(Instant.parse("2026-03-12T08:00:00Z"));
    assertThat(closeDigest(digest(amira), amira)).isEqualTo(new Digests.Next.Send());
  }

  @Test
  void whoever_pauses_or_leaves_gets_no_digest() {
    Person ben = house.joined("Ben");
    choose(amira, null, null, DAILY);
    choose(ben, null, null, DAILY);
    Post post = live("Offices");
    long hers = digest(amira);
    long his = digest(ben);
    house.clock.set(Instant.parse("2026-03-11T08:00:00Z"));
    house.run(tx -> house.attention.pause(tx, amira));
    house.run(tx -> house.people.leave(tx, ben));

    assertThat(closeDigest(hers, amira)).isEqualTo(new Digests.Next.Nothing());
    assertThat(closeDigest(his, ben)).isEqualTo(new Digests.Next.Nothing());
    assertThat(stand(post, amira)).isEqualTo("SKIPPED paused");
    assertThat(stand(post, ben)).isEqualTo("SKIPPED not_joined");
  }

  @Test
  void another_hour_or_no_digest_any_more_moves_the_one_that_gathers() {
    choose(amira, null, null, DAILY);
    live("Offices");
    long digest = digest(amira);
    choose(
        amira, null, null, new Digest(Digest.Rhythm.DAILY, DayOfWeek.MONDAY, LocalTime.of(8, 0)));
    house.run(tx -> house.digests.retime(tx, house.again(amira)));

    house.clock.set(Instant.parse("2026-03-11T07:00:00Z"));
    assertThat(house.work(Digests.DIGEST)).containsExactly(digest);
    assertThat(closeDigest(digest, amira)).isEqualTo(new Digests.Next.Send());
  }

  @Test
  void several_nodes_close_a_digest_once() throws Exception {
    choose(amira, null, null, DAILY);
    live("Offices");
    long digest = digest(amira);
    house.clock.set(Instant.parse("2026-03-11T08:00:00Z"));
    var nodes = Executors.newFixedThreadPool(3);
    try {
      Callable<Digests.Next> node = () -> closeDigest(digest, amira);
      for (var end : nodes.invokeAll(Stream.generate(() -> node).limit(6).toList())) {
        assertThat(end.get()).isEqualTo(new Digests.Next.Send());
      }
    } finally {
      nodes.shutdownNow();
    }
    assertThat(asked(amira)).isEqualTo(1);
  }

  @Test
  void whom_a_cap_kept_from_a_post_gets_it_with_a_later_broadcast() {
    fill(amira, 5);
    Post post = live("Offices");
    assertThat(stand(post, amira)).isEqualTo("SKIPPED cap_reached");
    house.clock.advance(Duration.ofDays(7));

    house.run(tx -> house.broadcasts.start(tx, house.posts.get(tx, post.id())));

    assertThat(stand(post, amira)).isEqualTo("WAITING");
    assertThat(mayAsk(post, amira)).isTrue();
  }
}
