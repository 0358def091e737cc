package io.herald.sandbox;

/** Which conversations the bot finds, and where it may speak. */
final class Rooms {
  private final Workspace workspace;

  Rooms(Workspace workspace) {
    this.workspace = workspace;
  }

  /** The conversation with this id or name, as far as the bot can see it. */
  Channel visible(String name) {
    Channel channel =
        workspace.channelNamed(name).orElseThrow(() -> new SlackError("channel_not_found"));
    if (channel.secret() && !member(channel)) {
      throw new SlackError("channel_not_found");
    }
    return channel;
  }

  /** Where to post: a person's id opens the conversation with them. */
  Channel toPostIn(String name, Token token) {
    if (name.startsWith("U") || name.startsWith("W")) {
      return withPerson(name, "channel_not_found");
    }
    Channel channel = visible(name);
    if (channel.archived()) {
      throw new SlackError("is_archived");
    }
    if (!channel.direct() && !member(channel) && !token.may("chat:write.public")) {
      throw new SlackError("not_in_channel");
    }
    return channel;
  }

  /** The bot's conversation with one person. */
  Channel withPerson(String id, String unknown) {
    Person person = workspace.person(id).orElseThrow(() -> new SlackError(unknown));
    if (person.bot()) {
      throw new SlackError("cannot_dm_bot");
    }
    if (person.gone()) {
      throw new SlackError("user_disabled");
    }
    return workspace.directWith(id);
  }

  boolean member(Channel channel) {
    return channel.members().contains(workspace.installation.botUser());
  }

  /** The scope that reading such a conversation takes: {@code channels:}, {@code groups:}, … */
  static String scope(Channel channel, String verb) {
    String kind = channel.direct() ? "im" : channel.secret() ? "groups" : "channels";
    return kind + ":" + verb;
  }
}
