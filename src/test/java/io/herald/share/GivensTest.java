package io.herald.share;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.members.Person;
import io.herald.members.Role;
import io.herald.network.Network;
import io.herald.post.Content;
import io.herald.post.Freedom;
import io.herald.post.Post;
import io.herald.post.Revision;
import io.herald.store.GroupCommit;
import io.herald.testkit.House;
import io.herald.testkit.OnBothDatabases;
import io.herald.testkit.TestDatabase;
import io.herald.testkit.Together;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class GivensTest {
  private final House house;
  private final Person author;
  private final Person approver;
  private final Post post;

  GivensTest(TestDatabase database) {
    house = new House(database.open());
    author = house.member("Amira");
    approver = house.member("Clara", Role.APPROVER);
    post =
        house.live(
            house.approved(
                house.submitted(author, content(List.of("One", "Two", "Three"))), approver));
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void wordings_are_handed_out_least_used_first() {
    var given = new HashMap<String, Integer>();
    for (int i = 0; i < 9; i++) {
      given.merge(words(house.member("Member " + i), Network.X), 1, Integer::sum);
    }
    assertThat(given).isEqualTo(Map.of("One", 3, "Two", 3, "Three", 3));
  }

  @Test
  void members_whose_cards_are_drawn_in_one_transaction_are_counted_as_they_come()
      throws Exception {
    List<Person> members = IntStream.range(0, 9).mapToObj(i -> house.member("M" + i)).toList();
    var together = new GroupCommit(house.database, members.size(), Duration.ofMinutes(5));
    var given = new HashMap<Person, String>();
    try (var hands = new Hands(members.size())) {
      Map<Person, Future<String>> all = new HashMap<>();
      for (Person member : members) {
        all.put(member, hands.pool.submit(() -> words(together, member)));
      }
      for (Person member : members) {
        given.put(member, all.get(member).get(20, TimeUnit.SECONDS));
      }
    }
    assertThat(given.values()).containsOnly("One", "Two", "Three");
    for (String words : List.of("One", "Two", "Three")) {
      assertThat(Collections.frequency(given.values(), words)).as(words).isEqualTo(3);
    }
    members.forEach(member -> assertThat(words(member, Network.X)).isEqualTo(given.get(member)));
    assertThat(house.list(tx -> tx.sql(GivenSql.class).out(post.id())))
        .extracting(GivenSql.Out::people)
        .containsExactlyInAnyOrder(3L, 3L, 3L);
  }

  @Test
  void two_cards_of_a_post_that_are_drawn_in_one_transaction_count_their_member_once() {
    Person ben = house.member("Ben");
    Revision shown = revision();
    String both =
        Together.withAnother(
            house.database,
            tx -> tx.dealsWith(Person.class, List.of(ben.member())),
            tx ->
                house.givens.give(tx, shown, ben.member()).words(Network.X)
                    + ", "
                    + house.givens.give(tx, shown, ben.member()).words(Network.X));
    String one = words(ben, Network.X);
    assertThat(both).isEqualTo(one + ", " + one);
    assertThat(house.list(tx -> tx.sql(GivenSql.class).out(post.id())))
        .extracting(GivenSql.Out::people)
        .containsExactly(1L);
  }

  private String words(GroupCommit together, Person member) {
    Revision shown = revision();
    return together.inTransaction(
        tx -> tx.dealsWith(Person.class, List.of(member.member())),
        tx -> house.givens.give(tx, shown, member.member()).words(Network.X));
  }

  /** Threads for as long as a test needs them. */
  private record Hands(ExecutorService pool) implements AutoCloseable {
    Hands(int many) {
      this(Executors.newFixedThreadPool(many));
    }

    @Override
    public void close() {
      pool.shutdown();
    }
  }

  @Test
  void a_wording_stays_with_the_member_it_was_given_to() {
    Person ben = house.member("Ben");
    String first = words(ben, Network.X);
    for (int i = 0; i < 4; i++) {
      words(house.member("Member " + i), Network.X);
    }
    assertThat(words(ben, Network.X)).isEqualTo(first);
  }

  @Test
  void a_network_without_its_own_wording_gets_the_text_of_the_post() {
    assertThat(words(house.member("Ben"), Network.LINKEDIN)).isEqualTo("For all");
    assertThat(words(house.member("Otto"), Network.BLUESKY)).isEqualTo("For all");
  }

  @Test
  void own_words_replace_every_wording_until_they_are_taken_back_or_the_post_is_edited() {
    Person ben = house.member("Ben");
    String wording = words(ben, Network.X);
    own(ben, "My own");
    assertThat(words(ben, Network.X)).isEqualTo("My own");
    assertThat(words(ben, Network.LINKEDIN)).isEqualTo("My own");
    own(ben, "");
    assertThat(words(ben, Network.X)).isEqualTo(wording);

    own(ben, "My own");
    house.live(house.approved(house.revised(post, author, content(List.of("Four"))), approver));
    assertThat(words(ben, Network.X)).isEqualTo("Four");
    assertThat(house.recorded("post/" + post.id())).contains("words_edited");
  }

  private void own(Person person, String words) {
    house.run(tx -> house.givens.own(tx, revision(), person.member(), words));
  }

  private String words(Person person, Network network) {
    return house.in(tx -> house.givens.give(tx, revision(), person.member()).words(network));
  }

  private Revision revision() {
    return house.in(tx -> house.posts.shown(tx, house.posts.get(tx, post.id())));
  }

  private static Content content(List<String> forX) {
    return new Content(
        "https://example.com/",
        "News",
        "For all",
        null,
        Map.of(Network.X, forX),
        List.of(1L),
        null,
        null,
        Freedom.EDIT_FREELY,
        null,
        null,
        null);
  }
}
