package io.herald.chat;

import static io.herald.chat.ChatHouse.labels;
import static io.herald.chat.ChatHouse.opened;
import static io.herald.chat.ChatHouse.shown;
import static io.herald.chat.ChatHouse.words;
import static org.assertj.core.api.Assertions.assertThat;

import io.herald.members.AttentionChoices;
import io.herald.members.Person;
import io.herald.testkit.House;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BioClerkTest {
  private final ChatHouse chat = new ChatHouse();
  private final House house = chat.house;
  private final Person ben = house.joined("Ben");
  private final BioClerk clerk =
      new BioClerk(
          house.bios,
          house.organisation,
          house.attention,
          new MemberCards(house.posts, house.broadcasts, chat.cards, chat.homes));

  @AfterEach
  void close() {
    chat.close();
  }

  private Reply save(String doing, String employer, String onX) {
    return chat.ask(
        clerk,
        ben,
        new Intent.SaveBio(),
        Map.of(
            BioForm.DOING, List.of(doing), BioForm.EMPLOYER, List.of(employer), "x", List.of(onX)));
  }

  @Test
  void a_member_says_once_what_their_accounts_are_for_and_gets_a_line_for_each() {
    house.run(tx -> house.organisation.name(tx, 1L, "Acme"));
    Form form = opened(chat.ask(clerk, ben, new Intent.OpenBio()));
    assertThat(form.fields())
        .anyMatch(f -> f instanceof Field.Typed t && t.initial().equals("Acme"));

    Card card = shown(save("Engineer", "Acme", "HYBRID"));
    assertThat(words(card))
        .contains("X, for work and more: 80 of 160 characters: Engineer at Acme. Work and")
        .contains("You have not said that you put it there");
    assertThat(words(shown(chat.ask(clerk, ben, new Intent.OpenBio())))).isEqualTo(words(card));
  }

  private AttentionChoices choices() {
    return house.in(tx -> house.attention.choices(tx, ben.member()));
  }

  @Test
  void what_accounts_are_for_sets_how_often_posts_come_and_the_member_reads_it() {
    assertThat(words(shown(save("Engineer", "Acme", "HYBRID"))))
        .contains("at most 3 times a week, where others get up to 5", "settings");
    assertThat(choices().cap(5)).isEqualTo(3);

    house.run(tx -> house.attention.cap(tx, ben, 4));
    assertThat(words(shown(chat.ask(clerk, ben, new Intent.OpenBio()))))
        .doesNotContain("times a week");
    assertThat(choices().cap(5)).as("their own number").isEqualTo(4);

    house.run(tx -> house.attention.cap(tx, ben, null));
    assertThat(words(shown(save("Engineer", "Acme", "PROFESSIONAL"))))
        .doesNotContain("times a week");
    assertThat(choices()).isEqualTo(AttentionChoices.NONE);
  }

  @Test
  void where_it_was_put_is_said_by_the_member_and_an_older_line_is_told_from_a_new_one() {
    save("Engineer", "Acme", "HYBRID");
    Card placed = shown(chat.ask(clerk, ben, new Intent.BioPlaced("x")));
    assertThat(words(placed)).contains("that you put it there.");
    assertThat(labels(placed)).contains("I have put it there", "Change my accounts");

    Card changed = shown(save("Designer", "Acme", "HYBRID"));
    assertThat(words(changed)).contains("put another line there; this one is new");
  }

  @Test
  void mistakes_stand_at_their_field() {
    assertThat(((Reply.Correct) save("", "", "none")).fields())
        .containsOnlyKeys(BioForm.EMPLOYER, "linkedin");
    assertThat(((Reply.Correct) save("w".repeat(61), "Acme", "HYBRID")).fields())
        .containsOnlyKeys(BioForm.DOING);
  }
}
