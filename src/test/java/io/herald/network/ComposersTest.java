package io.herald.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.herald.settings.LinkedIn;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class ComposersTest {
  private static final String LINK = "https://herald.example/c/abcDEF1234";
  private static final String AWKWARD = "50% + 5 = a&b #jobs? ~* שלום 👩‍💻\r\n\"new\" line";
  private static final Message MESSAGE = new Message("We hire\nnow & here", AWKWARD, LINK);

  private final Composers composers = new Composers(LinkedIn.COMPOSER);

  @Test
  void words_and_link_reach_the_composer_as_they_were_written() {
    String expected = AWKWARD.replace("\r\n", "\n") + "\n\n" + LINK;
    for (Network network : Network.values()) {
      if (composers.opening(network) == Opening.PREFILL && network != Network.TELEGRAM) {
        String address = composers.address(network, MESSAGE);
        assertThat(parameter(address, "text")).as(network.label()).isEqualTo(expected);
      }
    }
    assertThat(parameter(composers.address(Network.TELEGRAM, MESSAGE), "text"))
        .isEqualTo(AWKWARD.replace("\r\n", "\n"));
    assertThat(parameter(composers.address(Network.TELEGRAM, MESSAGE), "url")).isEqualTo(LINK);
  }

  @Test
  void an_address_holds_nothing_that_an_address_may_not_hold() {
    for (Network network : Network.values()) {
      if (network != Network.MASTODON) {
        String address = composers.address(network, MESSAGE);
        assertThat(URI.create(address).toASCIIString()).as(network.label()).isEqualTo(address);
        assertThat(address).doesNotContain("+").doesNotContain("#");
      }
    }
  }

  @Test
  void each_composer_stands_at_its_own_address() {
    Message plain = new Message("Head", "a b", "https://e.org/");
    String whole = "a%20b%0A%0Ahttps%3A%2F%2Fe.org%2F";
    assertThat(composers.address(Network.X, plain))
        .isEqualTo("https://x.com/intent/tweet?text=" + whole);
    assertThat(composers.address(Network.LINKEDIN, plain))
        .isEqualTo("https://www.linkedin.com/feed/?shareActive=true&text=" + whole);
    assertThat(composers.address(Network.BLUESKY, plain))
        .isEqualTo("https://bsky.app/intent/compose?text=" + whole);
    assertThat(composers.address(Network.THREADS, plain))
        .isEqualTo("https://www.threads.com/intent/post?text=" + whole);
    assertThat(composers.address(Network.WHATSAPP, plain))
        .isEqualTo("https://wa.me/?text=" + whole);
    assertThat(composers.address(Network.TELEGRAM, plain))
        .isEqualTo("https://t.me/share/url?url=https%3A%2F%2Fe.org%2F&text=a%20b");
    assertThat(composers.address(Network.FACEBOOK, plain))
        .isEqualTo("https://www.facebook.com/sharer/sharer.php?u=https%3A%2F%2Fe.org%2F");
    assertThat(composers.address(new MastodonServer("mastodon.social"), plain))
        .isEqualTo("https://mastodon.social/share?text=" + whole);
    assertThat(composers.address(Network.EMAIL, plain))
        .isEqualTo("mailto:?subject=Head&body=a%20b%0D%0A%0D%0Ahttps%3A%2F%2Fe.org%2F");
  }

  @Test
  void a_mail_has_crlf_in_its_body_and_one_line_in_its_subject() {
    String mail = composers.address(Network.EMAIL, MESSAGE);
    assertThat(parameter(mail, "subject")).isEqualTo("We hire now & here");
    assertThat(parameter(mail, "body"))
        .isEqualTo(AWKWARD + "\r\n\r\n" + LINK)
        .doesNotContain("\r\r");
  }

  @Test
  void linkedin_takes_the_link_alone_where_the_setting_says_so() {
    Composers documented = new Composers(LinkedIn.SHARE_OFFSITE);
    assertThat(documented.opening(Network.LINKEDIN)).isEqualTo(Opening.LINK_ONLY);
    assertThat(documented.address(Network.LINKEDIN, MESSAGE))
        .isEqualTo(
            "https://www.linkedin.com/sharing/share-offsite/"
                + "?url=https%3A%2F%2Fherald.example%2Fc%2FabcDEF1234");
    assertThat(composers.opening(Network.LINKEDIN)).isEqualTo(Opening.PREFILL);
  }

  @Test
  void without_words_the_link_goes_alone() {
    Message link = new Message("Head", "  ", "https://e.org/");
    assertThat(composers.address(Network.X, link)).endsWith("?text=https%3A%2F%2Fe.org%2F");
    assertThat(composers.address(Network.TELEGRAM, link)).doesNotContain("text=");
  }

  @Test
  void mastodon_asks_for_the_server_first() {
    assertThat(composers.opening(Network.MASTODON)).isEqualTo(Opening.PREFILL_ON_OWN_SERVER);
    assertThatThrownBy(() -> composers.address(Network.MASTODON, MESSAGE))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static String parameter(String address, String name) {
    String query = address.substring(address.indexOf('?') + 1);
    for (String pair : query.split("&", -1)) {
      if (pair.startsWith(name + "=")) {
        return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
      }
    }
    throw new AssertionError("no " + name + " in " + address);
  }
}
