package io.herald.chat.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.herald.chat.Choice;
import io.herald.chat.Field;
import io.herald.chat.Fit;
import io.herald.chat.Form;
import io.herald.words.Cut;
import io.herald.words.Text;
import io.herald.words.Words;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Draws the fields of a form as inputs, each with its label in itself, so that a screen reader
 * finds it. A date and its time are two inputs, read and shown in the person's own zone.
 */
final class TeamsForms implements Field.Face<List<ObjectNode>> {
  static final String DATE = ".date";
  static final String TIME = ".time";

  /** Stands in the input before anybody chose, so that a date alone says when on that day. */
  private static final String MORNING = "09:00";

  private final Pieces pieces;
  private final Buttons buttons;
  private final ZoneId zone;
  private final boolean checked;
  private final int most;

  /**
   * @param checked whether the client itself refuses to send a form in which something is missing;
   *     it would also keep back what only changes the form
   * @param most the most characters of any one text that is told, so that the whole fits
   */
  TeamsForms(Pieces pieces, Buttons buttons, ZoneId zone, boolean checked, int most) {
    this.pieces = pieces;
    this.buttons = buttons;
    this.zone = zone;
    this.checked = checked;
    this.most = most;
  }

  @Override
  public List<ObjectNode> typed(Field.Typed field) {
    int longest = Math.max(1, field.most());
    ObjectNode input = input("Input.Text", field.name(), field.label());
    input.put("maxLength", longest).put("isMultiline", field.several());
    if (!field.initial().isEmpty()) {
      input.put("value", Cut.to(field.initial(), longest));
    }
    return hinted(input, field.label(), field.hint(), field.required());
  }

  @Override
  public List<ObjectNode> picked(Field.Picked field) {
    List<Field.Option> shown =
        field.options().subList(0, Math.min(field.options().size(), TeamsLimits.OPTIONS));
    ObjectNode input = input("Input.ChoiceSet", field.name(), field.label());
    ArrayNode choices = Json.array();
    for (Field.Option option : shown) {
      choices.add(
          Json.object(
              "title",
              option.label().isBlank()
                  ? option.value()
                  : Cut.to(option.label(), Math.min(most, TeamsLimits.OPTION)),
              "value",
              option.value()));
    }
    boolean few = shown.size() <= (field.several() ? TeamsLimits.EXPANDED : 4);
    input
        .put("isMultiSelect", field.several())
        .put("style", few ? "expanded" : "compact")
        .put("wrap", true)
        .set("choices", choices);
    List<String> initial =
        shown.stream().map(Field.Option::value).filter(field.initial()::contains).toList();
    if (!initial.isEmpty()) {
      input.put("value", field.several() ? String.join(",", initial) : initial.get(0));
    }
    return hinted(input, field.label(), field.hint(), field.required());
  }

  @Override
  public List<ObjectNode> at(Field.At field) {
    ObjectNode date = input("Input.Date", field.name() + DATE, field.label());
    ObjectNode time =
        input("Input.Time", field.name() + TIME, Words.say("teams.time", field.label()));
    if (field.initial() == null) {
      time.put("value", MORNING);
    } else {
      LocalDateTime there = LocalDateTime.ofInstant(field.initial(), zone);
      date.put("value", there.toLocalDate().toString());
      time.put("value", there.format(DateTimeFormatter.ofPattern("HH:mm")));
    }
    ObjectNode columns =
        Json.object("type", "ColumnSet", "columns", Json.array(column(date), column(time)));
    var all = new ArrayList<ObjectNode>();
    all.add(columns);
    hint(all, field.hint());
    return all;
  }

  private static ObjectNode column(ObjectNode input) {
    return Json.object("type", "Column", "width", "stretch", "items", Json.array(input));
  }

  @Override
  public List<ObjectNode> note(Field.Note field) {
    return field.text().isEmpty() ? List.of() : List.of(pieces.text(field.text(), most));
  }

  @Override
  public List<ObjectNode> copy(Field.Copy field) {
    return pieces.copy(field.label(), field.words(), most);
  }

