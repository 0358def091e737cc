package io.herald.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** chat.*: what the bot says, changes and takes back. */
final class ChatMethods {
  private final Workspace workspace;
  private final Rooms rooms;
  private final Predicate<String> fetchable;

  ChatMethods(Workspace workspace, Rooms rooms, Predicate<String> fetchable) {
    this.workspace = workspace;
    this.rooms = rooms;
    this.fetchable = fetchable;
  }

  void addTo(Map<String, Method> methods) {
    methods.put("chat.postMessage", ((Method) this::postMessage).needing("chat:write"));
    methods.put("chat.update", ((Method) this::update).needing("chat:write"));
    methods.put("chat.delete", ((Method) this::delete).needing("chat:write"));
    methods.put("chat.postEphemeral", ((Method) this::postEphemeral).needing("chat:write"));
  }

  private ObjectNode postMessage(Args args, Token token) {
    Channel channel = rooms.toPostIn(args.required("channel"), token);
    Content content = Content.of(args, fetchable);
    ObjectNode message = fromBot();
    String thread = args.text("thread_ts");
    if (!thread.isEmpty()) {
      if (workspace.message(channel.id(), thread).isEmpty()) {
        throw new SlackError("thread_not_found");
      }
      message.put("thread_ts", thread);
      if (args.flag("reply_broadcast")) {
        message.put("subtype", "thread_broadcast");
      }
    }
    content.into(message, workspace.ids);
    workspace.put(channel.id(), message);
    return answer(channel, message).put("ts", message.path("ts").asText());
  }

  private ObjectNode update(Args args, Token token) {
    Channel channel = rooms.visible(args.required("channel"));
    ObjectNode message = own(channel, args.required("ts"), "cant_update_message");
    Content.of(args, fetchable).into(message, workspace.ids);
    message
        .putObject("edited")
        .put("user", workspace.installation.botUser())
        .put("ts", workspace.nextTs());
    workspace.put(channel.id(), message);
    return answer(channel, message)
        .put("ts", message.path("ts").asText())
        .put("text", message.path("text").asText());
  }

  private ObjectNode delete(Args args, Token token) {
    Channel channel = rooms.visible(args.required("channel"));
    ObjectNode message = own(channel, args.required("ts"), "cant_delete_message");
    String ts = message.path("ts").asText();
    workspace.removeMessage(channel.id(), ts);
    return Json.object().put("channel", channel.id()).put("ts", ts);
  }

  private ObjectNode own(Channel channel, String ts, String otherwise) {
    Optional<Message> message = workspace.message(channel.id(), ts);
    ObjectNode json =
        Json.copy(message.orElseThrow(() -> new SlackError("message_not_found")).json());
    if (!json.path("user").asText().equals(workspace.installation.botUser())) {
      throw new SlackError(otherwise);
    }
    return json;
  }

  private ObjectNode postEphemeral(Args args, Token token) {
    Channel channel = rooms.toPostIn(args.required("channel"), token);
    String user = args.required("user");
    if (workspace.person(user).isEmpty() || !channel.members().contains(user)) {
      throw new SlackError("user_not_in_channel");
    }
    ObjectNode message =
        fromBot().put("is_ephemeral", true).put("channel", channel.id()).put("for", user);
    if (args.has("thread_ts")) {
      message.put("thread_ts", args.text("thread_ts"));
    }
    Content.of(args, fetchable).into(message, workspace.ids);
    workspace.putEphemeral(user, message);
    return Json.object().put("message_ts", message.path("ts").asText());
  }

  private ObjectNode fromBot() {
    return botMessage(workspace);
  }

  static ObjectNode botMessage(Workspace workspace) {
    Installation here = workspace.installation;
    ObjectNode message =
        Json.object()
            .put("type", "message")
            .put("user", here.botUser())
            .put("ts", workspace.nextTs())
            .put("bot_id", here.bot())
            .put("app_id", here.app())
            .put("team", here.team());
    message
        .putObject("bot_profile")
        .put("id", here.bot())
        .put("app_id", here.app())
        .put("name", here.appName())
        .put("deleted", false)
        .put("updated", 1_760_000_000)
        .put("team_id", here.team());
    return message;
  }

  private static ObjectNode answer(Channel channel, ObjectNode message) {
    ObjectNode answer = Json.object().put("channel", channel.id());
    answer.set("message", message);
    return answer;
  }
}
