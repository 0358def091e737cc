package io.herald.share;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.members.Person;
import io.herald.members.Role;
import io.herald.network.Network;
import io.herald.post.Content;
import io.herald.post.Freedom;
import io.herald.post.Post;
import io.herald.post.Revision;
import io.herald.testkit.House;
import io.herald.testkit.OnBothDatabases;
import io.herald.testkit.TestDatabase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
