package io.herald.chat.teams;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.herald.chat.Choice;
import io.herald.chat.Intent;
import io.herald.chat.IntentCodec;
import io.herald.words.Cut;
import io.herald.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Draws choices as actions. On a message an action is an Action.Execute, which is answered to the
 * presser alone; a dialog knows Action.Submit only.
 *
 * @param sheet the form that the action stands in, or none
 * @param of the intent that drew the card, to come back to; or none
 */
record Buttons(Pieces pieces, boolean dialog, @Nullable String sheet, @Nullable String of) {

  /** A set of actions; what is more than is seen at once goes into the menu at its end. */
  List<ObjectNode> set(List<Choice> choices) {
    var actions = new ArrayList<ObjectNode>();
    var notes = new ArrayList<ObjectNode>();
    for (Choice choice : choices) {
      Optional<ObjectNode> action = action(choice);
      if (action.isEmpty()) {
        notes.add(pieces.quiet(Words.say("teams.link.left.out", choice.label())));
      } else if (actions.size() >= TeamsLimits.VISIBLE_ACTIONS) {
        actions.add(action.get().put("mode", "secondary"));
      } else {
        actions.add(action.get());
      }
    }
    var all = new ArrayList<ObjectNode>();
    if (!actions.isEmpty()) {
      all.add(row(actions));
    }
    all.addAll(notes);
    return all;
  }

  /** Sets of as many actions as are seen at once. */
  List<ObjectNode> rows(List<Choice> choices) {
    var all = new ArrayList<ObjectNode>();
    int most = TeamsLimits.VISIBLE_ACTIONS;
    for (int i = 0; i < choices.size(); i += most) {
      all.addAll(set(choices.subList(i, Math.min(i + most, choices.size()))));
    }
    return all;
  }

  static ObjectNode row(List<ObjectNode> actions) {
    return Json.object("type", "ActionSet", "actions", Json.array(actions));
  }

  private Optional<ObjectNode> action(Choice choice) {
    if (choice.link() == null) {
      return Optional.of(ask(choice.label(), choice.intent(), choice.tone(), choice.spoken()));
    }
    return pieces
        .markup()
        .links()
        .safe(choice.link())
        .map(
            url ->
                styled(
                        Json.object("type", "Action.OpenUrl", "title", title(choice.label())),
                        choice.tone(),
                        choice.spoken())
                    .put("url", url));
  }

  /** An action that means something. */
  ObjectNode ask(String label, Intent intent, Choice.Tone tone, @Nullable String spoken) {
    ObjectNode herald = Json.object("intent", IntentCodec.write(intent), "sheet", sheet, "of", of);
    return styled(action(label, IntentCodec.verb(intent), herald), tone, spoken);
  }

  /** An action that leads back to where the person came from, whatever was typed. */
  ObjectNode back(String label) {
    ObjectNode herald = Json.object("back", true, "sheet", sheet, "of", of);
    return action(label, "back", herald).put("associatedInputs", "none");
  }

  private ObjectNode action(String label, String verb, ObjectNode herald) {
    ObjectNode action =
        Json.object("type", dialog ? "Action.Submit" : "Action.Execute", "title", title(label));
    if (!dialog) {
      action.put("verb", verb);
    }
    action.set("data", Json.object(Press.KEY, herald));
    return action;
  }

  private static ObjectNode styled(ObjectNode action, Choice.Tone tone, @Nullable String spoken) {
    switch (tone) {
      case PLAIN -> {}
      case MAIN -> action.put("style", "positive");
      case DANGER -> action.put("style", "destructive");
    }
    if (spoken != null && !spoken.isBlank()) {
      action.put("tooltip", Cut.to(spoken, TeamsLimits.LABEL));
    }
    return action;
  }

  private static String title(String label) {
    return label.isBlank() ? "…" : Cut.to(label, TeamsLimits.BUTTON_TEXT);
  }
}
