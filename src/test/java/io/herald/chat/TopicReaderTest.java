package io.herald.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.chat.TopicWords.Add;
import io.herald.chat.TopicWords.Point;
import io.herald.chat.TopicWords.Rename;
import io.herald.chat.TopicWords.Retire;
import io.herald.chat.TopicWords.Show;
import io.herald.chat.TopicWords.Stage;
import io.herald.chat.TopicWords.Stages;
import io.herald.chat.TopicWords.Unclear;
import io.herald.chat.TopicWords.Unpoint;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicReaderTest {
  private static TopicWords read(String words, String... known) {
    return TopicReader.read(words, List.of(known)::contains);
  }

  @Test
  void nothing_or_list_asks_for_the_list() {
    assertThat(read("")).isEqualTo(new Show(0));
    assertThat(read("  LIST ")).isEqualTo(new Show(0));
    assertThat(read("list 20")).isEqualTo(new Show(20));
    assertThat(read("list 99999999999")).isEqualTo(new Show(0));
  }

  @Test
  void a_name_may_have_spaces_and_stand_in_quotation_marks() {
    assertThat(read("add Life at work")).isEqualTo(new Add("Life at work"));
    assertThat(read("ADD “Life at work”")).isEqualTo(new Add("Life at work"));
    assertThat(read("add \" Hiring \"")).isEqualTo(new Add("Hiring"));
    assertThat(read("retire People's day")).isEqualTo(new Retire("People's day"));
  }

  @Test
  void renaming_ends_the_old_name_where_a_topic_has_it() {
    assertThat(read("rename Hiring to Jobs", "Hiring")).isEqualTo(new Rename("Hiring", "Jobs"));
    assertThat(read("rename Road to ruin TO Roads", "Road to ruin"))
        .isEqualTo(new Rename("Road to ruin", "Roads"));
    assertThat(read("rename Hiring to Road to success", "Hiring"))
        .isEqualTo(new Rename("Hiring", "Road to success"));
    assertThat(read("rename \"Road to ruin\" to \"How to drive\""))
        .isEqualTo(new Rename("Road to ruin", "How to drive"));
    assertThat(read("rename Unknown to Jobs")).isEqualTo(new Rename("Unknown", "Jobs"));
  }

  @Test
  void a_topic_is_pointed_at_a_channel_by_id_or_name() {
    assertThat(read("point Hiring at #C123")).isEqualTo(new Point("Hiring", "C123"));
    assertThat(read("point Life at work at #general"))
        .isEqualTo(new Point("Life at work", "general"));
    assertThat(read("point \"Look at\" #C123")).isEqualTo(new Point("Look at", "C123"));
    assertThat(read("unpoint Hiring from #C123")).isEqualTo(new Unpoint("Hiring", "C123"));
    assertThat(read("unpoint Hiring #C123")).isEqualTo(new Unpoint("Hiring", "C123"));
  }

  @Test
  void stages_have_names_and_people_and_groups_who_decide_them() {
    assertThat(read("stages Hiring: Legal @U1 @S1, Brand"))
        .isEqualTo(
            new Stages(
                "Hiring",
                List.of(new Stage("Legal", List.of("@U1", "@S1")), new Stage("Brand", List.of()))));
    assertThat(read("stages \"Launch: EU\": \"Legal and law\" @U1"))
        .isEqualTo(new Stages("Launch: EU", List.of(new Stage("Legal and law", List.of("@U1")))));
    assertThat(read("stages Hiring none")).isEqualTo(new Stages("Hiring", List.of()));
    assertThat(read("stages Hiring: NONE")).isEqualTo(new Stages("Hiring", List.of()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "add | add",
        "retire | retire",
        "rename Hiring | rename",
        "rename to Jobs | rename",
        "rename Hiring to | rename",
        "point Hiring | point",
        "point Hiring at general | point",
        "point #C1 | point",
        "unpoint Hiring | unpoint",
        "stages | stages",
        "stages Hiring | stages",
        "stages Hiring: | stages",
        "stages Hiring: @U1 | stages",
        "stages Hiring: Legal @U1 and others | stages",
        "stages Hiring: Legal,,Brand | stages",
        "stages : Legal | stages"
      })
  void what_is_incomplete_asks_for_the_use_of_that_command(String words, String about) {
    assertThat(read(words)).isEqualTo(new Unclear(about));
  }

  @Test
  void an_unknown_command_asks_for_the_use_of_all() {
    assertThat(read("delete Hiring")).isEqualTo(new Unclear(""));
    assertThat(read("Hiring")).isEqualTo(new Unclear(""));
  }
}
