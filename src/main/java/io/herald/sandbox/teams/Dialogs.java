package io.herald.sandbox.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.herald.sandbox.Complaint;
import io.herald.sandbox.Delivery;
import io.herald.sandbox.Json;

/**
 * Dialogs (task modules): what opens one, what is sent from one, what the bot's answers do to it.
 */
final class Dialogs {
  private final Tenant tenant;
  private final Activities activities;
  private final TeamsSender sender;

  Dialogs(Tenant tenant, Activities activities, TeamsSender sender) {
    this.tenant = tenant;
    this.activities = activities;
    this.sender = sender;
  }

  /** Asks for the dialog behind a button on a message. */
  TeamsOutcome fetched(TeamsPerson person, TeamsMessage message, ObjectNode value) {
    ObjectNode fetch = activities.invoke(person, message, "task/fetch", value);
    ObjectNode dialog = Json.object().put("submit", "task/submit").put("place", message.place());
    dialog.put("root", message.json().path("root").asText());
    dialog.set("base", Json.object().set("context", value.path("context")));
    return answered(person, dialog, sender.send(fetch));
  }

  /** Asks for the dialog of a command of the message extension. */
  TeamsOutcome extension(
      TeamsPerson person, Activities.Spot spot, String command, ObjectNode payload) {
    ObjectNode value =
        Json.object()
            .put("commandId", command)
            .put("commandContext", payload.isEmpty() ? "compose" : "message");
    if (!payload.isEmpty()) {
      value.set("messagePayload", payload);
    }
    value.putObject("context").put("theme", "default");
    ObjectNode fetch = activities.invoke(person, spot, "composeExtension/fetchTask", value);
    ObjectNode dialog =
        Json.object()
            .put("submit", "composeExtension/submitAction")
            .put("place", spot.conversation())
            .put("root", spot.root());
    dialog.set("base", value);
    return answered(person, dialog, sender.send(fetch));
  }

  /** Sends what stands in the dialog that is open before the person. */
  TeamsOutcome submit(TeamsPerson person, JsonNode action, ObjectNode values) {
    ObjectNode dialog =
        tenant
            .dialog(person)
            .orElseThrow(() -> new AssertionError("no dialog is open before " + person.name()));
    return switch (action.path("type").asText()) {
      case "Action.OpenUrl" -> TeamsOutcome.opened(action.path("url").asText());
      case "Action.Submit" -> {
        ObjectNode value = Json.copy(dialog.path("base"));
        value.set("data", Deeds.data(action, values));
        Activities.Spot spot =
            new Activities.Spot(dialog.path("place").asText(), dialog.path("root").asText());
        String name = dialog.path("submit").asText();
        yield answered(person, dialog, sender.send(activities.invoke(person, spot, name, value)));
      }
      default -> throw new Complaint(action.path("type").asText() + " does nothing in a dialog.");
    };
  }

  /** The same request again; what comes back is seen as the first was. */
  TeamsOutcome again(TeamsPerson person, Delivery before) {
    JsonNode sent = Json.parse(before.body()).orElse(Json.object());
    ObjectNode dialog = Json.object().put("submit", sent.path("name").asText());
    String[] place = sent.path("conversation").path("id").asText().split(";messageid=", 2);
    dialog.put("place", place[0]).put("root", place.length > 1 ? place[1] : "");
    ObjectNode base = Json.copy(sent.path("value"));
    base.remove("data");
    dialog.set("base", base);
    return answered(person, dialog, sender.again(before));
  }

  private TeamsOutcome answered(TeamsPerson person, ObjectNode dialog, Delivery delivery) {
    if (!delivery.ok()) {
      throw Deeds.failed(delivery, "the dialog got no answer");
    }
    JsonNode task = delivery.json().map(each -> each.path("task")).orElse(Json.object());
    JsonNode value = task.path("value");
    return switch (task.path("type").asText()) {
      case "continue" -> goesOn(person, dialog, delivery, value);
      case "message" -> {
        tenant.close(person);
        yield TeamsOutcome.said(delivery, value.asText());
      }
      case "" -> {
        boolean nothing =
            delivery.json().map(JsonNode::isEmpty).orElse(delivery.answer().isBlank());
        if (!nothing) {
          throw Deeds.failed(delivery, "an answer that no dialog knows");
        }
        tenant.close(person);
        yield TeamsOutcome.of(delivery);
      }
      default -> throw Deeds.failed(delivery, "no such kind of answer");
    };
  }

  private TeamsOutcome goesOn(
      TeamsPerson person, ObjectNode dialog, Delivery delivery, JsonNode value) {
    JsonNode card = value.path("card");
    if (value.path("title").asText().isBlank()) {
      throw Deeds.failed(delivery, "the dialog has no title");
    }
    ActivityRules.card(card);
    ObjectNode next = Json.copy(dialog).put("title", value.path("title").asText());
    next.set("card", card.path("content"));
    tenant.open(person, next);
    return TeamsOutcome.shown(delivery, card.path("content"));
  }
}
