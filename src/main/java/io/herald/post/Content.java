package io.herald.post;

import io.herald.network.Network;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a revision says.
 *
 * @param link an http or https address
 * @param words the text, up to 3,000 characters
 * @param whole the whole text, where a command or message held more than a form takes
 * @param wordings by network, up to five each; a network without its own uses the words
 * @param topics ids, in the author's order; empty means General
 * @param from not before this time; none means at once
 * @param until sharing ends then; none means 30 days after it goes live
 * @param note for the approvers alone
 */
public record Content(
    String link,
    String headline,
    String words,
    @Nullable String whole,
    Map<Network, List<String>> wordings,
    List<Long> topics,
    @Nullable String image,
    @Nullable String imageDescription,
    Freedom freedom,
    @Nullable Instant from,
    @Nullable Instant until,
    @Nullable String note) {
  public Content {
    wordings = Map.copyOf(wordings);
    topics = List.copyOf(topics);
  }

  /** What one network may be given, first to last: its own wordings, or the post's words. */
  public List<String> wordingsFor(Network network) {
    List<String> own = wordings.getOrDefault(network, List.of());
    return own.isEmpty() ? List.of(words) : own;
  }
}
