package io.herald.chat.slack;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What makes a request of Slack's the same as its repeat. */
final class Keys {
  /** As many characters as are remembered of a key. */
  private static final int LONGEST = 300;

  private Keys() {}

  /**
   * @param whole the request as it came, for one without anything that names it
   */
  static String of(String kind, Object whole, @Nullable String... names) {
    List<String> given = Stream.of(names).filter(Objects::nonNull).toList();
    String named = given.stream().filter(n -> !n.isBlank()).collect(Collectors.joining("/"));
    String key = "slack/" + kind + "/" + (named.isEmpty() ? digest(whole.toString()) : named);
    return key.length() <= LONGEST ? key : "slack/" + kind + "/" + digest(key);
  }

  private static String digest(String words) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(words.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
