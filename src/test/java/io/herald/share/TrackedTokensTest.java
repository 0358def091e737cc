package io.herald.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class TrackedTokensTest {

  @Test
  void a_token_is_ten_characters_by_chance() {
    TrackedTokens tokens = new TrackedTokens(new SecureRandom());
    Set<String> made = new HashSet<>();
    Set<Integer> characters = new HashSet<>();
    for (int i = 0; i < 5_000; i++) {
      String token = tokens.next();
      assertThat(TrackedTokens.couldBe(token)).isTrue();
      made.add(token);
      token.chars().forEach(characters::add);
    }
    assertThat(made).hasSize(5_000);
    assertThat(characters).hasSize(62);
  }

  @Test
  void what_has_another_length_or_other_characters_is_none() {
    assertThat(TrackedTokens.couldBe("abcdefghi")).isFalse();
    assertThat(TrackedTokens.couldBe("abcdefghijk")).isFalse();
    assertThat(TrackedTokens.couldBe("abcdefghi-")).isFalse();
    assertThat(TrackedTokens.couldBe("abcdefghiä")).isFalse();
  }
}
