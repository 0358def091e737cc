package io.herald.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CorpusTest {
  private static final double GOAL = 0.95;

  @Test
  void personal_data_are_found_in_texts_of_four_languages_and_little_else_is() {
    List<Corpus.Labelled> tuned = Corpus.read("tuned.txt");
    var misses = new ArrayList<String>();
    Map<String, Corpus.Tally> tallies = Corpus.measure(tuned, misses);
    tallies.forEach(
        (label, tally) -> {
          assertThat(tally.precision()).as(label + " " + misses).isGreaterThanOrEqualTo(GOAL);
          assertThat(tally.recall()).as(label + " " + misses).isGreaterThanOrEqualTo(GOAL);
        });
  }

  @Test
  void there_are_four_hundred_texts_and_a_third_of_them_was_held_out() {
    int tuned = Corpus.read("tuned.txt").size();
    int heldOut = Corpus.read("held-out.txt").size();
    assertThat(tuned + heldOut).isGreaterThanOrEqualTo(400);
    assertThat(heldOut * 3).isGreaterThanOrEqualTo(tuned + heldOut);
  }

  @Test
  void texts_without_personal_data_outnumber_the_others_or_a_rule_that_finds_all_would_do() {
    for (String language : List.of("en", "fr", "de", "es")) {
      List<Corpus.Labelled> texts =
          Corpus.read("tuned.txt").stream().filter(t -> t.language().equals(language)).toList();
      assertThat(texts.stream().filter(t -> t.marks().isEmpty()).count())
          .as(language)
          .isGreaterThan(texts.size() / 2);
    }
  }
}
