package io.herald.chat.slack;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.herald.chat.Field;
import io.herald.chat.Fit;
import io.herald.words.Cut;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Draws the fields of a form as input blocks. The ids of block and element are the field's name, so
 * that Slack keeps what was typed when the form changes.
 */
final class SlackForms implements Field.Face<List<JsonObject>> {
  private final int most;
  private final Buttons buttons = new Buttons();

  SlackForms(int most) {
    this.most = most;
  }

  @Override
  public List<JsonObject> typed(Field.Typed field) {
    int longest = Math.max(1, Math.min(field.most(), SlackLimits.INPUT_TEXT));
    String initial = Cut.to(field.initial(), longest);
    JsonObject element =
        Json.object(
            "type",
            "plain_text_input",
            "action_id",
            field.name(),
            "multiline",
            field.several(),
            "max_length",
            longest,
            "initial_value",
            initial.isEmpty() ? null : initial);
    return List.of(input(field.name(), field.label(), field.hint(), field.required(), element));
  }

  @Override
  public List<JsonObject> picked(Field.Picked field) {
    List<Field.Option> shown =
        field.options().subList(0, Math.min(field.options().size(), SlackLimits.OPTIONS));
    List<JsonObject> options = shown.stream().map(SlackForms::option).toList();
    List<JsonObject> initial =
        shown.stream()
            .filter(o -> field.initial().contains(o.value()))
            .map(SlackForms::option)
            .toList();
    JsonObject element = Json.object("action_id", field.name(), "options", Json.array(options));
    if (field.several()) {
      boolean few = options.size() <= SlackLimits.CHECKBOXES;
      element.addProperty("type", few ? "checkboxes" : "multi_static_select");
      if (!initial.isEmpty()) {
        element.add("initial_options", Json.array(initial));
      }
    } else {
      element.addProperty("type", "static_select");
      if (!initial.isEmpty()) {
        element.add("initial_option", initial.get(0));
      }
    }
    return List.of(input(field.name(), field.label(), field.hint(), field.required(), element));
  }

  @Override
  public List<JsonObject> at(Field.At field) {
    JsonObject element =
        Json.object(
            "type",
            "datetimepicker",
            "action_id",
            field.name(),
            "initial_date_time",
            field.initial() == null ? null : field.initial().getEpochSecond());
    return List.of(input(field.name(), field.label(), field.hint(), false, element));
  }

  @Override
  public List<JsonObject> note(Field.Note field) {
    return field.text().isEmpty() ? List.of() : List.of(Pieces.section(field.text(), most));
  }

  @Override
  public List<JsonObject> copy(Field.Copy field) {
    return Pieces.copy(field.label(), field.words(), most);
  }

  @Override
  public List<JsonObject> press(Field.Press field) {
    return buttons.rows(field.choices());
  }

  /** The fields drawn as the blocks of a view. */
  static JsonArray blocks(List<Field> fields) {
    return Fit.<JsonArray>ofFields(
            (shown, gap, most) -> {
              var face = new SlackForms(most);
              return Pieces.withGap(shown, gap, field -> field.in(face));
            },
            Surface.VIEW::fits)
        .draw(fields);
  }

  private static JsonObject input(
      String name, String label, @Nullable String hint, boolean required, JsonObject element) {
    return Json.object(
        "type",
        "input",
        "block_id",
        name,
        "label",
        Pieces.plain(label, SlackLimits.INPUT_LABEL),
        "hint",
        hint == null || hint.isBlank() ? null : Pieces.plain(hint, SlackLimits.INPUT_HINT),
        "optional",
        !required,
        "element",
        element);
  }

  private static JsonObject option(Field.Option option) {
    if (option.value().length() > SlackLimits.OPTION_VALUE) {
      throw new IllegalArgumentException("too long for an option: " + option.value());
    }
    return Json.object(
        "text", Pieces.plain(option.label(), SlackLimits.OPTION_TEXT), "value", option.value());
  }
}
