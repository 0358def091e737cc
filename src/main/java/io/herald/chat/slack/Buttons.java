package io.herald.chat.slack;

import com.google.gson.JsonObject;
import io.herald.chat.Choice;
import io.herald.chat.IntentCodec;
import io.herald.words.Cut;
import io.herald.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Draws choices as buttons, each with an id of its own within one message or view. */
final class Buttons {
  private int drawn;

  /** Rows of buttons; a link that nobody should follow is named below instead of drawn. */
  List<JsonObject> rows(List<Choice> choices) {
    var rows = new ArrayList<JsonObject>();
    var row = new ArrayList<JsonObject>();
    var notes = new ArrayList<JsonObject>();
    for (Choice choice : choices) {
      Optional<JsonObject> button = button(choice);
      if (button.isEmpty()) {
        notes.add(
            Pieces.context(
                Words.text("slack.link.left.out", choice.label()), SlackLimits.TEXT_OBJECT));
        continue;
      }
      if (row.size() == SlackLimits.ACTIONS) {
        rows.add(row(row));
        row.clear();
      }
      row.add(button.get());
    }
    if (!row.isEmpty()) {
      rows.add(row(row));
    }
    rows.addAll(notes);
    return rows;
  }

  /** One button, or nothing where its link is no http or https address that Slack takes. */
  Optional<JsonObject> button(Choice choice) {
    String url = null;
    if (choice.link() != null) {
      Optional<String> safe = WebAddress.safe(choice.link(), SlackLimits.BUTTON_URL);
      if (safe.isEmpty()) {
        return Optional.empty();
      }
      url = safe.get();
    }
    String value = IntentCodec.write(choice.intent());
    if (value.length() > SlackLimits.BUTTON_VALUE) {
      throw new IllegalArgumentException(
          "too long for a button: " + IntentCodec.verb(choice.intent()));
    }
    String spoken = choice.spoken();
    return Optional.of(
        Json.object(
            "type",
            "button",
            "action_id",
            IntentCodec.verb(choice.intent()) + "_" + drawn++,
            "text",
            Pieces.plain(choice.label(), SlackLimits.BUTTON_TEXT),
            "value",
            value,
            "url",
            url,
            "style",
            style(choice.tone()),
            "accessibility_label",
            spoken == null || spoken.isBlank() ? null : Cut.to(spoken, SlackLimits.BUTTON_SPOKEN)));
  }

  private static @org.jspecify.annotations.Nullable String style(Choice.Tone tone) {
    return switch (tone) {
      case PLAIN -> null;
      case MAIN -> "primary";
      case DANGER -> "danger";
    };
  }

  private static JsonObject row(List<JsonObject> buttons) {
    return Json.object("type", "actions", "elements", Json.array(buttons));
  }
}
