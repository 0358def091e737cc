package io.herald.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CutTest {
  @Test
  void what_fits_stays_as_it_is() {
    assertThat(Cut.to("abc", 3)).isEqualTo("abc");
    assertThat(Cut.to("", 1)).isEmpty();
  }

  @Test
  void what_does_not_fit_ends_in_an_ellipsis_at_the_end_of_a_word() {
    assertThat(Cut.to("The quick brown fox jumps over the lazy dog", 22))
        .isEqualTo("The quick brown fox…");
    assertThat(Cut.to("Donaudampfschifffahrt", 10)).isEqualTo("Donaudamp…");
    assertThat(Cut.to("abc", 1)).isEqualTo("…");
  }

  @Test
  void what_looks_like_one_character_is_never_cut_in_two() {
    String family = "👩‍👩‍👧‍👦";
    assertThat(Cut.to(family + family, family.length() + 5)).isEqualTo(family + "…");
    assertThat(Cut.to("e\u0301e\u0301", 3)).isEqualTo("e\u0301…");
    String long1 = "x".repeat(500) + family + "y";
    assertThat(Cut.to(long1, 505)).isEqualTo("x".repeat(500) + "…");
  }
}
