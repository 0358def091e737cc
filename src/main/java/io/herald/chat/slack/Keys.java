package io.herald.chat.slack;

import io.herald.chat.Fingerprint;
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
    String key =
        "slack/" + kind + "/" + (named.isEmpty() ? Fingerprint.of(whole.toString()) : named);
    return key.length() <= LONGEST ? key : "slack/" + kind + "/" + Fingerprint.of(key);
  }
}
