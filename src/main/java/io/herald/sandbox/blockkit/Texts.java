package io.herald.sandbox.blockkit;

/** Text objects, and the dialog that asks "Are you sure?". */
final class Texts {
  private Texts() {}

  static void plain(Spot owner, String field, int max) {
    if (owner.has(field)) {
      Spot text = owner.at(field);
      if (!text.type().equals("plain_text")) {
        text.complain("must be a plain_text object");
      }
      check(text, max);
    }
  }

  static void any(Spot owner, String field, int max) {
    if (owner.has(field)) {
      check(owner.at(field), max);
    }
  }

  static void check(Spot text, int max) {
    switch (text.type()) {
      case "plain_text" -> {
        text.only("text", "emoji");
        text.bool("emoji");
      }
      case "mrkdwn" -> {
        text.only("text", "verbatim");
        text.bool("verbatim");
      }
      default -> text.complain("unsupported type: " + text.type());
    }
    if (text.requires("text")) {
      text.string("text", max);
    }
  }

  static void confirm(Spot owner) {
    if (!owner.has("confirm")) {
      return;
    }
    Spot dialog = owner.at("confirm");
    dialog.only("title", "text", "confirm", "deny", "style");
    dialog.requires("title");
    dialog.requires("text");
    dialog.requires("confirm");
    dialog.requires("deny");
    plain(dialog, "title", 100);
    any(dialog, "text", 300);
    plain(dialog, "confirm", 30);
    plain(dialog, "deny", 30);
    dialog.oneOf("style", "primary", "danger");
  }
}
