package io.herald.chat.teams;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.words.Text;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkupTest {
  private final Markup markup = new Markup(new Links(false));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "*bold* _slanted_|\\*bold\\* \\_slanted\\_",
        "[bank](https://evil.example)|\\[bank\\](https://evil.example)",
        "`code` ~~gone~~|\\`code\\` \\~\\~gone\\~\\~",
        "# Title|\\# Title",
        "- one|\\- one",
        "12. twelve|12\\. twelve",
        "back\\slash|back\\\\slash",
        "a - b # c 1. d|a - b # c 1. d"
      })
  void no_sign_of_somebodys_words_is_markup(String words, String escaped) {
    assertThat(Markup.escape(words)).isEqualTo(escaped);
  }

  @Test
  void no_words_pass_for_one_of_the_cards_functions() {
    String words = "{{DATE(2017-02-14T06:08:39Z,LONG)}} and {{name}}";

    assertThat(Markup.escape(words)).doesNotContain("{{DATE").contains("{{name}}");
    assertThat(Markup.inert(words).replace("\u200b", "")).isEqualTo(words);
  }

  @Test
  void spans_are_drawn_natively() {
    Text text =
        Text.strong("Ann *A*")
            .then(" asks, until ")
            .then(Text.moment(Instant.parse("2026-11-22T09:30:00Z")))
            .then(": ")
            .then(Text.link("the [page]", "https://example.com/a(b)"));

    assertThat(markup.of(text, 1_000))
        .isEqualTo(
            "**Ann \\*A\\*** asks, until {{DATE(2026-11-22T09:30:00Z,SHORT)}}"
                + " {{TIME(2026-11-22T09:30:00Z)}}: [the \\[page\\]](https://example.com/a%28b%29)");
  }

  @Test
  void what_can_be_typed_stands_out_without_signs_that_a_card_would_show() {
    Text text = Text.of("Type ").then(Text.typed("topic add Life_at_*work*")).then(".");

    assertThat(markup.of(text, 1_000)).isEqualTo("Type **topic add Life\\_at\\_\\*work\\***.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://example.com/",
        "javascript:alert(1)",
        "https://user:word@example.com/",
        "http://127.0.0.1:8080/s/a",
        "https://",
        "mailto:a@b.c"
      })
  void what_nobody_should_follow_is_no_link(String address) {
    assertThat(markup.of(Text.link("here", address), 100)).isEqualTo("here");
  }

  @Test
  void for_trying_links_on_this_machine_are_links() {
    assertThat(new Links(true).safe("http://127.0.0.1:8080/s/a")).isPresent();
    assertThat(new Links(true).safe("http://localhost:8080/s/a")).isPresent();
    assertThat(new Links(true).safe("http://example.com/s/a")).isEmpty();
  }

  @Test
  void a_long_text_is_cut_by_what_people_read() {
    assertThat(markup.of(Text.of("*".repeat(50)), 10)).isEqualTo("\\*".repeat(9) + "…");
    assertThat(markup.of(Text.of("a\nb\n\n\nc"), 100)).isEqualTo("a\n\nb\n\nc");
  }
}
