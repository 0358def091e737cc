package io.herald.policy;

import io.herald.network.Network;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an admin said of the disclosure, for all shares or for some.
 *
 * @param language of the shared words; none for every language
 * @param network none for every network
 * @param topic 0 for every topic
 * @param words empty where another rule says them
 * @param shorter as {@link Disclosure#shorter}
 */
public record DisclosureRule(
    @Nullable Language language,
    @Nullable Network network,
    long topic,
    Disclosure.Mode mode,
    String words,
    String shorter) {

  boolean isAbout(Network other, List<Long> topics) {
    return (network == null || network == other) && (topic == 0 || topics.contains(topic));
  }

  /** Whether both are about the same shares. */
  public boolean sameShares(DisclosureRule other) {
    return java.util.Objects.equals(language, other.language)
        && network == other.network
        && topic == other.topic;
  }

  /** Of two rules about how much it matters, the one about the topic goes before the other. */
  int weightOfMode() {
    return (topic == 0 ? 0 : 4) + (network == null ? 0 : 2) + (language == null ? 0 : 1);
  }

  /**
   * Of two rules about what is said, the one in the language of the words goes before the other.
   */
  int weightOfWords() {
    return (language == null ? 0 : 4) + (network == null ? 0 : 2) + (topic == 0 ? 0 : 1);
  }
}
