package io.herald.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
  private static final List<String> WORDS = List.of("draft", "feed", "leave", "settings");

  @Test
  void a_letter_dropped_added_changed_or_swapped_still_finds_the_word() {
    assertThat(Nearest.to("draf", WORDS)).contains("draft");
    assertThat(Nearest.to("drafft", WORDS)).contains("draft");
    assertThat(Nearest.to("craft", WORDS)).contains("draft");
    assertThat(Nearest.to("dratf", WORDS)).contains("draft");
    assertThat(Nearest.to("setings", WORDS)).contains("settings");
  }

  @Test
  void a_word_that_is_like_none_finds_none() {
    assertThat(Nearest.to("lunch", WORDS)).isEmpty();
    assertThat(Nearest.to("", WORDS)).isEmpty();
    assertThat(Nearest.to("draft", List.of())).isEmpty();
  }
}
