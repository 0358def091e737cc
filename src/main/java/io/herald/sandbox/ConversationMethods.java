package io.herald.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** conversations.*: channels, and the bot's conversations with one person each. */
final class ConversationMethods {
  private final Workspace workspace;
  private final Rooms rooms;

  ConversationMethods(Workspace workspace, Rooms rooms) {
    this.workspace = workspace;
    this.rooms = rooms;
  }

  void addTo(Map<String, Method> methods) {
    methods.put("conversations.open", ((Method) this::open).needing("im:write"));
    methods.put("conversations.info", this::info);
    methods.put("conversations.list", (args, token) -> list(args, token, channel -> true));
    // docs.slack.dev/reference/methods/users.conversations: the token's own, if no user is asked
    // for
    methods.put("users.conversations", (args, token) -> list(args, token, rooms::member));
    methods.put("conversations.members", this::members);
    methods.put("conversations.join", ((Method) this::join).needing("channels:join"));
  }

  private ObjectNode open(Args args, Token token) {
    if (args.has("channel")) {
      return answer("channel", channel(rooms.visible(args.text("channel"))));
    }
    String[] users = args.required("users").split(",", -1);
    if (users.length > 1) {
      throw SlackError.missingScope("mpim:write", token);
    }
    Channel opened = rooms.withPerson(users[0], "user_not_found");
    return answer("channel", Json.object().put("id", opened.id()));
  }

  private ObjectNode info(Args args, Token token) {
    Channel channel = readable(args, token);
    ObjectNode json = channel(channel);
    if (args.flag("include_num_members")) {
      json.put("num_members", channel.members().size());
    }
    return answer("channel", json);
  }

  private Channel readable(Args args, Token token) {
    Channel channel = rooms.visible(args.required("channel"));
    token.needs(Rooms.scope(channel, "read"));
    return channel;
  }

  private ObjectNode list(Args args, Token token, Predicate<Channel> wanted) {
    String asked = args.text("types");
    List<String> types = Arrays.asList((asked.isEmpty() ? "public_channel" : asked).split(",", -1));
    for (String type : types) {
      switch (type) {
        case "public_channel" -> token.needs("channels:read");
        case "private_channel" -> token.needs("groups:read");
        case "im" -> token.needs("im:read");
        case "mpim" -> token.needs("mpim:read");
        default -> throw new SlackError("invalid_types");
      }
    }
    List<Channel> found =
        workspace.channels().stream()
            .filter(channel -> types.contains(type(channel)))
            .filter(wanted)
            .filter(channel -> !channel.secret() || rooms.member(channel))
            .filter(channel -> !args.flag("exclude_archived") || !channel.archived())
            .toList();
    return Page.of(found, args, "channels", this::channel);
  }

  private static String type(Channel channel) {
    return channel.direct() ? "im" : channel.secret() ? "private_channel" : "public_channel";
  }

  private ObjectNode members(Args args, Token token) {
    Channel channel = readable(args, token);
    return Page.of(channel.members(), args, "members", id -> Json.object().textNode(id));
  }

  private ObjectNode join(Args args, Token token) {
    Channel channel = rooms.visible(args.required("channel"));
    if (channel.direct() || channel.secret()) {
      throw new SlackError("method_not_supported_for_channel_type");
    }
    if (channel.archived()) {
      throw new SlackError("is_archived");
    }
    Channel joined = channel.joinedBy(workspace.installation.botUser());
    workspace.put(joined);
    return answer("channel", channel(joined));
  }

  private ObjectNode channel(Channel channel) {
    ObjectNode json =
        Json.object()
            .put("id", channel.id())
            .put("created", 1_760_000_000)
            .put("is_im", channel.direct())
            .put("is_mpim", false)
            .put("is_archived", channel.archived())
            .put("is_org_shared", false)
            .put("context_team_id", workspace.installation.team());
    String with = channel.with();
    if (with != null) {
      return json.put("user", with).put("is_user_deleted", false);
    }
    return json.put("name", channel.name())
        .put("name_normalized", channel.name())
        .put("is_channel", !channel.secret())
        .put("is_group", channel.secret())
        .put("is_private", channel.secret())
        .put("is_general", channel.name().equals("general"))
        .put("is_shared", channel.shared())
        .put("is_ext_shared", channel.shared())
        .put("is_pending_ext_shared", false)
        .put("is_member", rooms.member(channel))
        .put("creator", workspace.people().isEmpty() ? "" : workspace.people().get(0).id());
  }

  private static ObjectNode answer(String name, JsonNode value) {
    ObjectNode answer = Json.object();
    answer.set(name, value);
    return answer;
  }
}
