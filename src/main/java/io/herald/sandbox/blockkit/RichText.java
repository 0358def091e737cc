package io.herald.sandbox.blockkit;

import java.util.Set;

/** Text whose form is data, so that nothing in it can be markup. */
final class RichText {
  private static final Set<String> INLINE =
      Set.of("text", "link", "emoji", "user", "usergroup", "channel", "broadcast", "date", "color");

  private RichText() {}

  static void check(Spot block) {
    block.only("elements");
    if (!block.requires("elements")) {
      return;
    }
    for (Spot element : block.items("elements", 1, 1000)) {
      switch (element.type()) {
        case "rich_text_section" -> {
          element.only("elements");
          inline(element);
        }
        case "rich_text_preformatted" -> {
          element.only("elements", "border", "language");
          inline(element);
        }
        case "rich_text_quote" -> {
          element.only("elements", "border");
          inline(element);
        }
        case "rich_text_list" -> list(element);
        default -> element.complain("unsupported type: " + element.type());
      }
    }
  }

  private static void list(Spot list) {
    list.only("elements", "style", "indent", "offset", "border");
    list.requires("style");
    list.oneOf("style", "bullet", "ordered");
    list.integer("indent", 0, 8);
    for (Spot item : list.items("elements", 1, 1000)) {
      if (!item.type().equals("rich_text_section")) {
        item.complain("unsupported type: " + item.type());
      } else {
        inline(item);
      }
    }
  }

  private static void inline(Spot section) {
    for (Spot run : section.items("elements", 0, 1000)) {
      if (!INLINE.contains(run.type())) {
        run.complain("unsupported type: " + run.type());
        continue;
      }
      switch (run.type()) {
        case "text" -> {
          run.only("text", "style");
          run.requires("text");
          run.string("text", 1, 12_000);
        }
        case "link" -> {
          run.only("url", "text", "unsafe", "style");
          run.requires("url");
          run.string("url", 3000);
        }
        case "user" -> run.requires("user_id");
        case "channel" -> run.requires("channel_id");
        case "usergroup" -> run.requires("usergroup_id");
        case "broadcast" -> run.oneOf("range", "here", "channel", "everyone");
        case "emoji" -> run.requires("name");
        default -> {
          // Dates and colours carry nothing with a limit.
        }
      }
    }
  }
}
