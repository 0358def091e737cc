package io.herald.chat;

import io.herald.members.Role;
import io.herald.members.Roles;
import io.herald.words.Refusal;

/** Arranging channels, topics and roles. */
final class ArrangeClerk implements Clerk<Intent.Arranging> {
  private final Roles roles;
  private final ChannelRequests channels;
  private final TopicClerk topics;
  private final RoleClerk who;

  ArrangeClerk(Roles roles, ChannelRequests channels, TopicClerk topics, RoleClerk who) {
    this.roles = roles;
    this.channels = channels;
    this.topics = topics;
    this.who = who;
  }

  @Override
  public Reply handle(Turn turn, Intent.Arranging intent) {
    if (intent instanceof Intent.ArrangeTopic words) {
      return topics.handle(turn, words);
    }
    if (intent instanceof Intent.ArrangeRole words) {
      return who.handle(turn, words);
    }
    roles.must(turn.tx(), turn.member(), Role.ADMIN);
    String channel = turn.place().channel();
    if (channel == null) {
      throw new Refusal("refusal.no_channel_here");
    }
    return channels.ask(turn, channel, null);
  }
}
