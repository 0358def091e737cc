package io.herald.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.herald.network.WebLink.Flaw;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WebLinkTest {

  @ParameterizedTest
  @CsvSource({
    "https://example.org, https://example.org",
    "  HTTPS://Example.ORG/Path?Q=1#F , https://example.org/Path?Q=1#F",
    "http://localhost:8080/x, http://localhost:8080/x",
    "https://example.org:/x, https://example.org/x",
    "https://bücher.example/straße, https://xn--bcher-kva.example/stra%C3%9Fe",
    "https://a.example/100%, https://a.example/100%25",
    "https://a.example/%C3%A9%2F, https://a.example/%C3%A9%2F",
    "https://a.example/[x]|{y}, https://a.example/%5Bx%5D%7C%7By%7D",
    "https://a.example/#a#b, https://a.example/#a%23b",
    "https://a.example/👋, https://a.example/%F0%9F%91%8B",
    "https://a.example/@ada, https://a.example/@ada",
    "https://under_score.example/, https://under_score.example/",
    "https://[2001:DB8::1]:8443/, https://[2001:db8::1]:8443/"
  })
  void a_link_is_kept_as_a_browser_would_send_it(String typed, String kept) {
    assertThat(WebLink.flawIn(typed)).isEmpty();
    WebLink link = new WebLink(typed);
    assertThat(link.address()).isEqualTo(kept);
    assertThat(new WebLink(link.address())).isEqualTo(link);
    assertThat(URI.create(link.address()).isAbsolute()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "'', EMPTY",
    "'  ', EMPTY",
    "example.org, NOT_WEB",
    "ftp://example.org, NOT_WEB",
    "javascript:alert(1), NOT_WEB",
    "'java script:alert(1)', NOT_WEB",
    "data:text/html;x, NOT_WEB",
    "mailto:ada@example.org, NOT_WEB",
    "//example.org, NOT_WEB",
    "https:example.org, NOT_WEB",
    "https://ada@example.org/, USER_INFO",
    "https://ada:secret@example.org/, USER_INFO",
    "https:///path, NO_HOST",
    "https://, NO_HOST",
    "https://?q, NO_HOST",
    "https://.., NO_HOST",
    "https://good.example\\.bad.example/, NO_HOST",
    "https://a.example:99999/, NO_HOST",
    "https://a.example:8a/, NO_HOST",
    "https://%65xample.org/, NO_HOST",
    "'https://a.example/a b', SPACE",
    "'https://a.example/\u202Egpj', SPACE",
    "'https://a.example/\u00A0', SPACE"
  })
  void each_mistake_is_told_by_its_name(String typed, Flaw flaw) {
    assertThat(WebLink.flawIn(typed)).contains(flaw);
    assertThatThrownBy(() -> new WebLink(typed)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_line_end_inside_a_link_is_a_mistake() {
    assertThat(WebLink.flawIn("https://a.example/\nSet-Cookie: x")).contains(Flaw.SPACE);
    assertThat(WebLink.flawIn("https://a.example/\0")).contains(Flaw.SPACE);
  }

  @Test
  void two_thousand_characters_are_the_most_typed_or_written() {
    String start = "https://a.example/";
    String longest = start + "x".repeat(WebLink.LIMIT - start.length());
    assertThat(WebLink.flawIn(longest)).isEmpty();
    assertThat(WebLink.flawIn(longest + "x")).contains(Flaw.TOO_LONG);
    assertThat(WebLink.flawIn(start + "ß".repeat(400))).contains(Flaw.TOO_LONG);
  }
}
