package io.herald.chat;

import static io.herald.chat.ChatHouse.plain;
import static io.herald.chat.ChatHouse.shown;
import static io.herald.chat.ChatHouse.words;
import static org.assertj.core.api.Assertions.assertThat;

import io.herald.members.Person;
import io.herald.members.Role;
import io.herald.network.Network;
import io.herald.post.Content;
import io.herald.post.Freedom;
import io.herald.post.Post;
import io.herald.post.Revision;
import io.herald.testkit.House;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The checks of words that a member makes their own. */
class OwnWordsTest {
  private final ChatHouse chat = new ChatHouse();
  private final House house = chat.house;
  private final Person ben = house.joined("Ben");
  private final Person clara = house.joined("Clara", Role.APPROVER);
  private final ShareClerk clerk =
      new ShareClerk(
          house.people,
          house.posts,
          house.givens,
          house.broadcasts,
          chat.buttons,
          new PostCard(
              house.posts, house.people, house.givens, chat.buttons, chat.names, house.priorities),
          chat.cards,
          chat.checks,
          new FirstShareClerk(
              house.people,
              house.posts,
              house.givens,
              chat.buttons,
              new PostCard(
                  house.posts,
                  house.people,
                  house.givens,
                  chat.buttons,
                  chat.names,
                  house.priorities),
              house.disclosures,
              house.links));

  @AfterEach
  void close() {
    chat.close();
  }

  private Post live(String words) {
    Content content =
        new Content(
            "https://example.com/fair",
            "Fair",
            words,
            null,
            Map.of(),
            List.of(1L),
            null,
            null,
            Freedom.EDIT_FREELY,
            null,
            null,
            null);
    return house.live(house.approved(house.submitted(ben, content), clara));
  }

  private Reply save(Post post, String words) {
    return chat.ask(clerk, clara, new Intent.SaveWords(post.id()), Map.of("words", List.of(words)));
  }

  private String own(Post post) {
    return house.in(
        tx -> {
          Revision shown = house.posts.shown(tx, post);
          return house.givens.give(tx, shown, clara.member()).words(Network.LINKEDIN);
        });
  }

  @Test
  void what_blocks_is_mended_before_it_is_saved() {
    Post post = live("Come to the fair.");
    Reply reply = save(post, "Come! Mail anna.weber@example.org");
    assertThat(plain(Objects.requireNonNull(((Reply.Correct) reply).fields().get("words"))))
        .contains("“anna.weber@example.org”")
        .doesNotContain("Ask an approver");
    assertThat(own(post)).isEqualTo("Come to the fair.");
  }

  @Test
  void what_stands_in_the_approved_words_was_decided_on_and_does_not_block() {
    Post post = live("Mail anna.weber@example.org.");
    assertThat(save(post, "Come! Mail anna.weber@example.org, she knows."))
        .isEqualTo(new Reply.Done());
    assertThat(own(post)).startsWith("Come!");
  }

  @Test
  void what_deserves_a_look_is_saved_and_told() {
    Post post = live("Come to the fair.");
    Card card = shown(save(post, "Come! https://bit.ly/x1"));
    assertThat(words(card)).contains("Your words are saved.").contains("Shortened link");
    assertThat(own(post)).startsWith("Come!");
  }
}
