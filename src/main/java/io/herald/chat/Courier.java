package io.herald.chat;

import io.herald.members.Account;
import io.herald.members.AccountFacts;
import io.herald.members.Platform;
import io.herald.words.Text;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Speaks to one platform. Every method is a call over the network, made outside any transaction;
 * each throws {@link PlatformFailure}, and none repeats a call by itself.
 */
public interface Courier {
  Platform platform();

  /** The workspace that this courier serves, by the platform's id. */
  String workspace();

  /**
   * Sends a card.
   *
   * @param to a channel's id, or a user's id for a direct message
   * @param thread the message under which it goes, or none
   * @param delivery Herald's id of this sending; it travels with the message, so that {@link #find}
   *     can tell later whether it arrived
   */
  Sent send(String to, @Nullable String thread, Card card, long delivery);

  /** Draws a card anew where it was sent. */
  void update(Sent where, Card card);

  /** Says a line in a channel to one person alone; it may get lost. */
  void whisper(String channel, String user, Text text);

  /** Answers a request late, at the address that came with it ({@link Place#answerAt}). */
  void answer(String address, Reply reply);

  void publishHome(String user, Card home);

  AccountFacts lookUp(String user);

  /** The account with an e-mail address or an id of the platform's, if there is one. */
  Optional<Account> findPerson(String addressOrId);

  List<String> groupMembers(String group);

  /** The user groups of the workspace; none where the platform shows a bot none. */
  default List<Group> groups() {
    return List.of();
  }

  /** The channels that Herald is in and may post to; none where the platform lists none. */
  default List<ChannelFacts> channels() {
    return List.of();
  }

  /** A channel by its id or name, if Herald can see it. */
  Optional<ChannelFacts> channel(String idOrName);

  /** Where a person's direct messages go, where the platform tells without sending one. */
  default Optional<String> conversation(String user) {
    return Optional.empty();
  }

  /**
   * Looks whether a sending arrived.
   *
   * @param channel the conversation's id
   * @param since when it was tried
   * @return the message, nothing when it is surely not there
   * @throws PlatformFailure of kind FORBIDDEN where Herald may not read the conversation
   */
  Optional<Sent> find(String channel, long delivery, Instant since);

  /** A user group, as people call it. */
  record Group(String id, String name) {}

  /** Where a message lies. */
  record Sent(String channel, String message) {}

  /**
   * What a platform says of a channel.
   *
   * @param shared whether people of another organisation are in it
   * @param joined whether Herald is in it
   */
  record ChannelFacts(String id, String name, boolean archived, boolean shared, boolean joined) {}
}
