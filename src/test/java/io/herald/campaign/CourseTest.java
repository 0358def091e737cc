package io.herald.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.members.Person;
import io.herald.members.Role;
import io.herald.post.Post;
import io.herald.testkit.House;
import io.herald.testkit.OnBothDatabases;
import io.herald.testkit.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How far a campaign is, and when leads are told. */
@OnBothDatabases
class CourseTest {
  private static final Aim EVERYONE = new Aim(List.of(Aim.Group.everyone()), List.of());

  private final House house;
  private final Person lead;
  private final Person author;
  private final Person approver;

  CourseTest(TestDatabase database) {
    house = new House(database.open());
    lead = house.member("Lea", Role.LEAD);
    author = house.member("Amira");
    approver = house.member("Clara", Role.APPROVER);
  }

  @AfterEach
  void close() {
    house.close();
  }

  private Campaign campaign(String name, Aim aim, Post... posts) {
    List<Long> ids = java.util.Arrays.stream(posts).map(Post::id).toList();
    var plan =
        new Plan(
            name,
            "Goal",
            ids,
            aim,
            null,
            null,
            null,
            house.posts.now().plus(Duration.ofDays(9)),
            null,
            null);
    return house.in(tx -> house.campaigns.add(tx, lead.member(), plan));
  }

  private Campaign get(Campaign campaign) {
    return house.in(tx -> house.campaigns.get(tx, campaign.id()));
  }

  @Test
  void leads_are_told_of_progress_now_and_then_and_at_once_when_it_is_done() {
    house.joined("Ben");
    house.joined("Otto");
    Post post = house.live(author, approver, "News", house.topic("Elsewhere").id());
    Campaign campaign = campaign("Tell", EVERYONE, post);
    house.run(tx -> house.campaigns.send(tx, campaign.id(), lead.member(), 1));
    house.run(tx -> house.campaigns.push(tx, get(campaign), post));
    assertThat(untold()).containsExactly(campaign.id());
    assertThat(untold()).isEmpty();
    house.clock.advance(Duration.ofSeconds(10));
    assertThat(untold()).as("nothing is new").isEmpty();
    List<Long> ids = house.work(Broadcasts.DELIVERY);
    house.run(tx -> house.broadcasts.ended(tx, ids.get(0), DeliveryState.DELIVERED, null));
    assertThat(untold()).containsExactly(campaign.id());

    house.clock.advance(Duration.ofSeconds(1));
    house.run(tx -> house.broadcasts.ended(tx, ids.get(1), DeliveryState.DELIVERED, null));
    house.feeder.feed();
    house.clock.advance(Duration.ofSeconds(1));
    assertThat(untold()).containsExactly(campaign.id());
    house.clock.advance(Duration.ofSeconds(20));
    assertThat(untold()).isEmpty();
  }

  @Test
  void its_pace_is_that_of_the_last_moments_and_forgets_a_pause() {
    for (int i = 0; i < 40; i++) {
      house.joined("Member " + i);
    }
    Post post = house.live(author, approver, "News", house.topic("Elsewhere").id());
    Campaign campaign = campaign("Pace", EVERYONE, post);
    house.run(tx -> house.campaigns.send(tx, campaign.id(), lead.member(), 40));
    house.run(tx -> house.campaigns.push(tx, get(campaign), post));
    List<Long> ids = house.work(Broadcasts.DELIVERY);
    assertThat(untold()).containsExactly(campaign.id());
    deliver(ids.subList(0, 20), 1);
    assertThat(pace(campaign)).as("nothing to compare with").isEmpty();
    assertThat(untold()).containsExactly(campaign.id());
    assertThat(pace(campaign)).hasValue(1);

    house.run(tx -> house.campaigns.pause(tx, campaign.id(), lead.member()));
    house.clock.advance(Duration.ofHours(2));
    house.run(tx -> house.campaigns.resume(tx, campaign.id(), lead.member()));
    assertThat(pace(campaign)).isEmpty();
    assertThat(untold()).containsExactly(campaign.id());
    deliver(ids.subList(20, 30), 2);
    assertThat(untold()).containsExactly(campaign.id());
    assertThat(pace(campaign)).hasValue(0.5);
    house.clock.advance(Duration.ofMinutes(3));
    assertThat(pace(campaign)).as("too long ago").isEmpty();
  }

  private void deliver(List<Long> ids, int seconds) {
    for (long id : ids) {
      house.clock.advance(Duration.ofSeconds(seconds));
      house.run(tx -> house.broadcasts.ended(tx, id, DeliveryState.DELIVERED, null));
    }
  }

  private OptionalDouble pace(Campaign campaign) {
    return house.in(
        tx ->
            house
                .campaigns
                .course()
                .pace(tx, campaign.id(), house.campaigns.course().progress(tx, campaign.id())));
  }

  private List<Long> untold() {
    return house.list(tx -> house.campaigns.course().untold(tx, Duration.ofSeconds(10)));
  }
}
