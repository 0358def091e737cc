package io.herald.sandbox.blockkit;

/** Modals and Homes as a whole. */
final class ViewRules {
  private ViewRules() {}

  static void check(Spot view) {
    view.oneOf("type", "modal", "home");
    view.requires("type");
    view.string("private_metadata", 0, 3000);
    view.string("callback_id", 0, 255);
    view.string("external_id", 0, 255);
    if (view.inspection().surface == Surface.HOME) {
      view.only("blocks", "private_metadata", "callback_id", "external_id");
    } else {
      modal(view);
    }
    if (view.requires("blocks")) {
      Blocks.check(view.at("blocks"));
    }
    boolean modal = view.inspection().surface == Surface.MODAL;
    if (modal && view.inspection().hasInputs() && !view.has("submit")) {
      view.complain("missing required field: submit");
    }
  }

  private static void modal(Spot view) {
    view.only(
        "blocks",
        "private_metadata",
        "callback_id",
        "external_id",
        "title",
        "submit",
        "close",
        "clear_on_close",
        "notify_on_close",
        "submit_disabled");
    view.requires("title");
    Texts.plain(view, "title", 24);
    Texts.plain(view, "submit", 24);
    Texts.plain(view, "close", 24);
    view.bool("clear_on_close");
    view.bool("notify_on_close");
    view.bool("submit_disabled");
  }
}
