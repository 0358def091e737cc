package io.herald.share;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.network.Network;
import io.herald.policy.Disclosure;
import java.net.URI;
import org.junit.jupiter.api.Test;

final class ShareTextTest {
  private static final String LINK = "https://herald.example.org/c/abcdefghij";

  private static Disclosure required(String words, String shorter) {
    return new Disclosure(Disclosure.Mode.REQUIRED, words, shorter);
  }

  private static ShareText on(Network network, String words, Disclosure disclosure) {
    return ShareText.of(network, "H", words, disclosure, LINK);
  }

  @Test
  void words_disclosure_and_link_stand_in_this_order() {
    Disclosure tag = required("#WorkingAtAcme", "");
    assertThat(on(Network.X, " We hire ", tag).whole())
        .isEqualTo("We hire\n\n#WorkingAtAcme\n\n" + LINK);
    assertThat(on(Network.X, "", tag).whole()).isEqualTo("#WorkingAtAcme\n\n" + LINK);
    assertThat(on(Network.X, "", Disclosure.NONE).whole()).isEqualTo(LINK);
  }

  @Test
  void a_disclosure_that_the_writer_gave_is_not_repeated() {
    assertThat(on(Network.X, "I work there: #Acme", required("#acme", "")).whole())
        .isEqualTo("I work there: #Acme\n\n" + LINK);
  }

  @Test
  void everything_that_is_posted_counts_and_nothing_is_shortened() {
    String words = "w".repeat(280 - 2 - 5 - 2 - 23);
    ShareText full = on(Network.X, words, required("#acme", ""));
    assertThat(full.length().count()).isEqualTo(280);
    assertThat(full.fits()).isTrue();
    ShareText more = on(Network.X, words + "!", required("#acme", ""));
    assertThat(more.fits()).isFalse();
    assertThat(more.length().over()).isEqualTo(1);
    assertThat(more.whole()).contains(words + "!");
  }

  @Test
  void the_shorter_form_stands_where_the_full_one_does_not_fit() {
    Disclosure disclosure = required("I work for Acme and write for myself", "#acme");
    assertThat(on(Network.X, "Short.", disclosure).said()).isEqualTo(disclosure.words());
    assertThat(on(Network.X, "Short.", disclosure).saysShorter()).isFalse();

    ShareText tight = on(Network.X, "w".repeat(240), disclosure);
    assertThat(tight.fits()).isTrue();
    assertThat(tight.saysShorter()).isTrue();
    assertThat(tight.whole()).endsWith("\n\n#acme\n\n" + LINK);
  }

  @Test
  void what_is_required_is_never_left_out_and_what_is_advised_gives_way() {
    String words = "w".repeat(255);
    ShareText required = on(Network.X, words, required("I work for Acme", "#acme"));
    assertThat(required.fits()).isFalse();
    assertThat(required.whole()).contains("#acme");

    Disclosure advised = new Disclosure(Disclosure.Mode.ADVISED, "I work for Acme", "#acme");
    ShareText left = on(Network.X, words, advised);
    assertThat(left.fits()).isTrue();
    assertThat(left.leavesOut()).isTrue();
    assertThat(left.whole()).isEqualTo(words + "\n\n" + LINK);
  }

  @Test
  void where_a_network_folds_long_posts_the_disclosure_stands_before_the_fold() {
    Disclosure disclosure = required("I work for Acme", "");
    String words = "A long story. ".repeat(30).strip();
    assertThat(on(Network.LINKEDIN, words, disclosure).whole())
        .startsWith("I work for Acme\n\nA long story.");
    assertThat(on(Network.LINKEDIN, words + " I work for Acme", disclosure).whole())
        .as("said only behind the fold is not said")
        .startsWith("I work for Acme\n\nA long story.");
    assertThat(on(Network.LINKEDIN, "A short one.", disclosure).whole())
        .startsWith("A short one.\n\nI work for Acme");
    assertThat(on(Network.TELEGRAM, words, disclosure).whole()).startsWith("A long story.");
  }

  @Test
  void a_link_to_come_is_as_long_as_the_one_that_comes() {
    ShareLinks links = new ShareLinks(URI.create("https://herald.example.org/"));
    assertThat(links.tracked("abcdefghij")).isEqualTo(LINK);
    assertThat(links.trackedToCome()).hasSameSizeAs(LINK);
    assertThat(links.share("T")).isEqualTo("https://herald.example.org/s/T");
  }
}
