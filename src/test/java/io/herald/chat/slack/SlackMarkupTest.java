package io.herald.chat.slack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlackMarkupTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      value = {
        "role grant approver <@U1|ann> ¦ role grant approver @U1",
        "<@U1> ¦ @U1",
        "use <#C1|general> now ¦ use #C1 now",
        "<#C1> <#C2|> ¦ #C1 #C2",
        "stage <!subteam^S1|@legal> ¦ stage @S1",
        "<!subteam^S1> ¦ @S1",
        "<!here> <!channel|channel> ¦ @here channel",
        "<https://a.example/?x=1&amp;y=2|a.example> ¦ https://a.example/?x=1&y=2",
        "<https://a.example> ¦ https://a.example",
        "<mailto:ann@a.example|ann@a.example> ¦ ann@a.example",
        "a &amp;lt; b &lt;c&gt; &amp;amp; ¦ a &lt; b <c> &amp;",
        "5 < 6 > 4 ¦ 5 6 4",
        "<> ¦ ''",
      })
  void a_command_is_read_with_ids(String typed, String neutral) {
    assertThat(SlackMarkup.command(typed).replaceAll("\\s+", " ").strip())
        .isEqualTo(neutral.replaceAll("\\s+", " "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      value = {
        "<@U1|ann> said ¦ @ann said",
        "<@U1> said ¦ @U1 said",
        "in <#C1|general> ¦ in #general",
        "<!subteam^S1|@legal> ¦ @legal",
        "<!here> ¦ @here",
        "<!date^1^{date}|1 Jan 1970> ¦ 1 Jan 1970",
        "see <https://a.example/?x=1&amp;y=2|our page> ¦ see our page",
        "see <https://a.example/?x=1&amp;y=2> ¦ see https://a.example/?x=1&y=2",
        "&lt;b&gt; &amp; &amp;lt; ¦ <b> & &lt;",
      })
  void a_message_is_read_as_people_see_it(String text, String words) {
    assertThat(SlackMarkup.words(text)).isEqualTo(words);
  }

  @Test
  void the_first_web_address_of_a_message_is_its_link() {
    assertThat(
            SlackMarkup.firstLink(
                "<@U1> <mailto:a@b.c|a@b.c> <https://a.example/?x=1&amp;y=2|x> <https://b.example>"))
        .isEqualTo("https://a.example/?x=1&y=2");
    assertThat(SlackMarkup.firstLink("no link, https://bare.example")).isEmpty();
  }
}
