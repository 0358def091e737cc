package io.herald.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

final class HkdfTest {
  private static final HexFormat HEX = HexFormat.of();

  /** RFC 5869, appendix A.3: no salt, no info. */
  @Test
  void derives_what_the_standard_derives() {
    byte[] key = HEX.parseHex("0b".repeat(22));
    assertThat(HEX.formatHex(Hkdf.derive(key, "")))
        .isEqualTo("8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d");
  }

  /** RFC 5869, appendix A.1: the pseudo-random key and info given there. */
  @Test
  void purpose_goes_into_the_key() {
    byte[] pseudoRandomKey =
        HEX.parseHex("077709362c2e32df0ddc3f0dc47bba6390b6c73bb50f9c3122ec844ad7c2b3e5");
    byte[] info = HEX.parseHex("f0f1f2f3f4f5f6f7f8f9");
    assertThat(HEX.formatHex(Hkdf.expandOnce(pseudoRandomKey, info)))
        .isEqualTo("3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf");
  }
}
