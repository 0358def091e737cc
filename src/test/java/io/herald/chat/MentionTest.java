package io.herald.chat;

import static io.herald.members.Platform.SLACK;
import static io.herald.members.Platform.TEAMS;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MentionTest {
  @Test
  void a_mention_names_a_person_or_a_group_by_the_platforms_id() {
    assertThat(Mention.read(SLACK, "@U0AMIRA")).contains(new Mention("U0AMIRA", false));
    assertThat(Mention.read(SLACK, "@W123")).contains(new Mention("W123", false));
    assertThat(Mention.read(SLACK, "@S123")).contains(new Mention("S123", true));
    assertThat(Mention.read(TEAMS, "@29:1abc-DEF")).contains(new Mention("29:1abc-DEF", false));
  }

  @ParameterizedTest
  @ValueSource(strings = {"@amira", "U0AMIRA", "@", "", "@C123", "@U", "@U1 ", "@u0amira"})
  void a_typed_name_is_no_mention(String word) {
    assertThat(Mention.read(SLACK, word)).isEmpty();
    assertThat(Mention.read(TEAMS, word)).isEmpty();
  }
}
