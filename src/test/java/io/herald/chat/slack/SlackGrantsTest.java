package io.herald.chat.slack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SlackGrantsTest {
  private final SlackGrants grants = new SlackGrants();

  @Test
  void as_long_as_slack_names_nothing_one_try_tells() {
    grants.named(null);
    assertThat(grants.mayHave("im:history")).isTrue();
    grants.refused("im:history");
    assertThat(grants.mayHave("im:history")).isFalse();
    assertThat(grants.mayHave("im:write")).isTrue();
  }

  @Test
  void what_slack_names_counts_also_after_a_refusal() {
    grants.refused("im:history");
    grants.named("chat:write, im:history");
    assertThat(grants.mayHave("im:history")).isTrue();
    assertThat(grants.mayHave("im:write")).isFalse();
  }
}
