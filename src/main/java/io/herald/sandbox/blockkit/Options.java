package io.herald.sandbox.blockkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Options of selects, radio buttons, checkboxes and overflow menus. */
final class Options {
  private Options() {}

  static void flat(Spot owner, int min, int max, boolean markupAllowed) {
    if (owner.requires("options")) {
      List<Spot> options = owner.items("options", min, max);
      options.forEach(option -> option(option, markupAllowed));
      unique(options);
    }
    initial(owner, plainValues(owner.node().path("options")));
  }

  /** A select has options or groups of them. */
  static void grouped(Spot owner) {
    if (!owner.has("option_groups")) {
      flat(owner, 1, 100, false);
      return;
    }
    if (owner.has("options")) {
      owner.complain("only one of options and option_groups is allowed");
    }
    List<JsonNode> all = new ArrayList<>();
    for (Spot group : owner.items("option_groups", 1, 100)) {
      group.only("label", "options");
      if (group.requires("label")) {
        Texts.plain(group, "label", 75);
      }
      group.items("options", 1, 100).forEach(option -> option(option, false));
      all.addAll(plainValues(group.node().path("options")));
    }
    initial(owner, all);
  }

  private static void option(Spot option, boolean markupAllowed) {
    option.only("text", "value", "description", "url");
    if (option.requires("text")) {
      if (markupAllowed) {
        Texts.any(option, "text", 75);
      } else {
        Texts.plain(option, "text", 75);
      }
    }
    if (markupAllowed) {
      Texts.any(option, "description", 75);
    } else {
      Texts.plain(option, "description", 75);
    }
    option.requires("value");
    option.string("value", 150);
    option.string("url", 3000);
  }

  private static void unique(List<Spot> options) {
    List<String> seen = new ArrayList<>();
    for (Spot option : options) {
      String value = option.node().path("value").asText();
      if (seen.contains(value)) {
        option.at("value").complain("option value already exists: " + value);
      }
      seen.add(value);
    }
  }

  private static void initial(Spot owner, List<JsonNode> offered) {
    if (owner.has("initial_option")) {
      oneOf(owner.at("initial_option"), offered);
    }
    if (owner.has("initial_options")) {
      owner.items("initial_options", 1, 100).forEach(option -> oneOf(option, offered));
    }
  }

  private static void oneOf(Spot chosen, List<JsonNode> offered) {
    boolean known =
        offered.stream()
            .anyMatch(
                option ->
                    option.path("value").equals(chosen.node().path("value"))
                        && option
                            .path("text")
                            .path("text")
                            .equals(chosen.node().path("text").path("text")));
    if (!known) {
      chosen.complain("initial option must match one of the options");
    }
  }

  private static List<JsonNode> plainValues(JsonNode options) {
    List<JsonNode> all = new ArrayList<>();
    options.forEach(all::add);
    return all;
  }
}
