package io.herald.sandbox.blockkit;

/** Elements in which a person types or picks a value of their own. */
final class Pickers {
  private Pickers() {}

  static void plainText(Spot input) {
    input.only(
        "action_id",
        "initial_value",
        "multiline",
        "min_length",
        "max_length",
        "dispatch_action_config",
        "focus_on_load",
        "placeholder");
    input.bool("multiline");
    input.integer("min_length", 0, 3000);
    input.integer("max_length", 1, 3000);
    input.string("initial_value", 0, input.node().path("max_length").asInt(3000));
    Texts.plain(input, "placeholder", 150);
  }

  static void singleLine(Spot input) {
    input.only(
        "action_id", "initial_value", "dispatch_action_config", "focus_on_load", "placeholder");
    input.string("initial_value", 0, 3000);
    Texts.plain(input, "placeholder", 150);
  }

  static void number(Spot input) {
    input.only(
        "action_id",
        "is_decimal_allowed",
        "initial_value",
        "min_value",
        "max_value",
        "dispatch_action_config",
        "focus_on_load",
        "placeholder");
    input.requires("is_decimal_allowed");
    input.bool("is_decimal_allowed");
    input.matches("initial_value", "-?[0-9]+([.][0-9]+)?", "must be a number");
    Texts.plain(input, "placeholder", 150);
  }

  static void date(Spot picker) {
    picker.only("action_id", "initial_date", "confirm", "focus_on_load", "placeholder");
    picker.matches("initial_date", "[0-9]{4}-[0-9]{2}-[0-9]{2}", "must be YYYY-MM-DD");
    Texts.plain(picker, "placeholder", 150);
  }

  static void time(Spot picker) {
    picker.only("action_id", "initial_time", "confirm", "focus_on_load", "placeholder", "timezone");
    picker.matches("initial_time", "([01][0-9]|2[0-3]):[0-5][0-9]", "must be HH:mm");
    Texts.plain(picker, "placeholder", 150);
  }

  static void dateTime(Spot picker) {
    picker.only("action_id", "initial_date_time", "confirm", "focus_on_load");
    picker.integer("initial_date_time", 1_000_000_000L, 9_999_999_999L);
  }
}
