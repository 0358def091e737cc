package io.herald.post;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.members.Person;
import io.herald.network.Network;
import io.herald.testkit.House;
import io.herald.testkit.OnBothDatabases;
import io.herald.testkit.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class PostsTest {
  private final House house;
  private final Person author;

  PostsTest(TestDatabase database) {
    house = new House(database.open());
    author = house.member("Amira");
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void a_revision_comes_back_to_the_letter() {
    Topic hiring = house.topic("Hiring");
    var content =
        new Content(
            "https://example.com/?q=%20#x",
            "Überschrift 👩‍👩‍👧‍👦",
            "مرحبا & <b> \\ 'quoted' \"twice\"\n\nשלום",
            "The whole of it. ".repeat(1_000),
            Map.of(Network.X, List.of("a", "b"), Network.LINKEDIN, List.of("c")),
            List.of(hiring.id(), 1L),
            "https://example.com/a.png",
            "What it shows",
            Freedom.TALKING_POINTS,
            Instant.parse("2030-01-01T00:00:00.123Z"),
            Instant.parse("2030-02-01T00:00:00Z"),
            "For approvers");
    Post post = house.submitted(author, content);
    assertThat(house.<Content>in(tx -> house.posts.newest(tx, post).content())).isEqualTo(content);
  }

  @Test
  void revisions_never_change() {
    Post post = house.submitted(author, "First");
    house.revised(post, author, House.content("Second"));
    assertThat(house.<Revision>in(tx -> house.posts.revision(tx, post.id(), 1)).content())
        .isEqualTo(House.content("First"));
  }

  @Test
  void a_post_is_due_when_its_time_has_come_and_not_while_it_is_held() {
    Person approver = house.member("Clara", io.herald.members.Role.APPROVER);
    Post post = house.approved(house.submitted(author, "News"), approver);
    assertThat(house.list(tx -> house.posts.due(tx, 10))).isEmpty();
    house.clock.advance(House.GRACE);
    assertThat(house.list(tx -> house.posts.due(tx, 10))).containsExactly(post.id());
    house.run(
        tx ->
            house.posts.store(
                tx, house.posts.lock(tx, post.id()).held(house.posts.now()), 1L, "held"));
    assertThat(house.list(tx -> house.posts.due(tx, 10))).isEmpty();
  }

  @Test
  void sharing_ends_after_thirty_days_unless_the_author_said_otherwise() {
    Person approver = house.member("Clara", io.herald.members.Role.APPROVER);
    Post post = house.live(author, approver, "News");
    house.clock.advance(Duration.ofDays(30).minusSeconds(1));
    assertThat(house.list(tx -> house.posts.over(tx, 10))).isEmpty();
    house.clock.advance(Duration.ofSeconds(1));
    assertThat(house.list(tx -> house.posts.over(tx, 10))).containsExactly(post.id());
  }

  @Test
  void each_fact_is_recorded_with_it() {
    Person approver = house.member("Clara", io.herald.members.Role.APPROVER);
    Post post = house.live(author, approver, "News");
    assertThat(house.recorded("post/" + post.id()))
        .containsExactly(
            "revision_written",
            "post_submitted",
            "review_opened",
            "decision",
            "post_approved",
            "post_published",
            "broadcast_started");
  }

  @Test
  void a_kept_text_is_given_back_to_whoever_wrote_it_alone() {
    long kept = house.in(tx -> house.posts.keep(tx, author.member(), "Long"));
    Person other = house.member("Otto");
    assertThat(house.maybe(tx -> house.posts.kept(tx, kept, author.member()))).contains("Long");
    assertThat(house.maybe(tx -> house.posts.kept(tx, kept, other.member()))).isEmpty();
  }
}
