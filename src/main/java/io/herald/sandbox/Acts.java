package io.herald.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;

/** Carries out what the page says that somebody does. */
final class Acts {
  private final SlackDouble slack;
  private final Deeds deeds;
  private final Submissions submissions;

  Acts(SlackDouble slack) {
    this.slack = slack;
    this.deeds = new Deeds(slack);
    this.submissions = new Submissions(slack, deeds.payloads());
  }

  /** Does it, and says what the person sees at once: nothing, errors at fields, or a complaint. */
  ObjectNode carryOut(JsonNode deed) {
    try {
      Optional<Person> person = slack.workspace.person(deed.path("as").asText());
      if (person.isEmpty()) {
        throw new Complaint("Nobody here has the id " + deed.path("as").asText());
      }
      return answer(done(person.get(), deed));
    } catch (Complaint | SlackError e) {
      return Json.object().put("ok", false).put("complaint", String.valueOf(e.getMessage()));
    }
  }

  private static ObjectNode answer(Map<String, String> errors) {
    ObjectNode answer = Json.object().put("ok", errors.isEmpty());
    errors.forEach(answer.putObject("errors")::put);
    return answer;
  }

  private Map<String, String> done(Person person, JsonNode deed) {
    String text = deed.path("text").asText();
    slack.views.fill(person.id(), Json.copy(deed.path("values")));
    switch (deed.path("do").asText()) {
      case "command" -> deeds.command(person, channel(deed), text);
      case "say" -> deeds.say(person, channel(deed), text, deed.path("thread").asText());
      case "home" -> deeds.openHome(person);
      case "press" -> press(person, deed);
      case "shortcut" -> {
        String callback = deed.path("callback").asText();
        if (deed.has("ts")) {
          deeds.messageShortcut(person, message(person, deed), callback);
        } else {
          deeds.globalShortcut(person, callback);
        }
      }
      case "submit" -> {
        return submissions.submit(person, true).errors();
      }
      case "close" -> submissions.dismiss(person);
      default -> throw new Complaint("Nobody can do that here.");
    }
    return Map.of();
  }

  private Channel channel(JsonNode deed) {
    return slack
        .workspace
        .channel(deed.path("channel").asText())
        .orElseThrow(() -> new Complaint("This channel is not here any more."));
  }

  private Message message(Person person, JsonNode deed) {
    String ts = deed.path("ts").asText();
    return slack
        .workspace
        .message(deed.path("channel").asText(), ts)
        .or(
            () ->
                slack.workspace.ephemerals(person.id()).stream()
                    .filter(each -> each.ts().equals(ts))
                    .findFirst())
        .orElseThrow(() -> new Complaint("This message is not here any more."));
  }

  private void press(Person person, JsonNode deed) {
    ObjectNode value = Json.copy(deed.path("value"));
    if (deed.has("ts")) {
      Message message = message(person, deed);
      deeds.onMessage(person, message, element(message.blocks(), deed), value);
      return;
    }
    Optional<View> view =
        deed.path("where").asText().equals("home")
            ? slack.views.home(person.id())
            : slack.views.top(person.id());
    View seen = view.orElseThrow(() -> new Complaint("This is not here any more."));
    deeds.onView(person, seen, element(seen.blocks(), deed), value);
  }

  private static Elements.Found element(JsonNode blocks, JsonNode deed) {
    return Elements.in(blocks).stream()
        .filter(
            found ->
                found.blockId().equals(deed.path("block").asText())
                    && found.actionId().equals(deed.path("action").asText()))
        .findFirst()
        .orElseThrow(() -> new Complaint("This button is not here any more."));
  }
}
