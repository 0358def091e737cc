package io.herald.chat.teams;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.herald.chat.Part;
import io.herald.words.Cut;
import io.herald.words.Text;
import io.herald.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Draws the parts of a card: the headline as a heading, somebody's words line for line in a box,
 * facts as facts, findings in a box of warning, choices as actions, footnotes small and grey.
 */
final class TeamsParts implements Part.Face<List<ObjectNode>> {
  /** Stands where the next element gets a line above it; Adaptive Cards have no line of its own. */
  static final String DIVIDER = "divider";

  private final Pieces pieces;
  private final Buttons buttons;
  private final int most;

  /**
   * @param most the most characters of any one text, so that the whole fits
   */
  TeamsParts(Pieces pieces, Buttons buttons, int most) {
    this.pieces = pieces;
    this.buttons = buttons;
    this.most = most;
  }

  @Override
  public List<ObjectNode> heading(Part.Heading part) {
    return part.words().isBlank() ? List.of() : List.of(Pieces.heading(part.words()));
  }

  @Override
  public List<ObjectNode> lead(Part.Lead part) {
    return part.text().isEmpty() ? List.of() : List.of(pieces.text(part.text(), most));
  }

  @Override
  public List<ObjectNode> body(Part.Body part) {
    return pieces.quote(part.words(), most);
  }

  @Override
  public List<ObjectNode> copy(Part.Copy part) {
    return pieces.copy(part.label(), part.words(), most);
  }

  @Override
  public List<ObjectNode> facts(Part.Facts part) {
    ArrayNode facts = Json.array();
    for (Part.Fact fact : part.facts()) {
      int label = Math.min(most, TeamsLimits.LABEL);
      String title = Markup.escape(Cut.to(fact.label().strip(), label));
      String value = pieces.markup().of(fact.text(), most);
      // Neither may be empty.
      facts.add(
          Json.object(
              "title", title.isEmpty() ? "–" : title, "value", value.isBlank() ? "–" : value));
    }
    return facts.isEmpty() ? List.of() : List.of(Json.object("type", "FactSet", "facts", facts));
  }

  /** As in Slack: not every client of Teams draws a bar of its own. */
  @Override
  public List<ObjectNode> progress(Part.Progress part) {
    return List.of(pieces.text(Text.of(part.words() + "\n" + part.bar()), most));
  }

  @Override
  public List<ObjectNode> findings(Part.Findings part) {
    List<ObjectNode> lines =
        part.findings().stream()
            .map(finding -> pieces.text(Text.of("⚠️ ").then(finding), most).put("spacing", "small"))
            .toList();
    return lines.isEmpty()
        ? List.of()
        : List.of(Json.object("type", "Container", "style", "warning", "items", Json.array(lines)));
  }

  @Override
  public List<ObjectNode> picture(Part.Picture part) {
    return List.of(
        pieces
            .image(part.address(), part.description())
            .map(image -> image.put("size", "stretch"))
            .orElseGet(
                () ->
                    pieces.quiet(
                        Words.say(
                            "teams.image.left.out", Cut.to(part.description(), TeamsLimits.ALT)))));
  }

  @Override
  public List<ObjectNode> entry(Part.Entry part) {
    var all = new ArrayList<ObjectNode>();
    ObjectNode text = pieces.text(part.text(), most);
    Optional<ObjectNode> thumbnail =
        Optional.ofNullable(part.thumbnail())
            .flatMap(picture -> pieces.image(picture.address(), picture.description()));
    if (thumbnail.isPresent()) {
      ObjectNode left = column("stretch", text);
      ObjectNode right = column("auto", thumbnail.get().put("size", "medium"));
      all.add(Json.object("type", "ColumnSet", "columns", Json.array(left, right)));
    } else {
      all.add(text);
    }
    all.addAll(buttons.set(part.choices()));
    all.get(0).put("spacing", "medium");
    return all;
  }

  private static ObjectNode column(String width, ObjectNode item) {
    return Json.object("type", "Column", "width", width, "items", Json.array(item));
  }

  @Override
  public List<ObjectNode> choices(Part.Choices part) {
    return buttons.set(part.choices());
  }

  @Override
  public List<ObjectNode> footnote(Part.Footnote part) {
    return part.text().isEmpty() ? List.of() : List.of(pieces.quiet(part.text(), most));
  }

  @Override
  public List<ObjectNode> divider(Part.Divider part) {
    return List.of(Json.object("type", DIVIDER));
  }
}
