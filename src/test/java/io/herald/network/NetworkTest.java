package io.herald.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class NetworkTest {
  private static final String FAMILY = "👨‍👩‍👧‍👦";

  @Test
  void codes_and_slugs_lead_back_to_their_network_and_are_given_once() {
    assertThat(Arrays.stream(Network.values()).map(Network::code)).doesNotHaveDuplicates();
    for (Network network : Network.values()) {
      assertThat(network.code()).isBetween(1, 255);
      assertThat(Network.ofCode(network.code())).contains(network);
      assertThat(Network.ofSlug(network.slug())).contains(network);
      assertThat(network.slug()).matches("[a-z]+");
    }
    assertThat(Network.ofCode(0)).isEmpty();
    assertThat(Network.ofSlug("X")).isEmpty();
  }

  @Test
  void codes_stay_what_old_share_links_were_made_with() {
    assertThat(Arrays.stream(Network.values()).map(n -> n.code() + n.slug()))
        .containsExactly(
            "1linkedin",
            "2x",
            "3facebook",
            "4bluesky",
            "5threads",
            "6telegram",
            "7whatsapp",
            "8mastodon",
            "9email",
            "10instagram");
  }

  @Test
  void x_counts_a_link_as_23_an_emoji_and_a_chinese_character_as_two() {
    assertThat(count(Network.X, "https://example.org/" + "a".repeat(200))).isEqualTo(23);
    assertThat(count(Network.X, FAMILY)).isEqualTo(2);
    assertThat(count(Network.X, "你好")).isEqualTo(4);
    assertThat(count(Network.X, "ab\r\ncd")).isEqualTo(5);
    assertThat(Network.X.length("a".repeat(280)).fits()).isTrue();
    assertThat(Network.X.length("a".repeat(281)).fits()).isFalse();
    assertThat(Network.X.length("a".repeat(281)).over()).isEqualTo(1);
    assertThat(Network.X.length("order\uFEFFmark").fits()).isFalse();
  }

  @Test
  void bluesky_counts_what_people_see_as_one_character_and_bytes_besides() {
    assertThat(count(Network.BLUESKY, FAMILY + "🇩🇪" + "e\u0301")).isEqualTo(3);
    assertThat(Network.BLUESKY.length("ä".repeat(300)).fits()).isTrue();
    assertThat(Network.BLUESKY.length(FAMILY.repeat(120)).fits())
        .as("120 clusters of 25 bytes are 3,000 bytes")
        .isTrue();
    assertThat(Network.BLUESKY.length(FAMILY.repeat(121)).fits()).isFalse();
    assertThat(Network.BLUESKY.length(FAMILY.repeat(121)).over()).isZero();
  }

  @Test
  void threads_counts_an_emoji_by_its_bytes() {
    assertThat(count(Network.THREADS, "hi 👋")).isEqualTo(3 + 4);
    assertThat(count(Network.THREADS, FAMILY)).isEqualTo(25);
    assertThat(count(Network.THREADS, "שלום")).isEqualTo(4);
  }

  @Test
  void mastodon_counts_each_link_as_23_even_on_a_bare_host() {
    assertThat(count(Network.MASTODON, "see http://127.0.0.1:8080/c/abcdefghij")).isEqualTo(4 + 23);
    assertThat(count(Network.MASTODON, "(https://example.org/a?b=c#d).")).isEqualTo(1 + 23 + 2);
    assertThat(count(Network.MASTODON, "https://a.b https://" + "c".repeat(99)))
        .isEqualTo(23 + 1 + 23);
  }

  @Test
  void networks_that_do_not_say_what_they_count_are_counted_in_utf_16_units() {
    assertThat(count(Network.LINKEDIN, FAMILY)).isEqualTo(11);
    assertThat(Network.LINKEDIN.length("x".repeat(3_000)).fits()).isTrue();
    assertThat(Network.LINKEDIN.length("x".repeat(2_999) + "👋").fits()).isFalse();
    assertThat(Network.INSTAGRAM.length("x".repeat(2_201)).over()).isEqualTo(1);
  }

  @Test
  void the_strangest_texts_that_a_form_takes_are_counted_and_never_fail() {
    for (Network network : Network.values()) {
      assertThat(count(network, "")).isZero();
      assertThat(count(network, "e" + "\u0301".repeat(2_999))).isPositive();
      assertThat(count(network, (FAMILY + " https://example.org ").repeat(90))).isGreaterThan(90);
      assertThat(count(network, "https://" + ".".repeat(2_990))).isPositive();
      assertThat(count(network, "\uD800".repeat(3_000))).isPositive();
    }
  }

  private static int count(Network network, String text) {
    return network.length(text).count();
  }
}
