package io.herald.chat.teams;

import com.fasterxml.jackson.databind.JsonNode;
import io.herald.words.Text;
import java.time.ZoneId;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads text that Teams wrote, and writes lines as plain text. */
final class TeamsText {
  private static final Pattern AT = Pattern.compile("<at(?:\\s[^>]*)?>([^<]*)</at>");
  private static final Pattern BREAK =
      Pattern.compile("(?i)<br\\s*/?>|</(p|div|li|h\\d|tr|blockquote)>");
  private static final Pattern TAG = Pattern.compile("<[^>]*>");
  private static final Pattern NUMBER = Pattern.compile("&#(x?)([0-9a-fA-F]{1,6});");
  private static final Pattern HREF = Pattern.compile("(?i)href=\"(https?://[^\"]+)\"");
  private static final Pattern LINK = Pattern.compile("(?i)https?://\\S+");
  private static final Map<String, String> ENTITIES =
      Map.of("&lt;", "<", "&gt;", ">", "&quot;", "\"", "&apos;", "'", "&nbsp;", " ");

  private TeamsText() {}

  /** A command's words: Herald's own mention left out, people and channels by id. */
  static String command(Incoming from) {
    String text = Json.text(from.json(), "text");
    for (JsonNode entity : from.json().path("entities")) {
      if (!Json.text(entity, "type").equals("mention")) {
        continue;
      }
      String shown = Json.text(entity, "text");
      String id = Json.text(entity, "mentioned", "id");
      if (shown.isEmpty() || id.isEmpty()) {
        continue;
      }
      String by = id.equals(from.bot()) ? " " : id.startsWith("19:") ? "#" + id : "@" + id;
      text = replaceFirst(text, shown, by);
    }
    return entities(AT.matcher(text).replaceAll("$1")).replace('\u00a0', ' ').strip();
  }

  private static String replaceFirst(String text, String shown, String by) {
    int at = text.indexOf(shown);
    return at < 0 ? text : text.substring(0, at) + by + text.substring(at + shown.length());
  }

  /** A message's words as people see them. */
  static String words(String html) {
    String lines = BREAK.matcher(html).replaceAll("\n");
    return entities(TAG.matcher(lines).replaceAll("")).replaceAll("\n{3,}", "\n\n").strip();
  }

  /** The first address in a message, or the empty string. */
  static String firstLink(String html) {
    Matcher href = HREF.matcher(html);
    if (href.find()) {
      return entities(href.group(1));
    }
    Matcher bare = LINK.matcher(words(html));
    return bare.find() ? bare.group() : "";
  }

  private static String entities(String text) {
    String out = text;
    for (Map.Entry<String, String> entity : ENTITIES.entrySet()) {
      out = out.replace(entity.getKey(), entity.getValue());
    }
    out =
        NUMBER
            .matcher(out)
            .replaceAll(
                found -> {
                  int code = Integer.parseInt(found.group(2), found.group(1).isEmpty() ? 10 : 16);
                  return Character.isValidCodePoint(code)
                      ? Matcher.quoteReplacement(Character.toString(code))
                      : "";
                });
    return out.replace("&amp;", "&");
  }

  /** A line as plain text, which nothing can be hidden in; addresses stand behind their words. */
  static String plain(Text text, ZoneId zone) {
    var out = new StringBuilder();
    for (Text.Span span : text.spans()) {
      out.append(new Text(java.util.List.of(span)).plain(zone));
      if (span instanceof Text.Link link && !link.words().equals(link.address())) {
        out.append(" (").append(link.address()).append(')');
      }
    }
    return out.toString();
  }
}
