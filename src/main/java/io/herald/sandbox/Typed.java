package io.herald.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a person types, as Slack hands it on: escaped, with people, channels and links marked. */
final class Typed {
  private static final Pattern MARKS =
      Pattern.compile("(https?://[^\\s<>|]+)|(?<![\\w@])@([\\w.-]+)|(?<![\\w#])#([a-z0-9_-]+)");

  private Typed() {}

  /**
   * The text with {@code <https://…>}, {@code <@U1|name>} and {@code <#C1|name>}, as commands with
   * should_escape get it. Names that nobody has stay as they are.
   */
  static String marked(String text, Workspace workspace) {
    StringBuilder marked = new StringBuilder();
    Matcher matcher = MARKS.matcher(text);
    int from = 0;
    while (matcher.find()) {
      marked.append(escaped(text.substring(from, matcher.start())));
      marked.append(mark(matcher, workspace));
      from = matcher.end();
    }
    return marked.append(escaped(text.substring(from))).toString();
  }

  private static String mark(Matcher matcher, Workspace workspace) {
    String whole = matcher.group();
    if (matcher.group(1) != null) {
      return "<" + escaped(whole) + ">";
    }
    if (matcher.group(2) != null) {
      List<Person> called =
          workspace.people().stream()
              .filter(each -> each.handle().equalsIgnoreCase(matcher.group(2)))
              .toList();
      return called.isEmpty()
          ? escaped(whole)
          : "<@" + called.get(0).id() + "|" + called.get(0).handle() + ">";
    }
    return workspace
        .channelNamed(matcher.group(3))
        .map(channel -> "<#" + channel.id() + "|" + channel.name() + ">")
        .orElse(escaped(whole));
  }

  /** Slack escapes these three and no others. */
  static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** A message as its writer's client sends it: the marked text, and the same as rich text. */
  static ObjectNode message(String text, Person writer, Workspace workspace) {
    return message(text, writer, workspace.nextTs(), workspace);
  }

  static ObjectNode message(String text, Person writer, String ts, Workspace workspace) {
    ObjectNode message =
        Json.object()
            .put("type", "message")
            .put("user", writer.id())
            .put("ts", ts)
            .put("client_msg_id", workspace.ids.next("", 32).toLowerCase(java.util.Locale.ROOT))
            .put("team", writer.home())
            .put("text", marked(text, workspace));
    ObjectNode block = message.putArray("blocks").addObject();
    block.put("type", "rich_text").put("block_id", workspace.ids.next("", 5));
    ObjectNode section = block.putArray("elements").addObject().put("type", "rich_text_section");
    runs(text, section.putArray("elements"));
    return message;
  }

  private static void runs(String text, ArrayNode runs) {
    Matcher matcher = MARKS.matcher(text);
    int from = 0;
    while (matcher.find()) {
      if (matcher.group(1) != null) {
        words(text.substring(from, matcher.start()), runs);
        runs.addObject().put("type", "link").put("url", matcher.group(1));
        from = matcher.end();
      }
    }
    words(text.substring(from), runs);
  }

  private static void words(String text, ArrayNode runs) {
    if (!text.isEmpty()) {
      runs.addObject().put("type", "text").put("text", text);
    }
  }
}
