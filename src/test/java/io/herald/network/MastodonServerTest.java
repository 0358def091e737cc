package io.herald.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MastodonServerTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mastodon.social",
        " Mastodon.Social ",
        "https://mastodon.social/@ada",
        "HTTP://mastodon.social",
        "@ada@mastodon.social",
        "mastodon.social."
      })
  void the_server_is_understood_however_it_is_typed(String typed) {
    assertThat(MastodonServer.of(typed)).contains(new MastodonServer("mastodon.social"));
  }

  @Test
  void a_name_in_another_script_is_written_as_the_web_writes_it() {
    assertThat(MastodonServer.of("tröt.example").orElseThrow().host())
        .isEqualTo("xn--trt-tna.example");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "mastodon",
        "@ada",
        "127.0.0.1",
        "a b.social",
        "a.social:99",
        "a.so?x",
        "[::1]",
        "javascript:alert(1)",
        "..",
        "-a.social",
        "a.social\\@b.social:1",
        "a..b"
      })
  void what_cannot_be_a_server_is_refused(String typed) {
    assertThat(MastodonServer.of(typed)).isEmpty();
    assertThatThrownBy(() -> new MastodonServer(typed))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
