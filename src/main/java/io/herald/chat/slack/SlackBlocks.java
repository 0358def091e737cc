package io.herald.chat.slack;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.herald.chat.Part;
import io.herald.words.Text;
import io.herald.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Draws the parts of a card as Block Kit: the headline as a header, somebody's words as rich text
 * with a bar beside them, facts in two columns, choices as buttons, footnotes small and grey.
 */
final class SlackBlocks implements Part.Face<List<JsonObject>> {
  private final int most;
  private final Buttons buttons = new Buttons();

  /**
   * @param most the most characters of any one text, so that the whole fits
   */
  SlackBlocks(int most) {
    this.most = most;
  }

  @Override
  public List<JsonObject> heading(Part.Heading part) {
    return part.words().isBlank() ? List.of() : List.of(Pieces.header(part.words()));
  }

  @Override
  public List<JsonObject> lead(Part.Lead part) {
    return part.text().isEmpty() ? List.of() : List.of(Pieces.section(part.text(), most));
  }

  @Override
  public List<JsonObject> body(Part.Body part) {
    return Pieces.quote(part.words(), most);
  }

  @Override
  public List<JsonObject> copy(Part.Copy part) {
    return Pieces.copy(part.label(), part.words(), most);
  }

  @Override
  public List<JsonObject> facts(Part.Facts part) {
    var sections = new ArrayList<JsonObject>();
    var fields = new JsonArray();
    for (Part.Fact fact : part.facts()) {
      if (fields.size() == SlackLimits.SECTION_FIELDS) {
        sections.add(Json.object("type", "section", "fields", fields));
        fields = new JsonArray();
      }
      fields.add(Pieces.markup(fact(fact)));
    }
    if (!fields.isEmpty()) {
      sections.add(Json.object("type", "section", "fields", fields));
    }
    return sections;
  }

  private String fact(Part.Fact fact) {
    int room = Math.min(most, SlackLimits.SECTION_FIELD);
    String label = Mrkdwn.of(Text.strong(fact.label()), room / 2);
    return label + "\n" + Mrkdwn.of(fact.text(), room - label.length() - 1);
  }

  @Override
  public List<JsonObject> progress(Part.Progress part) {
    return List.of(Pieces.section(Text.of(part.words() + "\n" + part.bar()), most));
  }

  @Override
  public List<JsonObject> findings(Part.Findings part) {
    List<String> lines =
        part.findings().stream()
            .map(f -> Mrkdwn.of(Text.of("⚠️ ").then(f), Math.min(most, SlackLimits.SECTION_TEXT)))
            .toList();
    var sections = new ArrayList<JsonObject>();
    for (JsonElement section : Pieces.sections(lines)) {
      sections.add(section.getAsJsonObject());
    }
    return sections;
  }

  @Override
  public List<JsonObject> picture(Part.Picture part) {
    return List.of(
        WebAddress.safe(part.address(), SlackLimits.IMAGE_URL)
            .map(url -> Pieces.image(url, part.description()))
            .orElseGet(
                () ->
                    Pieces.context(
                        Words.text("slack.image.left.out", part.description()),
                        SlackLimits.TEXT_OBJECT)));
  }

  @Override
  public List<JsonObject> entry(Part.Entry part) {
    JsonObject section = Pieces.section(part.text(), most);
    Optional<JsonObject> thumbnail = thumbnail(part);
    thumbnail.ifPresent(image -> section.add("accessory", image));
    if (thumbnail.isEmpty() && part.choices().size() == 1) {
      Optional<JsonObject> button = buttons.button(part.choices().get(0));
      if (button.isPresent()) {
        section.add("accessory", button.get());
        return List.of(section);
      }
    }
    var blocks = new ArrayList<JsonObject>();
    blocks.add(section);
    blocks.addAll(buttons.rows(part.choices()));
    return blocks;
  }

  private static Optional<JsonObject> thumbnail(Part.Entry part) {
    Part.Picture picture = part.thumbnail();
    return picture == null
        ? Optional.empty()
        : WebAddress.safe(picture.address(), SlackLimits.IMAGE_URL)
            .map(url -> Pieces.image(url, picture.description()));
  }

  @Override
  public List<JsonObject> choices(Part.Choices part) {
    return buttons.rows(part.choices());
  }

  @Override
  public List<JsonObject> footnote(Part.Footnote part) {
    return part.text().isEmpty() ? List.of() : List.of(Pieces.context(part.text(), most));
  }

  @Override
  public List<JsonObject> divider(Part.Divider part) {
    return List.of(Pieces.divider());
  }
}
