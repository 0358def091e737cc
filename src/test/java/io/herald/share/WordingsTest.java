package io.herald.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

final class WordingsTest {

  @Test
  void the_wording_that_the_fewest_have_is_given_and_the_first_among_equals() {
    assertThat(Wordings.next(List.of(0L))).isZero();
    assertThat(Wordings.next(List.of(0L, 0L, 0L))).isZero();
    assertThat(Wordings.next(List.of(3L, 1L, 1L))).isEqualTo(1);
    assertThat(Wordings.next(List.of(3L, 2L, 1L))).isEqualTo(2);
    assertThatThrownBy(() -> Wordings.next(List.of())).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void dealing_to_many_evens_the_counts_out() {
    assertThat(Wordings.deal(List.of(2L, 0L, 1L), 6)).containsExactly(1, 1, 2, 0, 1, 2);
    assertThat(Wordings.deal(List.of(5L), 3)).containsExactly(0, 0, 0);
    assertThat(Wordings.deal(List.of(0L, 0L), 0)).isEmpty();
  }
}
