package io.herald.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.herald.members.Person;
import io.herald.members.Role;
import io.herald.post.Post;
import io.herald.post.PostState;
import io.herald.post.Topic;
import io.herald.testkit.House;
import io.herald.testkit.TestDatabase;
import io.herald.words.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReviewsTest {

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void an_approval_waits_for_the_grace_time_and_can_be_undone_until_then(TestDatabase database) {
    try (var house = new House(database.open())) {
      Person author = house.member("Amira");
      Person approver = house.member("Clara", Role.APPROVER);
      Post post = house.submitted(author, "News");
      Review review = review(house, post);

      house.run(tx -> house.reviews.approve(tx, review.id(), 0, approver));

      Post approved = post(house, post);
      assertThat(approved.state()).isEqualTo(PostState.APPROVED);
      assertThat(approved.publishAt()).isEqualTo(house.posts.now().plus(House.GRACE));

      long decision = review(house, post).decisions().get(0).id();
      house.run(tx -> house.reviews.undo(tx, decision, approver));
      assertThat(post(house, post).state()).isEqualTo(PostState.IN_REVIEW);
      assertThat(review(house, post).open()).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void an_approval_is_undone_by_whoever_gave_it_and_in_time(TestDatabase database) {
    try (var house = new House(database.open())) {
      Person author = house.member("Amira");
      Person approver = house.member("Clara", Role.APPROVER);
      Person other = house.member("Otto", Role.APPROVER);
      Post post = house.submitted(author, "News");
      house.run(tx -> house.reviews.approve(tx, review(house, post).id(), 0, approver));
      long decision = review(house, post).decisions().get(0).id();

      refused("refusal.only", () -> undo(house, decision, other));
      house.clock.advance(House.GRACE);
      refused("refusal.too_late_to_undo", () -> undo(house, decision, approver));
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void nobody_decides_on_a_post_of_which_they_wrote_any_revision(TestDatabase database) {
    try (var house = new House(database.open())) {
      Person author = house.member("Amira", Role.APPROVER);
      Person lead = house.member("Dan", Role.LEAD, Role.APPROVER);
      Post post = house.submitted(author, "News");
      house.revised(post, lead, House.content("Better news"));

      refused("refusal.own_post", () -> approve(house, post, author));
      refused("refusal.own_post", () -> approve(house, post, lead));
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void an_equal_address_counts_as_the_same_person(TestDatabase database) {
    try (var house = new House(database.open())) {
      Person author =
          house.person("Amira", "a@acme.example", io.herald.members.AccountFacts.Kind.MEMBER);
      Person twin =
          house.person(
              "Amira Two",
              "A@ACME.example",
              io.herald.members.AccountFacts.Kind.MEMBER,
              Role.APPROVER);
      Post post = house.submitted(author, "News");
      refused("refusal.own_post", () -> approve(house, post, twin));
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void a_draft_passes_the_stages_of_all_its_topics_each_by_another_person(TestDatabase database) {
    try (var house = new House(database.open())) {
      Person author = house.member("Amira");
      Person legal = house.member("Lea");
      Person brand = house.member("Bo");
      Topic hiring = house.topic("Hiring");
      Topic events = house.topic("Events");
      var byLegal = List.of(new Topic.Decider(legal.workspace(), legal.platformId(), false));
      var byBrand =
          List.of(
              new Topic.Decider(brand.workspace(), brand.platformId(), false),
              new Topic.Decider(legal.workspace(), legal.platformId(), false));
      house.run(
          tx -> {
            house.topics.stages(tx, 1, hiring, List.of(new Topic.Stage(0, "Legal", byLegal)));
            house.topics.stages(
                tx,
                1,
                events,
                List.of(
                    new Topic.Stage(0, "Legal", byLegal), new Topic.Stage(1, "Brand", byBrand)));
          });
      Post post = house.submitted(author, "News", hiring.id(), events.id());

      assertThat(review(house, post).stages()).containsExactly("Legal", "Brand");
      refused("refusal.only", () -> approve(house, post, brand));
      approve(house, post, legal);
      assertThat(post(house, post).state()).isEqualTo(PostState.IN_REVIEW);
      refused("refusal.decided_before", () -> approve(house, post, legal));
      approve(house, post, brand);
      assertThat(post(house, post).state()).isEqualTo(PostState.APPROVED);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void a_click_on_an_older_card_changes_nothing_and_says_so(TestDatabase database) {
    try (var house = new House(database.open())) {
      Person author = house.member("Amira");
      Person approver = house.member("Clara", Role.APPROVER);
      Post post = house.submitted(author, "News");
      Review old = review(house, post);
      house.revised(post, author, House.content("Newer news"));

      refused(
          "refusal.older_version",
          () -> {
            house.run(tx -> house.reviews.approve(tx, old.id(), 0, approver));
            return null;
          });
      assertThat(post(house, post).state()).isEqualTo(PostState.IN_REVIEW);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void it_is_told_at_once_when_nobody_is_left_who_may_decide(TestDatabase database) {
    try (var house = new House(database.open())) {
      Person author = house.member("Amira", Role.APPROVER);
      house.submitted(author, "News");
      assertThat(house.told).extracting(Event::kind).contains(Event.Kind.NOBODY_LEFT);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void an_edit_of_a_live_post_leaves_it_live_until_the_new_revision_is_approved(
      TestDatabase database) {
    try (var house = new House(database.open())) {
      Person author = house.member("Amira");
      Person approver = house.member("Clara", Role.APPROVER);
      Post post = house.submitted(author, "News");
      approve(house, post, approver);
      house.clock.advance(House.GRACE);
      publish(house, post);
      house.revised(post(house, post), author, House.content("Newer news"));

      assertThat(post(house, post).state()).isEqualTo(PostState.LIVE);
      assertThat(post(house, post).live()).isEqualTo(1);
      approve(house, post, approver);
      house.clock.advance(House.GRACE);
      publish(house, post);
      assertThat(post(house, post).live()).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void two_approvers_at_once_make_one_decision_two_hundred_times(TestDatabase database)
      throws Exception {
    try (var house = new House(database.open())) {
      Person author = house.member("Amira");
      Person one = house.member("Clara", Role.APPROVER);
      Person other = house.member("Otto", Role.APPROVER);
      var pool = Executors.newFixedThreadPool(2);
      try {
        for (int round = 0; round < 200; round++) {
          Post post = house.submitted(author, "News " + round);
          long review = review(house, post).id();
          var barrier = new CyclicBarrier(2);
          var answers = new ArrayList<String>();
          for (var answer :
              pool.invokeAll(
                  List.of(
                      deciding(house, barrier, review, one),
                      deciding(house, barrier, review, other)))) {
            answers.add(answer.get());
          }
          assertThat(answers).containsExactlyInAnyOrder("done", "refusal.already_approved");
          assertThat(review(house, post).decisions()).hasSize(1);
        }
      } finally {
        pool.shutdownNow();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void a_lead_cannot_let_a_post_go_before_its_approval_can_no_longer_be_undone(
      TestDatabase database) {
    try (var house = new House(database.open())) {
      Person author = house.member("Amira");
      Person approver = house.member("Clara", Role.APPROVER);
      Post post = house.submitted(author, "News");
      approve(house, post, approver);
      var now = house.posts.now();

      Post released =
          post(house, post).released(house.in(tx -> house.reviews.graceOver(tx, post.id())), now);

      assertThat(released.publishAt()).isEqualTo(now.plus(House.GRACE));
      Post later = released.released(now, now.plus(House.GRACE));
      assertThat(later.publishAt()).isEqualTo(now.plus(House.GRACE));
    }
  }

  private static Callable<String> deciding(
      House house, CyclicBarrier barrier, long review, Person person) {
    return () -> {
      barrier.await();
      try {
        house.run(tx -> house.reviews.approve(tx, review, 0, person));
        return "done";
      } catch (Refusal refusal) {
        return refusal.key();
      }
    };
  }

  private static Object undo(House house, long decision, Person person) {
    house.run(tx -> house.reviews.undo(tx, decision, person));
    return "undone";
  }

  private static Object approve(House house, Post post, Person person) {
    Review review = review(house, post);
    house.run(tx -> house.reviews.approve(tx, review.id(), review.current().orElseThrow(), person));
    return "approved";
  }

  private static void publish(House house, Post post) {
    house.run(
        tx -> {
          Post locked = house.posts.lock(tx, post.id());
          house.posts.store(tx, locked.published(null, house.posts.now()), null, "published");
        });
  }

  private static void refused(String key, Callable<Object> attempt) {
    assertThatThrownBy(attempt::call)
        .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.key()).isEqualTo(key));
  }

  private static Review review(House house, Post post) {
    return house.in(tx -> house.reviews.newest(tx, post.id()).orElseThrow());
  }

  private static Post post(House house, Post post) {
    return house.in(tx -> house.posts.get(tx, post.id()));
  }
}
