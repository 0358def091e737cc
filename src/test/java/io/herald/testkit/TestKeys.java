package io.herald.testkit;

import io.herald.settings.EncryptionKeys;
import io.herald.settings.Settings;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/** Encryption keys as the setting brings them, one for each seed. */
public final class TestKeys {
  private TestKeys() {}

  public static EncryptionKeys of(int... seeds) {
    String setting = Arrays.stream(seeds).mapToObj(TestKeys::text).collect(Collectors.joining(","));
    return Settings.read(
            Map.of(
                "HERALD_ENCRYPTION_KEY", setting,
                "HERALD_PUBLIC_URL", "https://herald.example",
                "SLACK_BOT_TOKEN", "xoxb-1",
                "SLACK_SIGNING_SECRET", "0123456789abcdef0123456789abcdef"))
        .storage()
        .keys()
        .orElseThrow();
  }

  /** A key as the setting holds it. */
  public static String text(int seed) {
    byte[] key = new byte[32];
    new Random(seed).nextBytes(key);
    return Base64.getEncoder().encodeToString(key);
  }
}
