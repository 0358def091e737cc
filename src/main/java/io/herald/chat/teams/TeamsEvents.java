package io.herald.chat.teams;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Notes what every activity tells: that a conversation is there and where it is reached, whom it
 * came from, that Herald was added or taken away. An installation is noted and not answered.
 */
final class TeamsEvents {
  /** Whoever wrote before need not be greeted; a start forgets them, and the desk knows better. */
  private static final int REMEMBERED = 10_000;

  private final TeamsBook book;
  private final Consumer<String> heardFrom;
  private final Set<String> wrote = ConcurrentHashMap.newKeySet();

  /**
   * @param heardFrom told of a tenant that is heard of for the first time, or one of whose channels
   *     is, or somebody in one
   */
  TeamsEvents(TeamsBook book, Consumer<String> heardFrom) {
    this.book = book;
    this.heardFrom = heardFrom;
  }

  void note(Incoming from) {
    if (from.conversation().isEmpty()) {
      return;
    }
    if (isTakenAway(from)) {
      book.end(from.tenant(), Reference.base(from.conversation()));
      if (from.team() != null && !from.personal()) {
        book.endTeam(from.tenant(), from.team());
      }
      return;
    }
    if (from.bot().isEmpty()) {
      return;
    }
    boolean isNew = book.note(from.reference());
    from.otherChannel().ifPresent(channel -> channelChanged(from, channel));
    boolean newcomer = from.person().startsWith("29:") && book.meet(from.met());
    // A new channel, or somebody new in one, may be what the settings name.
    if (isNew || (newcomer && !from.personal())) {
      heardFrom.accept(from.tenant());
    }
  }

  private void channelChanged(Incoming from, Reference channel) {
    if (Json.text(from.json(), "channelData", "eventType").equals("channelDeleted")) {
      book.end(channel.tenant(), channel.conversation());
    } else {
      book.note(channel);
    }
  }

  /** Whether somebody may be writing for the first time. */
  boolean mayGreet(Incoming from) {
    if (wrote.size() > REMEMBERED) {
      wrote.clear();
    }
    return wrote.add(from.tenant() + "/" + from.person());
  }

  private static boolean isTakenAway(Incoming from) {
    if (from.type().equals("installationUpdate")) {
      return Json.text(from.json(), "action").startsWith("remove");
    }
    if (!from.type().equals("conversationUpdate")) {
      return false;
    }
    for (JsonNode member : from.json().path("membersRemoved")) {
      if (Json.text(member, "id").equals(from.bot())) {
        return true;
      }
    }
    return false;
  }
}
