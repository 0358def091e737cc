package io.herald.share;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.network.Network;
import java.net.URI;
import org.junit.jupiter.api.Test;

final class ShareTextTest {
  private static final String LINK = "https://herald.example.org/c/abcdefghij";

  @Test
  void words_disclosure_and_link_stand_in_this_order() {
    assertThat(ShareText.of(Network.X, "H", " We hire ", "#WorkingAtAcme", LINK).whole())
        .isEqualTo("We hire\n\n#WorkingAtAcme\n\n" + LINK);
    assertThat(ShareText.of(Network.X, "H", "", "#WorkingAtAcme", LINK).whole())
        .isEqualTo("#WorkingAtAcme\n\n" + LINK);
    assertThat(ShareText.of(Network.X, "H", "", "", LINK).whole()).isEqualTo(LINK);
  }

  @Test
  void a_disclosure_that_the_writer_gave_is_not_repeated() {
    assertThat(ShareText.of(Network.X, "H", "I work there: #acme", "#acme", LINK).whole())
        .isEqualTo("I work there: #acme\n\n" + LINK);
  }

  @Test
  void everything_that_is_posted_counts_and_nothing_is_shortened() {
    String words = "w".repeat(280 - 2 - 5 - 2 - 23);
    ShareText full = ShareText.of(Network.X, "H", words, "#acme", LINK);
    assertThat(full.length().count()).isEqualTo(280);
    assertThat(full.fits()).isTrue();
    ShareText more = ShareText.of(Network.X, "H", words + "!", "#acme", LINK);
    assertThat(more.fits()).isFalse();
    assertThat(more.length().over()).isEqualTo(1);
    assertThat(more.whole()).contains(words + "!");
  }

  @Test
  void a_link_to_come_is_as_long_as_the_one_that_comes() {
    ShareLinks links = new ShareLinks(URI.create("https://herald.example.org/"));
    assertThat(links.tracked("abcdefghij")).isEqualTo(LINK);
    assertThat(links.trackedToCome()).hasSameSizeAs(LINK);
    assertThat(links.share("T")).isEqualTo("https://herald.example.org/s/T");
  }
}
