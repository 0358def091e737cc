package io.herald.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.testkit.House;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WelcomeCardTest {
  private final House house = new House();

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void the_welcome_says_what_joining_means_and_leads_to_it() {
    Card card = WelcomeCard.draw(house.member("Amira"));

    assertThat(ChatHouse.choice(card, "Join").intent()).isEqualTo(new Intent.Join());
    assertThat(ChatHouse.words(card))
        .contains("I post nothing for you")
        .contains("If you do not join, I do not write to you again");
    assertThat(card.summary()).contains("/herald join");
  }

  @Test
  void whoever_joined_is_not_asked_again() {
    Card card = WelcomeCard.draw(house.joined("Amira"));

    assertThat(ChatHouse.labels(card)).isEmpty();
    assertThat(card.summary()).startsWith("You have joined");
  }
}