  @Override
  public List<ObjectNode> press(Field.Press field) {
    return buttons.rows(field.choices());
  }

  private static ObjectNode input(String type, String name, String label) {
    return Json.object("type", type, "id", name, "label", Cut.to(label, TeamsLimits.LABEL));
  }

  private List<ObjectNode> hinted(
      ObjectNode input, String label, @Nullable String hint, boolean required) {
    var all = new ArrayList<ObjectNode>();
    all.add(input);
    if (required && checked) {
      input.put("isRequired", true).put("errorMessage", Words.say("teams.missing", label));
    }
    String told = hint == null ? "" : hint.strip();
    if (required && !checked) {
      told = told.isEmpty() ? Words.say("teams.required") : Words.say("teams.required.and", told);
    }
    hint(all, told);
    return all;
  }

  private void hint(List<ObjectNode> all, @Nullable String hint) {
    if (hint != null && !hint.isBlank()) {
      all.add(
          pieces.quiet(Text.of(hint), Math.min(most, TeamsLimits.HINT)).put("spacing", "small"));
    }
  }

  /**
   * A form as a card. What people typed is not counted here: {@link Sheet#shown} sees to that.
   *
   * @param id names the form when it is sent
   * @param dialog whether it is drawn in a dialog, which has a title and a way out of its own
   * @param of what to draw again when the person goes back, or none
   */
  static Sheet draw(
      Pieces pieces, Form form, String id, boolean dialog, @Nullable String of, ZoneId zone) {
    var buttons = new Buttons(pieces, dialog, id, of);
    var head = new ArrayList<ObjectNode>();
    if (!dialog) {
      head.add(Pieces.heading(form.title()));
    }
    ArrayNode body = Json.array(head);
    body.addAll(fields(pieces, form, buttons, zone));
    var actions = new ArrayList<ObjectNode>();
    if (asks(form)) {
      String submit = form.submit() == null ? Words.say("teams.submit") : form.submit();
      actions.add(buttons.ask(submit, form.intent(), Choice.Tone.MAIN, null));
    }
    if (!dialog) {
      actions.add(buttons.back(Words.say(asks(form) ? "teams.cancel" : "teams.back")));
    }
    if (!actions.isEmpty()) {
      body.add(Buttons.row(actions));
    }
    return new Sheet(id, form.title(), form.intent(), dialog, of, TeamsCards.adaptive(body));
  }

  /** Texts that are told are shortened as if nobody had typed anything. */
  private static ArrayNode fields(Pieces pieces, Form form, Buttons buttons, ZoneId zone) {
    boolean changes =
        form.fields().stream()
            .filter(Field.Press.class::isInstance)
            .flatMap(field -> ((Field.Press) field).choices().stream())
            .anyMatch(choice -> choice.link() == null);
    ArrayNode drawn =
        Fit.<ArrayNode>ofFields(
                (shown, gap, most) -> {
                  var face = new TeamsForms(pieces, buttons, zone, !changes, most);
                  return pieces.withGap(shown, gap, field -> empty(field).in(face));
                },
                fields -> Json.bytes(fields) <= TeamsLimits.CARD_BYTES - Sheet.ROOM)
            .draw(form.fields());
    for (Field field : form.fields()) {
      if (field instanceof Field.Typed typed && !typed.initial().isEmpty()) {
        for (JsonNode element : drawn) {
          if (Json.text(element, "id").equals(typed.name())) {
            ((ObjectNode) element).put("value", Cut.to(typed.initial(), Math.max(1, typed.most())));
          }
        }
      }
    }
    return drawn;
  }

  private static Field empty(Field field) {
    return field instanceof Field.Typed typed
        ? new Field.Typed(
            typed.name(),
            typed.label(),
            typed.hint(),
            "",
            typed.required(),
            typed.several(),
            typed.most())
        : field;
  }

  private static boolean asks(Form form) {
    return form.submit() != null
        || form.fields().stream()
            .anyMatch(
                f ->
                    f instanceof Field.Typed || f instanceof Field.Picked || f instanceof Field.At);
  }
}
