package io.herald.chat;

import java.util.Locale;

/** Reads the words after {@code policy}. */
final class PolicyWords {
  private PolicyWords() {}

  static Intent read(String words) {
    String typed = words.strip();
    if (typed.isEmpty()) {
      return new Intent.ShowPolicy();
    }
    String command = Commands.first(typed).toLowerCase(Locale.ROOT);
    String rest = Commands.folded(typed.substring(command.length()));
    return switch (command) {
      case "publish" -> new Intent.PublishPolicy(0);
      case "status" -> new Intent.ShowPolicyStatus();
      case "packs", "pack", "rules" -> new Intent.ShowPacks(0);
      case "disclosure" -> new Intent.OpenDisclosure();
      case "strictness" -> new Intent.SetStrictness(rest);
      default -> new Intent.Typo("policy " + typed);
    };
  }
}
