package io.herald.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds whom a message would notify: markup in mrkdwn, elements in rich text. */
final class Pings {
  private static final Pattern MARKUP =
      Pattern.compile(
          "<(?:!(channel|here|everyone|group)|!subteam\\^([A-Z0-9]+)|@([UW][A-Z0-9]+))[^>]*>");
  private static final Pattern NAMES = Pattern.compile("(?<![\\w&])@(channel|here|everyone)\\b");

  private Pings() {}

  /** The pings of a message with these arguments (structures parsed), each once. */
  static List<Ping> in(Args args) {
    boolean linkNames = args.flag("link_names") || args.text("parse").equals("full");
    Set<Ping> found = new LinkedHashSet<>();
    markup(args.text("text"), linkNames, found);
    blocks(args.values().path("blocks"), linkNames, found);
    return new ArrayList<>(found);
  }

  private static void markup(String text, boolean linkNames, Set<Ping> found) {
    Matcher matcher = MARKUP.matcher(text);
    while (matcher.find()) {
      if (matcher.group(1) != null) {
        found.add(new Ping(Ping.Kind.BROADCAST, matcher.group(1)));
      } else if (matcher.group(2) != null) {
        found.add(new Ping(Ping.Kind.GROUP, matcher.group(2)));
      } else {
        found.add(new Ping(Ping.Kind.PERSON, matcher.group(3)));
      }
    }
    Matcher names = NAMES.matcher(text);
    while (linkNames && names.find()) {
      found.add(new Ping(Ping.Kind.BROADCAST, names.group(1)));
    }
  }

  private static void blocks(JsonNode node, boolean linkNames, Set<Ping> found) {
    switch (node.path("type").asText()) {
      case "mrkdwn" -> markup(node.path("text").asText(), linkNames, found);
      case "markdown" -> markup(node.path("text").asText(), true, found);
      case "broadcast" -> found.add(new Ping(Ping.Kind.BROADCAST, node.path("range").asText()));
      case "usergroup" -> found.add(new Ping(Ping.Kind.GROUP, node.path("usergroup_id").asText()));
      case "user" -> found.add(new Ping(Ping.Kind.PERSON, node.path("user_id").asText()));
      default -> {
        // Everything else notifies nobody by itself; its parts are looked at below.
      }
    }
    for (JsonNode child : node) {
      blocks(child, linkNames, found);
    }
  }
}
