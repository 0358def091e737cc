package io.herald.insights;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.campaign.DeliveryState;
import io.herald.members.Person;
import io.herald.members.Role;
import io.herald.network.Network;
import io.herald.post.Post;
import io.herald.testkit.House;
import io.herald.testkit.OnBothDatabases;
import io.herald.testkit.TestDatabase;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class InsightsTest {
  private final House house;
  private final Insights insights = new Insights();
  private final Person author;
  private final Person approver;

  InsightsTest(TestDatabase kind) {
    house = new House(kind.open());
    author = house.member("Author");
    approver = house.member("Approver", Role.APPROVER);
  }

  @AfterEach
  void close() {
    house.close();
  }

  private List<Person> joined(int many) {
    var people = new ArrayList<Person>();
    for (int i = 0; i < many; i++) {
      people.add(house.joined("Member " + i));
    }
    return people;
  }

  private Insights.PostNumbers numbers(Post post) {
    return house.in(tx -> insights.post(tx, post.id()).orElseThrow());
  }

  @Test
  void a_post_has_what_arrived_who_shared_it_and_how_long_its_approval_took() {
    List<Person> people = joined(6);
    Post draft = house.submitted(author, "Offices");
    house.clock.advance(Duration.ofHours(3));
    Post post = house.live(house.approved(draft, approver));
    for (Person person : people) {
      house.run(
          tx ->
              house.broadcasts.ended(
                  tx,
                  house.broadcasts.deliveryTo(tx, post.id(), person.member()).orElseThrow().id(),
                  person.equals(people.get(5)) ? DeliveryState.FAILED : DeliveryState.DELIVERED,
                  null));
    }
    house.share(people.get(0), post, Network.LINKEDIN);
    house.share(people.get(0), post, Network.X);
    house.share(people.get(1), post, Network.X);
    house.clock.advance(Duration.ofMinutes(2));
    house.share(people.get(1), post, Network.X);

    Insights.PostNumbers numbers = numbers(post);

    assertThat(numbers.numbers()).isEqualTo(new Numbers(5, 2, 4, 0));
    assertThat(numbers.failed()).isEqualTo(1);
    assertThat(numbers.toApproval()).isEqualTo(Duration.ofHours(3));
    assertThat(numbers.headline()).isEqualTo("Offices");
    assertThat(house.list(tx -> insights.posts(tx, 0, 10)))
        .extracting(Insights.PostNumbers::post)
        .containsExactly(post.id());
  }

  @Test
  void networks_and_days_hide_what_few_did_and_what_it_follows_from() {
    List<Person> people = joined(14);
    Post post = house.live(author, approver, "Offices");
    people.subList(0, 6).forEach(p -> house.share(p, post, Network.LINKEDIN));
    people.subList(6, 12).forEach(p -> house.share(p, post, Network.X));
    house.clock.advance(Duration.ofDays(1));
    people.subList(12, 14).forEach(p -> house.share(p, post, Network.BLUESKY));

    List<Insights.Part> networks = house.list(tx -> insights.byNetwork(tx, post.id(), 5));
    assertThat(networks).filteredOn(p -> p.name().equals("bluesky") && p.shown()).isEmpty();
    assertThat(networks).filteredOn(Insights.Part::shown).hasSize(1);
    assertThat(networks.stream().mapToLong(p -> p.numbers().people()).sum()).isEqualTo(14);

    List<Insights.Part> days = house.list(tx -> insights.byDay(tx, post.id(), 5));
    assertThat(days).hasSize(2).noneMatch(Insights.Part::shown);
    assertThat(days.get(0).visitsShown()).as("twelve had shared the day before").isTrue();
    assertThat(days.get(1).visitsShown()).isFalse();
  }

  @Test
  void a_topic_leaves_out_posts_that_few_shared_and_says_so() {
    List<Person> people = joined(6);
    Post many = house.live(author, approver, "Offices");
    Post few = house.live(author, approver, "Canteen");
    people.forEach(p -> house.share(p, many, Network.X));
    house.share(people.get(0), few, Network.X);

    List<Insights.Group> topics = house.list(tx -> insights.topics(tx, 0, 10, 5));

    assertThat(topics)
        .containsExactly(
            new Insights.Group(1, "General", 2, 1, new Numbers(0, 6, 6, 0), Duration.ZERO));
    assertThat(house.list(tx -> insights.topics(tx, 1, 10, 5))).isEmpty();
  }

  @Test
  void the_parts_of_a_topic_are_what_is_shown_of_its_posts_and_not_what_is_hidden_of_them() {
    List<Person> people = joined(26);
    Post one = house.live(author, approver, "Offices");
    Post two = house.live(author, approver, "Canteen");
    people.subList(0, 6).forEach(p -> house.share(p, one, Network.LINKEDIN));
    people.subList(6, 18).forEach(p -> house.share(p, one, Network.X));
    people.subList(0, 6).forEach(p -> house.share(p, two, Network.LINKEDIN));
    people.subList(6, 12).forEach(p -> house.share(p, two, Network.BLUESKY));
    people.subList(12, 14).forEach(p -> house.share(p, two, Network.X));

    Insights.Whole whole = house.in(tx -> insights.topic(tx, 1, 5).orElseThrow());

    assertThat(whole.group().numbers().people()).isEqualTo(32);
    // Of the second post two shared on X, which its neighbours help to hide.
    for (Insights.Part part : whole.byNetwork()) {
      long seen =
          house.list(tx -> insights.byNetwork(tx, one.id(), 5)).stream()
                  .filter(p -> p.name().equals(part.name()) && p.shown())
                  .mapToLong(p -> p.numbers().people())
                  .sum()
              + house.list(tx -> insights.byNetwork(tx, two.id(), 5)).stream()
                  .filter(p -> p.name().equals(part.name()) && p.shown())
                  .mapToLong(p -> p.numbers().people())
                  .sum();
      assertThat(part.numbers().people()).as(part.name()).isEqualTo(seen);
      assertThat(part.shown()).as(part.name()).isEqualTo(seen > 0);
    }
    assertThat(whole.byNetwork()).filteredOn(Insights.Part::shown).isNotEmpty();
    assertThat(whole.byDay()).hasSize(1).allMatch(Insights.Part::shown);
  }

  @Test
  void a_week_has_its_own_numbers_and_its_best_posts() {
    List<Person> people = joined(6);
    Post post = house.live(author, approver, "Offices");
    people.forEach(p -> house.share(p, post, Network.X));
    house.submitted(author, "Waits");

    LocalDate monday = LocalDate.parse("2026-03-02");
    Insights.Week week = house.in(tx -> insights.week(tx, monday, 5));
    assertThat(week.wentLive()).isEqualTo(1);
    assertThat(week.waiting()).isEqualTo(1);
    assertThat(week.numbers()).isEqualTo(new Numbers(0, 6, 6, 0));
    assertThat(week.best()).extracting(Insights.Best::post).containsExactly(post.id());
    Insights.Week next = house.in(tx -> insights.week(tx, monday.plusDays(7), 5));
    assertThat(next.numbers()).isEqualTo(Numbers.NONE);
    assertThat(next.best()).isEmpty();
  }
}
