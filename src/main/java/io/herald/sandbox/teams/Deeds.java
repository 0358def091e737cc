package io.herald.sandbox.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.herald.sandbox.Complaint;
import io.herald.sandbox.Delivery;
import io.herald.sandbox.Json;

/** What people do, sent to the bot, and what the bot's answers do to what they see. */
final class Deeds {
  private static final String MESSAGE = "application/vnd.microsoft.activity.message";
  private static final String ERROR = "application/vnd.microsoft.error";

  private final Tenant tenant;
  private final Activities activities;
  private final TeamsSender sender;

  Deeds(Tenant tenant, Activities activities, TeamsSender sender) {
    this.tenant = tenant;
    this.activities = activities;
    this.sender = sender;
  }

  /** Writes a message; the bot is told of it in its own chat, and where it is mentioned. */
  TeamsMessage write(TeamsPerson person, Activities.Spot spot, String text, boolean mention) {
    boolean chat = tenant.channel(spot.conversation()).isEmpty();
    if (chat) {
      install(person);
    }
    String id = tenant.nextId();
    ObjectNode kept = Json.object().put("id", id);
    String root = chat || !spot.root().isEmpty() ? spot.root() : id;
    kept.put("root", root).set("from", person.account());
    kept.put("text", mention ? "@" + tenant.setup.appName() + " " + text : text);
    tenant.put(spot.conversation(), kept);
    if (chat || mention) {
      Activities.Spot there = new Activities.Spot(spot.conversation(), root);
      taken(sender.send(activities.message(person, there, id, text, mention)));
    }
    return new TeamsMessage(spot.conversation(), kept);
  }

  private static Delivery taken(Delivery delivery) {
    if (delivery.status() / 100 != 2) {
      throw new Complaint("The bot did not take it: " + delivery.status() + delivery.answer());
    }
    return delivery;
  }

  /** Adds the app for oneself; nothing happens where it is already. */
  void install(TeamsPerson person) {
    if (tenant.installed(person)) {
      return;
    }
    tenant.install(person);
    Activities.Spot chat = new Activities.Spot(Tenant.chat(person), "");
    taken(sender.send(activities.roster(person, chat, true)));
    taken(sender.send(activities.installation(person, chat, "add")));
  }

  void uninstall(TeamsPerson person) {
    tenant.uninstall(person);
    Activities.Spot chat = new Activities.Spot(Tenant.chat(person), "");
    taken(sender.send(activities.roster(person, chat, false)));
    taken(sender.send(activities.installation(person, chat, "remove")));
  }

  /** Adds the app to the team, or takes it away. */
  void inTeam(TeamsPerson person, boolean there) {
    tenant.inTeam(there);
    Activities.Spot general = new Activities.Spot(Tenant.team(), "");
    taken(sender.send(activities.roster(person, general, there)));
    taken(sender.send(activities.installation(person, general, there ? "add" : "remove")));
  }

  /** Presses something on a message, with the values of its inputs. */
  TeamsOutcome press(TeamsPerson person, TeamsMessage message, JsonNode action, ObjectNode values) {
    ObjectNode data = data(action, values);
    return switch (action.path("type").asText()) {
      case "Action.OpenUrl" -> TeamsOutcome.opened(action.path("url").asText());
      case "Action.Execute" -> execute(person, message, action, data);
      case "Action.Submit" -> submit(person, message, action, data);
      default -> throw new Complaint(action.path("type").asText() + " asks the bot nothing.");
    };
  }

  private TeamsOutcome execute(
      TeamsPerson person, TeamsMessage message, JsonNode action, ObjectNode data) {
    ObjectNode value = Json.object().put("trigger", "manual");
    ObjectNode sent = value.putObject("action").put("type", "Action.Execute");
    if (action.has("id")) {
      sent.put("id", action.path("id").asText());
    }
    sent.put("verb", action.path("verb").asText()).set("data", data);
    ObjectNode invoke = activities.invoke(person, message, "adaptiveCard/action", value);
    return executed(person, message, sender.send(invoke));
  }

  private TeamsOutcome submit(
      TeamsPerson person, TeamsMessage message, JsonNode action, ObjectNode data) {
    JsonNode special = action.path("data").path("msteams").path("type");
    if (special.asText().equals("task/fetch")) {
      ObjectNode fetch = Json.object();
      fetch.set("data", data);
      fetch.putObject("context").put("theme", "default");
      return new Dialogs(tenant, activities, sender).fetched(person, message, fetch);
    }
    if (special.isTextual()) {
      throw new Complaint("Nothing here does " + special.asText());
    }
    return TeamsOutcome.of(taken(sender.send(activities.submit(person, message, data))));
  }

  static ObjectNode data(JsonNode action, ObjectNode values) {
    ObjectNode data = Json.copy(action.path("data"));
    if (!action.path("associatedInputs").asText().equalsIgnoreCase("none")) {
      data.setAll(values);
    }
    return data;
  }

  /** The same request again, as Teams repeats it; what comes back is seen as the first was. */
  TeamsOutcome again(TeamsPerson person, TeamsMessage message, Delivery before) {
    Delivery again = sender.again(before);
    boolean invoke =
        Json.parse(before.body())
            .map(each -> each.path("type").asText().equals("invoke"))
            .orElse(false);
    return invoke ? executed(person, message, again) : TeamsOutcome.of(taken(again));
  }

  private TeamsOutcome executed(TeamsPerson person, TeamsMessage message, Delivery delivery) {
    JsonNode answer =
        delivery
            .json()
            .filter(any -> delivery.ok())
            .orElseThrow(() -> failed(delivery, "no JSON object with status 200"));
    String type = answer.path("type").asText();
    JsonNode value = answer.path("value");
    boolean good = answer.path("statusCode").asInt() == 200;
    if (good && type.equals(ActivityRules.CARD)) {
      ActivityRules.card(Json.object().put("contentType", type).set("content", value));
      tenant.putOwn(person, message, value);
      return TeamsOutcome.shown(delivery, value);
    }
    if (good && type.equals(MESSAGE) && value.isTextual()) {
      return TeamsOutcome.said(delivery, value.asText());
    }
    if (!good && type.equals(ERROR) && value.path("message").isTextual()) {
      return TeamsOutcome.said(delivery, value.path("message").asText());
    }
    throw failed(delivery, "neither a card nor a line nor an error");
  }

  static Complaint failed(Delivery delivery, String why) {
    return new Complaint(
        "Something went wrong. Please try again. ("
            + delivery.status()
            + ", "
            + why
            + ": "
            + delivery.answer()
            + ")");
  }
}
