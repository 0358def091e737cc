package io.herald.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns what a person says they pick or type into the value that Slack would send. */
final class Values {
  private final Workspace workspace;

  Values(Workspace workspace) {
    this.workspace = workspace;
  }

  /**
   * The value of an element: options by their text, people and channels by name, a date and time as
   * {@code 2026-12-01T09:30} in the person's zone, anything else as typed. Nothing, or one empty
   * text, empties it.
   */
  ObjectNode of(Elements.Found found, List<String> chosen, Person person) {
    List<String> wanted = chosen.stream().filter(each -> !each.isEmpty()).toList();
    String first = wanted.isEmpty() ? null : wanted.get(0);
    JsonNode element = found.element();
    ObjectNode value = Json.object().put("type", found.type());
    switch (found.type()) {
      case "static_select", "radio_buttons", "overflow" ->
          value.set("selected_option", first == null ? null : option(element, first));
      case "multi_static_select", "checkboxes" -> {
        ArrayNode options = value.putArray("selected_options");
        wanted.forEach(each -> options.add(option(element, each)));
      }
      case "datepicker" -> value.put("selected_date", first);
      case "timepicker" -> value.put("selected_time", first);
      case "datetimepicker" -> value.put("selected_date_time", moment(first, person));
      case "users_select" -> value.put("selected_user", user(first));
      case "channels_select" -> value.put("selected_channel", channel(first));
      case "conversations_select" -> value.put("selected_conversation", channel(first));
      case "multi_users_select" -> {
        ArrayNode users = value.putArray("selected_users");
        wanted.forEach(each -> users.add(user(each)));
      }
      case "multi_channels_select" -> {
        ArrayNode channels = value.putArray("selected_channels");
        wanted.forEach(each -> channels.add(channel(each)));
      }
      case "multi_conversations_select" -> {
        ArrayNode channels = value.putArray("selected_conversations");
        wanted.forEach(each -> channels.add(channel(each)));
      }
      default -> value.put("value", first);
    }
    return value;
  }

  private static JsonNode option(JsonNode element, String text) {
    List<String> offered = new ArrayList<>();
    for (JsonNode option : options(element)) {
      String label = option.path("text").path("text").asText();
      if (label.equals(text)) {
        return option;
      }
      offered.add(label);
    }
    throw new AssertionError("no option \"" + text + "\" among " + offered);
  }

  private static List<JsonNode> options(JsonNode element) {
    List<JsonNode> all = new ArrayList<>();
    element.path("options").forEach(all::add);
    element.path("option_groups").forEach(group -> group.path("options").forEach(all::add));
    return all;
  }

  private static @Nullable Long moment(@Nullable String text, Person person) {
    if (text == null) {
      return null;
    }
    return text.matches("[0-9]+")
        ? Long.valueOf(text)
        : Long.valueOf(LocalDateTime.parse(text).atZone(ZoneId.of(person.zone())).toEpochSecond());
  }

  private @Nullable String user(@Nullable String name) {
    return name == null ? null : workspace.somebody(name).id();
  }

  private @Nullable String channel(@Nullable String name) {
    return name == null ? null : workspace.someChannel(name).id();
  }
}
