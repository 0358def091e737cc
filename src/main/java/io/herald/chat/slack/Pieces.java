package io.herald.chat.slack;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.herald.words.Cut;
import io.herald.words.Text;
import io.herald.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The blocks that cards and forms are put together from. */
final class Pieces {
  private Pieces() {}

  /** Things one below the other; at the gap a line says that something is left out. */
  static <T> JsonArray withGap(List<T> things, int gap, Function<T, List<JsonObject>> face) {
    var blocks = new JsonArray();
    for (int i = 0; i <= things.size(); i++) {
      if (i == gap) {
        blocks.add(context(Words.text("slack.left.out"), SlackLimits.TEXT_OBJECT));
      }
      if (i < things.size()) {
        face.apply(things.get(i)).forEach(blocks::add);
      }
    }
    return blocks;
  }

  static JsonObject plain(String words, int most) {
    // A text object may not be empty; emoji codes in somebody's words stay what they are.
    String shown = words.isBlank() ? " " : Cut.to(words, most);
    return Json.object("type", "plain_text", "text", shown, "emoji", false);
  }

  /** Markup that Slack neither adds links to nor looks for names in. */
  static JsonObject markup(String mrkdwn) {
    String shown = mrkdwn.isBlank() ? " " : mrkdwn;
    return Json.object("type", "mrkdwn", "text", shown, "verbatim", true);
  }

  static JsonObject header(String words) {
    return Json.object("type", "header", "text", plain(words, SlackLimits.HEADER));
  }

  static JsonObject section(Text text, int most) {
    return section(Mrkdwn.of(text, Math.min(most, SlackLimits.SECTION_TEXT)));
  }

  static JsonObject section(String mrkdwn) {
    return Json.object("type", "section", "text", markup(mrkdwn));
  }

  /** A quiet line. */
  static JsonObject context(Text text, int most) {
    JsonObject line = markup(Mrkdwn.of(text, Math.min(most, SlackLimits.TEXT_OBJECT)));
    return Json.object("type", "context", "elements", Json.array(line));
  }

  static JsonObject divider() {
    return Json.object("type", "divider");
  }

  static JsonObject image(String url, String description) {
    return Json.object("type", "image", "image_url", url, "alt_text", alt(description));
  }

  private static String alt(String description) {
    return description.isBlank()
        ? Words.say("slack.image")
        : Cut.to(description, SlackLimits.IMAGE_ALT);
  }

  /** Somebody's words as they wrote them, set off like a quotation. */
  static List<JsonObject> quote(String words, int most) {
    if (words.isBlank()) {
      return List.of();
    }
    return rich(words, most, new ArrayList<>(), "rich_text_quote");
  }

  /** Words to copy under their label. */
  static List<JsonObject> copy(String label, String words, int most) {
    var elements = new ArrayList<JsonObject>();
    if (!label.isBlank()) {
      JsonObject bold = Json.object("bold", true);
      JsonObject name = Json.object("type", "text", "text", label, "style", bold);
      elements.add(Json.object("type", "rich_text_section", "elements", Json.array(List.of(name))));
    }
    if (!words.isBlank()) {
      return rich(words, most, elements, "rich_text_preformatted");
    }
    return elements.isEmpty() ? List.of() : List.of(rich(elements));
  }

  private static List<JsonObject> rich(
      String words, int most, List<JsonObject> elements, String kind) {
    String shown = Cut.to(words, most);
    JsonObject run = Json.object("type", "text", "text", shown);
    elements.add(Json.object("type", kind, "elements", Json.array(List.of(run))));
    if (shown.length() == words.length()) {
      return List.of(rich(elements));
    }
    int characters = words.codePointCount(0, words.length());
    int kept = shown.codePointCount(0, shown.length()) - 1;
    Text note =
        Words.text("slack.shortened", String.format("%,d", kept), String.format("%,d", characters));
    return List.of(rich(elements), context(note, SlackLimits.TEXT_OBJECT));
  }

  private static JsonObject rich(List<JsonObject> elements) {
    return Json.object("type", "rich_text", "elements", Json.array(elements));
  }

  static JsonArray sections(List<String> lines) {
    var out = new JsonArray();
    var text = new StringBuilder();
    for (String line : lines) {
      if (text.length() > 0 && text.length() + 1 + line.length() > SlackLimits.SECTION_TEXT) {
        out.add(section(text.toString()));
        text.setLength(0);
      }
      text.append(text.length() == 0 ? "" : "\n").append(line);
    }
    if (text.length() > 0) {
      out.add(section(text.toString()));
    }
    return out;
  }
}
