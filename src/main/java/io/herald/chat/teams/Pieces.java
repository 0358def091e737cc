package io.herald.chat.teams;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.herald.words.Cut;
import io.herald.words.Text;
import io.herald.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** The elements that cards and forms are put together from. */
record Pieces(Markup markup) {
  private static final String LARGE = "large";
  private static final List<ObjectNode> NOTHING = List.of();

  /**
   * Things one below the other, with lines between them where they have any; at the gap a line says
   * that something is left out.
   */
  <T> ArrayNode withGap(List<T> things, int gap, Function<T, List<ObjectNode>> face) {
    ArrayNode elements = Json.array();
    boolean line = false;
    for (int i = 0; i <= things.size(); i++) {
      if (i == gap) {
        elements.add(quiet(Words.say("teams.left.out")));
      }
      for (ObjectNode element : i < things.size() ? face.apply(things.get(i)) : NOTHING) {
        if (element.path("type").asText().equals(TeamsParts.DIVIDER)) {
          line = true;
          continue;
        }
        if (line) {
          element.put("separator", true).put("spacing", "medium");
          line = false;
        }
        elements.add(element);
      }
    }
    return elements;
  }

  static ObjectNode heading(String words) {
    ObjectNode block = plain(Cut.to(words, TeamsLimits.HEADING));
    block.put("size", LARGE).put("weight", "bolder").put("style", "heading");
    return block;
  }

  ObjectNode text(Text text, int most) {
    return block(markup.of(text, most));
  }

  /** A quiet line. */
  ObjectNode quiet(Text text, int most) {
    return text(text, most).put("size", "small").put("isSubtle", true);
  }

  /** Herald's own words. */
  ObjectNode quiet(String words) {
    return quiet(Text.of(words), TeamsLimits.SUMMARY);
  }

  /** What is wrong, below the input that it is about. */
  ObjectNode wrong(Text text) {
    return text(text, TeamsLimits.SUMMARY).put("color", "attention").put("weight", "bolder");
  }

  static ObjectNode plain(String words) {
    return block(Markup.escape(words.replaceAll("\\s+", " ").strip()));
  }

  private static ObjectNode block(String markdown) {
    return Json.object("type", "TextBlock", "text", markdown, "wrap", true);
  }

  /** Somebody's words as they wrote them, line for line, in a box; no character is markup. */
  List<ObjectNode> quote(String words, int most) {
    if (words.isBlank()) {
      return List.of();
    }
    String shown = Cut.to(words.strip(), most);
    var lines = new ArrayList<ObjectNode>();
    boolean gap = false;
    for (String line : shown.split("\\R", -1)) {
      if (line.isBlank()) {
        gap = true;
        continue;
      }
      ObjectNode run = Json.object("type", "TextRun", "text", Markup.inert(line));
      ObjectNode block = Json.object("type", "RichTextBlock", "inlines", Json.array(run));
      block.put("spacing", lines.isEmpty() || !gap ? "none" : "medium");
      lines.add(block);
      gap = false;
    }
    var all = new ArrayList<ObjectNode>();
    all.add(Json.object("type", "Container", "style", "emphasis", "items", Json.array(lines)));
    if (shown.length() < words.strip().length()) {
      all.add(
          quiet(
              Words.say(
                  "teams.shortened", number(shown.length() - 1), number(words.strip().length()))));
    }
    return all;
  }

  /** Words to copy under their label. */
  List<ObjectNode> copy(String label, String words, int most) {
    var all = new ArrayList<ObjectNode>();
    if (!label.isBlank()) {
      all.add(plain(Cut.to(label, TeamsLimits.LABEL)).put("weight", "bolder"));
    }
    List<ObjectNode> quote = quote(words, most);
    if (!all.isEmpty() && !quote.isEmpty()) {
      quote.get(0).put("spacing", "small");
    }
    all.addAll(quote);
    return all;
  }

  Optional<ObjectNode> image(String address, String description) {
    String said =
        description.isBlank() ? Words.say("teams.image") : Cut.to(description, TeamsLimits.ALT);
    return markup
        .links()
        .safe(address)
        .map(url -> Json.object("type", "Image", "url", url, "altText", said));
  }

  /** A number as people read it. */
  static String number(int number) {
    return String.format(Locale.ENGLISH, "%,d", number);
  }
}
