package io.herald.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;

class EnvelopeTest {
  private static final byte[] CONTENT = "a key".getBytes(StandardCharsets.UTF_8);

  private final SecureRandom random = new SecureRandom();
  private final EncryptionKey older = key();
  private final EncryptionKey newer = key();

  @Test
  void what_an_older_key_wrapped_opens_and_is_known_as_old() {
    byte[] wrapped = envelope("test", older).wrap(CONTENT);
    assertThat(envelope("test", newer, older).open(wrapped)).hasValue(CONTENT);
    assertThat(envelope("test", newer, older).isOld(wrapped)).isTrue();
    assertThat(envelope("test", older).isOld(wrapped)).isFalse();
  }

  @Test
  void nothing_opens_with_another_key_for_another_purpose_or_when_it_was_changed() {
    byte[] wrapped = envelope("test", older).wrap(CONTENT);
    assertThat(envelope("test", newer).open(wrapped)).isEmpty();
    assertThat(envelope("other", older).open(wrapped)).isEmpty();
    assertThat(envelope("test", older).open(new byte[20])).isEmpty();
    wrapped[wrapped.length - 1] ^= 1;
    assertThat(envelope("test", older).open(wrapped)).isEmpty();
  }

  @Test
  void the_same_is_never_wrapped_alike() {
    assertThat(envelope("test", older).wrap(CONTENT))
        .isNotEqualTo(envelope("test", older).wrap(CONTENT));
  }

  private Envelope envelope(String purpose, EncryptionKey... keys) {
    return new Envelope(new EncryptionKeys(List.of(keys)), purpose, random);
  }

  private EncryptionKey key() {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    return new EncryptionKey(bytes);
  }
}
