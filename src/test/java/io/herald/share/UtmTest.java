package io.herald.share;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.network.Network;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class UtmTest {
  private static final String ALL = "utm_source=x&utm_medium=employee&utm_campaign=spring-2026";

  @ParameterizedTest
  @CsvSource({
    "https://a.example, https://a.example?@",
    "https://a.example/p, https://a.example/p?@",
    "https://a.example/p?, https://a.example/p?@",
    "https://a.example/p?b=1, https://a.example/p?b=1&@",
    "https://a.example/p?b=1&, https://a.example/p?b=1&@",
    "https://a.example/p?b=%C3%A4+%2B#top, https://a.example/p?b=%C3%A4+%2B&@#top",
    "https://a.example/#/route?x=1, https://a.example/?@#/route?x=1",
    "https://a.example/p?b=%ZZ, https://a.example/p?b=%ZZ&@"
  })
  void parameters_and_fragment_stay_as_they_are(String link, String tagged) {
    assertThat(Utm.tag(link, Network.X, "Spring 2026!")).isEqualTo(tagged.replace("@", ALL));
  }

  @Test
  void what_the_link_says_already_wins() {
    assertThat(Utm.tag("https://a.example/?utm_source=news", Network.X, "Spring"))
        .isEqualTo("https://a.example/?utm_source=news&utm_medium=employee&utm_campaign=spring");
    String complete = "https://a.example/?UTM_Source=&utm%5Fmedium=m&utm_campaign=c#f";
    assertThat(Utm.tag(complete, Network.X, "Spring")).isEqualTo(complete);
  }

  @Test
  void a_campaign_in_another_script_is_encoded_and_one_without_a_name_left_out() {
    assertThat(Utm.tag("https://a.example/", Network.LINKEDIN, "招聘"))
        .endsWith("&utm_campaign=%E6%8B%9B%E8%81%98");
    assertThat(Utm.tag("https://a.example/", Network.LINKEDIN, "🎉"))
        .isEqualTo("https://a.example/?utm_source=linkedin&utm_medium=employee");
  }

  @ParameterizedTest
  @CsvSource({
    "Hiring, hiring",
    "'  We   hire: Köln & Zürich! ', we-hire-koln-zurich",
    "Q3/2026, q3-2026",
    "---, ''",
    "İstanbul, istanbul"
  })
  void a_slug_is_lower_case_words_joined_by_hyphens(String name, String slug) {
    assertThat(Slug.of(name)).isEqualTo(slug);
  }

  @Test
  void a_slug_has_at_most_sixty_characters_and_no_broken_one() {
    assertThat(Slug.of("a".repeat(59) + " b")).isEqualTo("a".repeat(59));
    assertThat(Slug.of("a".repeat(59) + "𠀀")).isEqualTo("a".repeat(59));
  }
}
