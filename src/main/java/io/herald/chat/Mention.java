package io.herald.chat;

import io.herald.members.Platform;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Somebody, or a user group, as a platform writes them into a command: {@code @U123},
 * {@code @S123}.
 *
 * @param id the platform's id
 */
record Mention(String id, boolean isGroup) {
  private static final Pattern SLACK_PERSON = Pattern.compile("@([UW][A-Z0-9]+)");
  private static final Pattern SLACK_GROUP = Pattern.compile("@(S[A-Z0-9]+)");
  private static final Pattern TEAMS_PERSON = Pattern.compile("@(29:\\S+)");

  /** Reads one word; nothing where a name was typed that the platform did not recognise. */
  static Optional<Mention> read(Platform platform, String word) {
    var person = (platform == Platform.SLACK ? SLACK_PERSON : TEAMS_PERSON).matcher(word);
    if (person.matches()) {
      return Optional.of(new Mention(person.group(1), false));
    }
    var group = SLACK_GROUP.matcher(word);
    return platform == Platform.SLACK && group.matches()
        ? Optional.of(new Mention(group.group(1), true))
        : Optional.empty();
  }
}
