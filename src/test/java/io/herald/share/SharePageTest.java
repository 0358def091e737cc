package io.herald.share;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.network.Network;
import io.herald.post.Freedom;
import io.herald.post.Post;
import io.herald.settings.LinkedIn;
import io.herald.testkit.TestDatabase;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

@TestInstance(Lifecycle.PER_CLASS)
final class SharePageTest {
  private static final String NASTY = "</textarea><script>alert('x')</script>\n & \"quoted\"";
  private static final String NASTY_ESCAPED =
      "&lt;/textarea&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;\n & \"quoted\""
          .replace(" & \"quoted\"", " &amp; &quot;quoted&quot;");
  private static final Pattern WORDS =
      Pattern.compile(
          "<textarea readonly [^>]*id=\"words\"[^>]*>\n(.*?)</textarea>", Pattern.DOTALL);

  private final Sharing on = new Sharing(TestDatabase.H2_FILE.open(), LinkedIn.SHARE_OFFSITE);

  @AfterAll
  void close() {
    on.close();
  }

  @Test
  void a_network_that_takes_a_link_alone_gets_a_page_with_the_words_to_copy() {
    HttpResponse<String> page = open(Network.FACEBOOK, Sharing.content(NASTY));
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(words(page)).isEqualTo(NASTY_ESCAPED);
    assertThat(page.body())
        .contains("<h1>Share on Facebook</h1>", "Copy the words", "Open Facebook")
        .contains("We hire &lt;engineers&gt; &amp; more")
        .contains(
            "href=\"https://www.facebook.com/sharer/sharer.php?u=https%3A%2F%2Fherald.example.org");
    assertThat(open(Network.LINKEDIN, Sharing.content("Hi")).body())
        .contains("href=\"https://www.linkedin.com/sharing/share-offsite/?url=https%3A%2F%2F");
  }

  @Test
  void instagram_gets_a_kit_of_caption_and_image() {
    HttpResponse<String> page =
        open(
            Network.INSTAGRAM,
            Sharing.content(
                "Our team",
                Map.of(),
                Freedom.EDIT_FREELY,
                "https://cdn.example.org:8443/a.jpg?x=1&y=\"2"));
    assertThat(words(page)).startsWith("Our team\n\nhttps://herald.example.org/c/");
    assertThat(page.body())
        .contains("src=\"https://cdn.example.org:8443/a.jpg?x=1&amp;y=%222\"")
        .contains("alt=\"Two &quot;people&quot; at a desk\"")
        .contains("Copy the caption", "Copy the description", "Share from this device");
    assertThat(policy(page))
        .contains("img-src https://cdn.example.org:8443;")
        .endsWith("connect-src https://cdn.example.org:8443");
    assertThat(open(Network.INSTAGRAM, Sharing.content("No image")).body())
        .contains("This post has no image");
  }

  @Test
  void a_mail_goes_out_through_the_members_own_program() {
    HttpResponse<String> page = open(Network.EMAIL, Sharing.content("Look\nhere"));
    assertThat(page.body())
        .contains(
            "href=\"mailto:?subject=We%20hire%20%3Cengineers%3E%20%26%20more&amp;body=Look%0D%0A")
        .contains("Open my mail program");
    HttpResponse<String> longOne = open(Network.EMAIL, Sharing.content("word ".repeat(500)));
    assertThat(longOne.body())
        .contains("&amp;body=https%3A%2F%2Fherald.example.org%2Fc%2F")
        .contains("too long to be handed over");
    assertThat(words(longOne)).startsWith("word word");
  }

  @Test
  void what_does_not_fit_is_shown_whole_with_its_length_and_never_cut() {
    HttpResponse<String> page = open(Network.X, Sharing.content("w".repeat(300)));
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("This is too long for X: 325 of 280.");
    assertThat(words(page)).startsWith("w".repeat(300));
    assertThat(page.body()).contains("href=\"https://x.com/intent/tweet?text=www");
    assertThat(open(Network.X, Sharing.content("a\uFEFFb")).body())
        .contains("X will not take this text as it is.");
  }

  @Test
  void an_address_too_long_for_servers_is_opened_with_the_link_alone() {
    HttpResponse<String> page = open(Network.TELEGRAM, Sharing.content("אבג ".repeat(600)));
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("too long to be handed over to Telegram");
    assertThat(words(page)).startsWith("אבג אבג");
    Matcher address = Pattern.compile("href=\"(https://t\\.me/[^\"]*)\"").matcher(page.body());
    assertThat(address.find()).isTrue();
    assertThat(address.group(1)).startsWith("https://t.me/share/url?url=").hasSizeLessThan(200);
  }

  @Test
  void talking_points_are_shown_and_not_put_into_anybodys_mouth() {
    var points = Sharing.content("Point 1\nPoint 2", Map.of(), Freedom.TALKING_POINTS, null);
    HttpResponse<String> page = open(Network.FACEBOOK, points);
    assertThat(page.body()).contains("What there is to say", "Point 1\nPoint 2</blockquote>");
    assertThat(page.body()).doesNotContain("id=\"words\"");
    String location = open(Network.X, points).headers().firstValue("Location").orElseThrow();
    assertThat(location).startsWith("https://x.com/intent/tweet?text=https%3A%2F%2F");
  }

  @Test
  void pages_allow_our_own_script_and_style_and_nothing_else() {
    for (Network network : List.of(Network.FACEBOOK, Network.EMAIL, Network.MASTODON)) {
      HttpResponse<String> page = open(network, Sharing.content("Hi"));
      assertThat(policy(page))
          .startsWith(
              "default-src 'none'; base-uri 'none'; frame-ancestors 'none'; style-src 'sha256-")
          .doesNotContain("unsafe", "*", "img-src");
      assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
      assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
      assertThat(page.headers().firstValue("X-Robots-Tag")).contains("noindex");
      assertThat(page.body()).doesNotContain(" style=", " onclick=", " src=\"http");
    }
  }

  @Test
  void head_is_answered_like_get_without_a_body() {
    Post post = on.live(Sharing.content("Hi"));
    String path = on.share(on.member(), post, Network.FACEBOOK);
    HttpResponse<String> head = on.request("HEAD", path, Sharing.BROWSER, "");
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(head.headers().firstValueAsLong("Content-Length").orElse(0)).isGreaterThan(1_000);
  }

  private HttpResponse<String> open(Network network, io.herald.post.Content content) {
    Post post = on.live(content);
    return on.get(on.share(on.member(), post, network));
  }

  private static String words(HttpResponse<String> page) {
    Matcher words = WORDS.matcher(page.body());
    assertThat(words.find()).as(page.body()).isTrue();
    return words.group(1);
  }

  private static String policy(HttpResponse<String> page) {
    return page.headers().firstValue("Content-Security-Policy").orElseThrow();
  }
}
