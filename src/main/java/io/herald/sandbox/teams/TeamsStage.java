package io.herald.sandbox.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.herald.sandbox.Complaint;
import io.herald.sandbox.Json;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What one person sees of the tenant, as a page draws it, and what they do there. */
public final class TeamsStage {
  /** Older messages stay in the tenant; a page shows the newest. */
  private static final int SHOWN = 60;

  private final TeamsDouble teams;
  private final UnaryOperator<String> part;
  private final String command;
  private final String commandName;

  /**
   * @param part what somebody is in the story, by name
   * @param command the message extension's command, by id
   * @param commandName what stands on it
   */
  public TeamsStage(
      TeamsDouble teams, UnaryOperator<String> part, String command, String commandName) {
    this.teams = teams;
    this.part = part;
    this.command = command;
    this.commandName = commandName;
  }

  /** Runs at each change of what is seen; it must be quick. */
  public void watch(Runnable watcher) {
    teams.tenant().shelves.watch(watcher);
  }

  /** The number of the newest change. */
  public long version() {
    return teams.tenant().shelves.version();
  }

  /** What the person (id or name) sees; the first one, if there is nobody of that name. */
  public ObjectNode before(String who) {
    Tenant tenant = teams.tenant();
    synchronized (tenant.shelves) {
      TeamsPerson me =
          tenant.people().stream()
              .filter(each -> each.id().equals(who) || each.name().equals(who))
              .findFirst()
              .orElseGet(() -> tenant.people().get(0));
      ObjectNode scene =
          Json.object()
              .put("version", version())
              .put("team", "Acme")
              .put("app", teams.setup().appName())
              .put("bot", teams.setup().bot())
              .put("me", me.id())
              .put("zone", me.zone())
              .put("direct", Tenant.chat(me));
      people(scene.putArray("people"));
      ArrayNode channels = scene.putArray("channels");
      for (TeamsChannel channel : tenant.channels()) {
        place(channels, channel.id(), channel.name(), false, me);
      }
      place(channels, Tenant.chat(me), me.name(), true, me);
      tenant.dialog(me).ifPresent(dialog -> scene.set("modal", dialog(dialog)));
      ArrayNode offered = scene.putArray("shortcuts");
      for (boolean onMessage : List.of(true, false)) {
        offered
            .addObject()
            .put("name", commandName)
            .put("callbackId", command)
            .put("onMessage", onMessage);
      }
      return scene;
    }
  }

  private void people(ArrayNode people) {
    for (TeamsPerson person : teams.people()) {
      ObjectNode json =
          people
              .addObject()
              .put("id", person.id())
              .put("name", person.name())
              .put("part", part.apply(person.name()))
              .put("bot", false);
      teams.chatOf(person.id()).stream()
          .filter(message -> !message.from().equals(person.id()))
          .reduce((before, after) -> after)
          .ifPresent(newest -> json.put("latest", ts(newest.id())));
    }
    people
        .addObject()
        .put("id", teams.setup().bot())
        .put("name", teams.setup().appName())
        .put("part", "")
        .put("bot", true);
  }

  private void place(ArrayNode places, String id, String name, boolean direct, TeamsPerson me) {
    ObjectNode json =
        places
            .addObject()
            .put("id", id)
            .put("name", name)
            .put("direct", direct)
            .put("members", teams.people().size() + 1);
    ArrayNode shown = json.putArray("messages");
    List<TeamsMessage> messages = teams.tenant().messages(me, id);
    messages
        .subList(Math.max(0, messages.size() - SHOWN), messages.size())
        .forEach(message -> shown.add(message(message)));
  }

  private static ObjectNode message(TeamsMessage message) {
    ObjectNode json =
        Json.object()
            .put("ts", ts(message.id()))
            .put("user", message.from())
            .put("text", message.text())
            .put("edited", message.updated());
    message.thread().ifPresent(root -> json.put("thread_ts", ts(root)));
    message.card().ifPresent(card -> json.set("card", card.deepCopy()));
    return json;
  }

  private static ObjectNode dialog(ObjectNode dialog) {
    ObjectNode json = Json.object().put("title", dialog.path("title").asText());
    json.set("card", dialog.path("card").deepCopy());
    return json;
  }

  /** Milliseconds as seconds with a fraction, which is how the page counts. */
  private static String ts(String id) {
    int seconds = Math.max(0, id.length() - 3);
    return id.substring(0, seconds) + "." + id.substring(seconds);
  }

  /** Does it, and says what the person sees at once: a line, errors by label, or a complaint. */
  public ObjectNode carryOut(JsonNode deed) {
    try {
      TeamsPerson person =
          teams
              .tenant()
              .person(deed.path("as").asText())
              .orElseThrow(() -> new Complaint("Nobody here has this id."));
      TeamsOutcome outcome = done(person, deed);
      ObjectNode answer = Json.object().put("ok", outcome.errors().isEmpty());
      if (!outcome.says().isEmpty()) {
        answer.put("says", outcome.says());
      }
      ObjectNode errors = answer.putObject("errors");
      for (Map.Entry<String, String> each : outcome.errors().entrySet()) {
        errors.put(each.getKey(), each.getValue());
      }
      return answer;
    } catch (Complaint | ConnectorError e) {
      return Json.object().put("ok", false).put("complaint", String.valueOf(e.getMessage()));
    }
  }

  private TeamsOutcome done(TeamsPerson person, JsonNode deed) {
    return switch (deed.path("do").asText()) {
      case "say" -> say(person, deed);
      case "press" -> press(person, deed);
      case "shortcut" -> extension(person, deed);
      case "close" -> {
        teams.tenant().close(person);
        yield TeamsOutcome.NOTHING;
      }
      default -> throw new Complaint("Nobody can do that here.");
    };
  }

  private TeamsOutcome say(TeamsPerson person, JsonNode deed) {
    String text = deed.path("text").asText();
    String bot = "@" + teams.setup().appName();
    boolean mention = text.startsWith(bot);
    String words = mention ? text.substring(bot.length()).strip() : text;
    String root = deed.path("thread").asText().replace(".", "");
    Activities.Spot spot = new Activities.Spot(deed.path("channel").asText(), root);
    teams.deeds().write(person, spot, words, mention);
    return TeamsOutcome.NOTHING;
  }

  private TeamsMessage message(TeamsPerson person, JsonNode deed) {
    Tenant tenant = teams.tenant();
    return tenant
        .message(deed.path("channel").asText(), deed.path("ts").asText().replace(".", ""))
        .map(found -> tenant.asSeenBy(person, found))
        .orElseThrow(() -> new Complaint("This message is not here any more."));
  }

  private TeamsOutcome press(TeamsPerson person, JsonNode deed) {
    TeamsForm form =
        deed.has("ts")
            ? TeamsForm.on(teams, person, message(person, deed))
            : teams
                .tenant()
                .dialog(person)
                .map(open -> TeamsForm.in(teams, person, open))
                .orElseThrow(() -> new Complaint("This form is not here any more."));
    return form.pressed(deed.path("action"), deed.path("values"));
  }

  private TeamsOutcome extension(TeamsPerson person, JsonNode deed) {
    String wanted = deed.path("callback").asText();
    if (!deed.has("ts")) {
      return new TeamsActor(teams, person).extension(wanted);
    }
    return new TeamsActor(teams, person).extension(wanted, message(person, deed));
  }
}
