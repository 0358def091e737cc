package io.herald.sandbox.blockkit;

import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The interactive parts of blocks, each with its limits. */
final class Elements {
  private static final Set<String> MENUS =
      Set.of(
          "static_select",
          "external_select",
          "users_select",
          "conversations_select",
          "channels_select");
  private static final Set<String> MULTI_MENUS =
      Set.of(
          "multi_static_select",
          "multi_external_select",
          "multi_users_select",
          "multi_conversations_select",
          "multi_channels_select");
  private static final Set<String> PICKERS =
      Set.of("checkboxes", "radio_buttons", "datepicker", "timepicker");

  private static final Map<String, Consumer<Spot>> RULES =
      Map.ofEntries(
          Map.entry("button", Elements::button),
          Map.entry("overflow", Elements::overflow),
          Map.entry("checkboxes", Elements::checkboxes),
          Map.entry("radio_buttons", Elements::radioButtons),
          Map.entry("datepicker", Pickers::date),
          Map.entry("timepicker", Pickers::time),
          Map.entry("datetimepicker", Pickers::dateTime),
          Map.entry("plain_text_input", Pickers::plainText),
          Map.entry("url_text_input", Pickers::singleLine),
          Map.entry("email_text_input", Pickers::singleLine),
          Map.entry("number_input", Pickers::number),
          Map.entry("static_select", Elements::staticSelect),
          Map.entry("multi_static_select", Elements::multiStaticSelect));

  private Elements() {}

  static void inActions(Spot element) {
    String type = element.type();
    boolean allowed =
        type.equals("button")
            || type.equals("overflow")
            || type.equals("datetimepicker")
            || MENUS.contains(type)
            || PICKERS.contains(type);
    unique(element);
    check(element, allowed);
  }

  static void asAccessory(Spot element) {
    String type = element.type();
    if (type.equals("image")) {
      element.only("image_url", "alt_text", "slack_file");
      Images.check(element);
      return;
    }
    boolean allowed =
        type.equals("button")
            || type.equals("overflow")
            || MENUS.contains(type)
            || MULTI_MENUS.contains(type)
            || PICKERS.contains(type);
    unique(element);
    check(element, allowed);
  }

  static void inInput(Spot element) {
    String type = element.type();
    boolean allowed = !type.equals("button") && !type.equals("overflow");
    check(element, allowed);
  }

  /**
   * What can be pressed has a name of its own in the whole message or view (Slack promises to
   * refuse two only within one block). Inputs are told apart by their blocks, and share names
   * freely.
   */
  private static void unique(Spot element) {
    String id = element.node().path("action_id").asText();
    if (!id.isEmpty() && !element.inspection().newActionId(id)) {
      element.at("action_id").complain("`action_id` already exists: " + id);
    }
  }

  private static void check(Spot element, boolean allowedHere) {
    String type = element.type();
    boolean lookUp = MENUS.contains(type) || MULTI_MENUS.contains(type);
    if (!allowedHere || (!RULES.containsKey(type) && !lookUp)) {
      element.complain("unsupported type: " + type);
      return;
    }
    element.string("action_id", 255);
    if (element.node().path("focus_on_load").asBoolean() && !element.inspection().mayFocus()) {
      element.at("focus_on_load").complain("only one element may have the focus");
    }
    RULES.getOrDefault(type, Elements::lookUpSelect).accept(element);
    Texts.confirm(element);
  }

  private static void button(Spot button) {
    button.only("text", "action_id", "url", "value", "style", "confirm", "accessibility_label");
    if (button.requires("text")) {
      Texts.plain(button, "text", 75);
    }
    button.string("value", 0, 2000);
    button.string("url", 3000);
    button.matches("url", "(?i)[a-z][a-z0-9+.-]*:.+", "invalid_url");
    button.string("accessibility_label", 75);
    button.oneOf("style", "primary", "danger");
  }

  private static void overflow(Spot menu) {
    menu.only("action_id", "options", "confirm");
    Options.flat(menu, 1, 5, false);
  }

  private static void checkboxes(Spot boxes) {
    boxes.only("action_id", "options", "initial_options", "confirm", "focus_on_load");
    Options.flat(boxes, 1, 10, true);
  }

  private static void radioButtons(Spot buttons) {
    buttons.only("action_id", "options", "initial_option", "confirm", "focus_on_load");
    Options.flat(buttons, 1, 10, true);
  }

  private static void staticSelect(Spot menu) {
    menu.only(
        "action_id",
        "options",
        "option_groups",
        "initial_option",
        "confirm",
        "focus_on_load",
        "placeholder");
    Texts.plain(menu, "placeholder", 150);
    Options.grouped(menu);
  }

  private static void multiStaticSelect(Spot menu) {
    menu.only(
        "action_id",
        "options",
        "option_groups",
        "initial_options",
        "confirm",
        "focus_on_load",
        "placeholder",
        "max_selected_items");
    Texts.plain(menu, "placeholder", 150);
    menu.integer("max_selected_items", 1, 100);
    Options.grouped(menu);
  }

  /** Menus whose options Slack or the app looks up: nothing to check but their own fields. */
  private static void lookUpSelect(Spot menu) {
    menu.only(
        "action_id",
        "placeholder",
        "confirm",
        "focus_on_load",
        "max_selected_items",
        "min_query_length",
        "response_url_enabled",
        "default_to_current_conversation",
        "filter",
        "initial_user",
        "initial_users",
        "initial_channel",
        "initial_channels",
        "initial_conversation",
        "initial_conversations",
        "initial_option",
        "initial_options");
    Texts.plain(menu, "placeholder", 150);
  }
}
