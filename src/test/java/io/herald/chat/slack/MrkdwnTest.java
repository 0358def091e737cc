package io.herald.chat.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.words.Text;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MrkdwnTest {
  @Test
  void the_three_characters_of_slacks_markup_are_escaped_once() {
    assertThat(Mrkdwn.of(Text.of("a & b &amp; <c>"))).isEqualTo("a &amp; b &amp;amp; &lt;c&gt;");
  }

  @Test
  void a_link_cannot_borrow_another_ones_label() {
    assertThat(Mrkdwn.of(Text.link("bank|com>", "https://evil.example/a|b<c>d?x=1&y=2")))
        .isEqualTo("<https://evil.example/a%7Cb%3Cc%3Ed?x=1&amp;y=2|bank|com&gt;>");
  }

  @Test
  void a_link_that_is_no_web_address_is_only_words() {
    for (String bad :
        List.of("javascript:x", "https://a@evil.example", "", "mailto:a@b.c", "//x")) {
      assertThat(Mrkdwn.of(Text.link("here", bad))).isEqualTo("here");
    }
  }

  @Test
  void a_moment_is_shown_in_the_readers_zone_with_words_for_those_who_cannot() {
    assertThat(Mrkdwn.of(Text.moment(Instant.ofEpochSecond(1_800_000_000))))
        .isEqualTo("<!date^1800000000^{date_short_pretty} at {time}|15 Jan 2027, 08:00 UTC>");
  }

  @Test
  void strong_words_are_bold_where_slack_can_read_it() {
    assertThat(Mrkdwn.of(Text.strong(" Ann & Bob "))).isEqualTo(" *Ann &amp; Bob* ");
    assertThat(Mrkdwn.of(Text.strong("5 * 3"))).isEqualTo("5 * 3");
    assertThat(Mrkdwn.of(Text.strong("a\nb"))).isEqualTo("a\nb");
    assertThat(Mrkdwn.of(Text.strong(" "))).isEqualTo(" ");
  }

  @Test
  void what_can_be_typed_is_code_that_nothing_in_it_ends() {
    assertThat(Mrkdwn.of(Text.typed("/herald topic add <R&D>`s")))
        .isEqualTo("`/herald topic add &lt;R&amp;D&gt;'s`");
  }

  @Test
  void a_cut_never_falls_within_an_entity_a_link_or_a_character() {
    long seed = new Random().nextLong();
    System.out.println("MrkdwnTest seed " + seed);
    var random = new Random(seed);
    String[] bits = {
      "&", "<", ">", "word ", "👩‍👩‍👧‍👦", "é", "e\u0301", "\u200fشكرا", "\n", "🇩🇪", "*"
    };
    for (int round = 0; round < 2_000; round++) {
      Text text = Text.of("");
      for (int i = random.nextInt(30); i >= 0; i--) {
        String words = bits[random.nextInt(bits.length)].repeat(1 + random.nextInt(5));
        text =
            text.then(
                switch (random.nextInt(6)) {
                  case 0 -> Text.strong(words);
                  case 1 -> Text.link(words, "https://example.com/?a=1&b=" + random.nextInt());
                  case 2 -> Text.moment(Instant.ofEpochSecond(random.nextInt()));
                  default -> Text.of(words);
                });
      }
      int most = 1 + random.nextInt(120);
      String cut = Mrkdwn.of(text, most);
      assertThat(cut.length()).isLessThanOrEqualTo(most);
      assertThat(cut.replaceAll("&(amp|lt|gt);", "")).doesNotContain("&");
      String bare = cut.replaceAll("<(https|!date)[^<>]*>", "");
      assertThat(bare).doesNotContain("<").doesNotContain(">");
      assertThat(
              new String(
                  cut.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                  java.nio.charset.StandardCharsets.UTF_8))
          .isEqualTo(cut);
      if (!cut.equals(Mrkdwn.of(text))) {
        assertThat(cut).endsWith("…");
      }
    }
  }
}
