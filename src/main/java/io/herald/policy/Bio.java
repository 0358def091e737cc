package io.herald.policy;

import io.herald.network.Network;
import io.herald.words.Words;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * What a member wants to say of themselves beside a disclaimer.
 *
 * @param doing as "Engineer"; may be empty
 * @param employer as "Acme"
 */
public record Bio(String doing, String employer) {
  /** The most characters of either. */
  public static final int MOST = 60;

  /** How many ways there are to say it, the fullest first. */
  private static final int WAYS = 4;

  /**
   * The fullest line that a network's bio takes. The disclaimer is never cut: what the member does
   * gives way before it. Where even the shortest does not fit, it is that one.
   */
  public String line(Network network, AccountKind kind) {
    List<String> lines =
        IntStream.rangeClosed(1, WAYS)
            .mapToObj(way -> "bio." + kind.name().toLowerCase(Locale.ROOT) + "." + way)
            .filter(key -> !doing.isEmpty() || !names(key))
            .map(key -> Words.say(key, doing, employer))
            .toList();
    return lines.stream()
        .filter(line -> network.bioLength(line).fits())
        .findFirst()
        .orElse(lines.get(lines.size() - 1));
  }

  /** Whether a way to say it names what the member does. */
  private static boolean names(String key) {
    return !Words.say(key, "", "").equals(Words.say(key, "x", ""));
  }
}
