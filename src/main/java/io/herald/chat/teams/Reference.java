package io.herald.chat.teams;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A conversation that Herald is in, and how it is reached.
 *
 * @param bot Herald's own id there
 * @param person whose chat with Herald it is; none for channels and groups
 * @param team the team whose channel it is
 * @param endedAt since when nothing arrives there, because Herald was taken away or blocked
 */
record Reference(
    String tenant,
    String conversation,
    Kind kind,
    String serviceUrl,
    String bot,
    @Nullable String person,
    @Nullable String team,
    @Nullable String name,
    @Nullable Instant endedAt) {

  /** What a conversation is. */
  enum Kind {
    PERSONAL,
    CHANNEL,
    GROUP
  }

  /** Where messages lie in threads under the first one. */
  private static final String THREAD = ";messageid=";

  /** The channel alone, without the thread that stands in its id. */
  static String base(String conversation) {
    int thread = conversation.indexOf(THREAD);
    return thread < 0 ? conversation : conversation.substring(0, thread);
  }

  /** A channel's thread, named by the message that began it. */
  static String thread(String channel, String root) {
    return base(channel) + THREAD + root;
  }

  boolean sameButForTime(Reference other) {
    return new Reference(
            tenant, conversation, kind, serviceUrl, bot, person, team, name, other.endedAt)
        .equals(other);
  }
}
