package io.herald.insights;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Nobody can work out of what is shown what a few people did. */
class SmallGroupsProperties {

  @Test
  void no_part_below_the_threshold_follows_from_the_others_and_their_sum() {
    long seed = System.nanoTime();
    System.out.println("SmallGroupsProperties seed " + seed);
    var random = new Random(seed);
    for (int round = 0; round < 20_000; round++) {
      long threshold = 2 + random.nextInt(10);
      var people = new ArrayList<Long>();
      for (int i = random.nextInt(8); i > 0; i--) {
        people.add((long) random.nextInt(random.nextBoolean() ? 8 : 300));
      }
      String what = people + " with " + threshold;

      List<Boolean> shown = SmallGroups.shown(people, threshold);

      long hidden = 0;
      long inHidden = 0;
      boolean all = true;
      for (int i = 0; i < people.size(); i++) {
        if (shown.get(i)) {
          all = false;
          assertThat(people.get(i)).as(what).isGreaterThanOrEqualTo(threshold);
        } else {
          hidden++;
          inHidden += people.get(i);
        }
      }
      if (hidden > 0 && !all) {
        assertThat(hidden).as(what + ": one hidden part is the rest").isGreaterThan(1);
        assertThat(inHidden)
            .as(what + ": so few are hidden that the rest tells")
            .isGreaterThanOrEqualTo(threshold);
      }
    }
  }

  @Test
  void nothing_is_hidden_where_no_group_is_small() {
    assertThat(SmallGroups.shown(List.of(5L, 9L, 200L), 5)).containsExactly(true, true, true);
  }

  @Test
  void the_next_smallest_is_hidden_with_one_that_stands_alone() {
    assertThat(SmallGroups.shown(List.of(200L, 2L, 9L), 5)).containsExactly(true, false, false);
    assertThat(SmallGroups.shown(List.of(10L, 2L), 5)).containsExactly(false, false);
  }
}
