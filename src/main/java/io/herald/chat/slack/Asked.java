package io.herald.chat.slack;

import io.herald.chat.Ask;
import io.herald.chat.Intent;
import io.herald.chat.Place;
import io.herald.chat.Values;
import io.herald.members.Account;
import io.herald.members.Platform;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A request of Slack's, read.
 *
 * @param trigger what opens one form within three seconds, or the empty string
 * @param sheet the modal that it came from, or none
 */
record Asked(
    Kind kind,
    String key,
    Origin origin,
    Intent intent,
    Values values,
    Place place,
    String trigger,
    @Nullable Sheet sheet) {

  /** How it came, which decides how it can be answered. */
  enum Kind {
    COMMAND,
    SHORTCUT,
    CLICK,
    SUBMISSION,
    EVENT
  }

  /**
   * Where it says that it comes from.
   *
   * @param teams the workspace; several where a channel is shared
   * @param app for which app it is; none where Slack does not say
   */
  record Origin(Set<String> teams, @Nullable String app, String user) {}

  /**
   * An open modal.
   *
   * @param hash which state of it was seen
   * @param step how many forms were sent from it before
   * @param inputs the names of its fields, from top to bottom
   */
  record Sheet(String id, String hash, int step, Set<String> inputs) {}

  /** The same as something that the desk understands, in the workspace that Herald serves. */
  Ask ask(String workspace) {
    var account = new Account(Platform.SLACK, workspace, origin.user());
    return new Ask(key, account, intent, values, place);
  }
}
