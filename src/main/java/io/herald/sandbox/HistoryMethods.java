package io.herald.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Reading what was said: the way to find out whether a message whose answer was lost is there. */
final class HistoryMethods {
  private final Workspace workspace;
  private final Rooms rooms;

  HistoryMethods(Workspace workspace, Rooms rooms) {
    this.workspace = workspace;
    this.rooms = rooms;
  }

  void addTo(Map<String, Method> methods) {
    methods.put("conversations.history", this::history);
    methods.put("conversations.replies", this::replies);
  }

  private ObjectNode history(Args args, Token token) {
    Channel channel = readable(args, token);
    List<Message> newestFirst =
        new ArrayList<>(
            workspace.messages(channel.id()).stream()
                .filter(message -> message.thread().isEmpty() || broadcast(message))
                .filter(message -> between(message, args))
                .toList());
    Collections.reverse(newestFirst);
    return answer(newestFirst, args);
  }

  private ObjectNode replies(Args args, Token token) {
    Channel channel = readable(args, token);
    String parent = args.required("ts");
    if (workspace.message(channel.id(), parent).isEmpty()) {
      throw new SlackError("thread_not_found");
    }
    List<Message> oldestFirst =
        workspace.messages(channel.id()).stream()
            .filter(
                message ->
                    message.ts().equals(parent)
                        || message.thread().stream().anyMatch(parent::equals))
            .filter(message -> between(message, args))
            .toList();
    return answer(oldestFirst, args);
  }

  private Channel readable(Args args, Token token) {
    Channel channel = rooms.visible(args.required("channel"));
    token.needs(Rooms.scope(channel, "history"));
    if (!channel.direct() && !rooms.member(channel)) {
      throw new SlackError("not_in_channel");
    }
    return channel;
  }

  private static boolean broadcast(Message message) {
    return message.json().path("subtype").asText().equals("thread_broadcast");
  }

  private static boolean between(Message message, Args args) {
    BigDecimal ts = new BigDecimal(message.ts());
    int oldest = ts.compareTo(bound(args, "oldest", "0"));
    int latest = ts.compareTo(bound(args, "latest", "99999999999"));
    return args.flag("inclusive") ? oldest >= 0 && latest <= 0 : oldest > 0 && latest < 0;
  }

  private static BigDecimal bound(Args args, String name, String otherwise) {
    String text = args.text(name);
    try {
      return new BigDecimal(text.isEmpty() ? otherwise : text);
    } catch (NumberFormatException e) {
      throw new SlackError("invalid_ts_" + name);
    }
  }

  private static ObjectNode answer(List<Message> messages, Args args) {
    ObjectNode answer = Page.of(messages, args, "messages", message -> message.json().deepCopy());
    if (!args.flag("include_all_metadata")) {
      ArrayNode shown = answer.withArray("messages");
      shown.forEach(message -> ((ObjectNode) message).remove("metadata"));
    }
    boolean more = !answer.path("response_metadata").path("next_cursor").asText().isEmpty();
    return answer.put("has_more", more).put("pin_count", 0);
  }
}
