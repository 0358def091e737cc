package io.herald.chat;

import io.herald.network.Network;
import io.herald.share.ShareText;
import io.herald.words.Text;
import io.herald.words.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is said beside shared words, by network where it differs. */
final class DisclosureLines {
  private DisclosureLines() {}

  /** A line for each that is said; nothing where nothing is said on any of the networks. */
  static Optional<Text> of(List<ShareText> shown) {
    var networks = new LinkedHashMap<String, List<Network>>();
    shown.stream()
        .filter(text -> !text.disclosure().words().isEmpty())
        .forEach(
            text ->
                networks
                    .computeIfAbsent(line(text), line -> new ArrayList<>())
                    .add(text.network()));
    boolean everywhereTheSame =
        networks.size() == 1 && networks.values().iterator().next().size() == shown.size();
    if (everywhereTheSame) {
      return Optional.of(Text.of(networks.keySet().iterator().next()));
    }
    return networks.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Text.of(
                networks.entrySet().stream()
                    .map(line -> labels(line.getValue()) + ": " + line.getKey())
                    .collect(Collectors.joining("\n"))));
  }

  private static String line(ShareText text) {
    String mode = text.disclosure().mode().name().toLowerCase(Locale.ROOT);
    return text.leavesOut()
        ? Words.say("disclosure.no_room")
        : Words.say("disclosure.said." + mode, text.said());
  }

  private static String labels(List<Network> networks) {
    return networks.stream().map(Network::label).collect(Collectors.joining(", "));
  }
}
