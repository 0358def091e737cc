package io.herald.sandbox.blockkit;

/**
 * The kinds of block that every Slack client draws. Newer ones are refused as unknown, as a
 * workspace does that has not got them yet.
 */
final class Blocks {
  private Blocks() {}

  static void check(Spot blocks) {
    int characters = 0;
    for (Spot block : blocks.items(0, blocks.inspection().surface.blocks)) {
      block(block);
      if (block.type().equals("markdown")) {
        characters += block.node().path("text").asText().length();
      }
    }
    if (characters > 12_000) {
      blocks.complain("markdown text must be less than 12001 characters");
    }
  }

  private static void block(Spot block) {
    block.string("block_id", 255);
    String id = block.node().path("block_id").asText();
    if (!id.isEmpty() && !block.inspection().newBlockId(id)) {
      block.at("block_id").complain("`block_id` already exists: " + id);
    }
    switch (block.type()) {
      case "header" -> header(block);
      case "section" -> section(block);
      case "divider" -> block.only();
      case "image" -> {
        block.only("image_url", "alt_text", "title", "slack_file");
        Images.check(block);
        Texts.plain(block, "title", 2000);
      }
      case "actions" -> {
        block.only("elements");
        if (block.requires("elements")) {
          block.items("elements", 1, 25).forEach(Elements::inActions);
        }
      }
      case "context" -> context(block);
      case "input" -> input(block);
      case "rich_text" -> RichText.check(block);
      case "markdown" -> markdown(block);
      case "" -> block.complain("missing required field: type");
      default -> block.at("type").complain("unsupported type: " + block.type());
    }
  }

  private static void header(Spot block) {
    block.only("text");
    if (block.requires("text")) {
      Texts.plain(block, "text", 150);
    }
  }

  private static void section(Spot block) {
    block.only("text", "fields", "accessory", "expand");
    if (!block.has("text") && !block.has("fields")) {
      block.complain("missing required field: text");
    }
    Texts.any(block, "text", 3000);
    if (block.has("fields")) {
      block.items("fields", 1, 10).forEach(field -> Texts.check(field, 2000));
    }
    if (block.has("accessory")) {
      Elements.asAccessory(block.at("accessory"));
    }
  }

  private static void context(Spot block) {
    block.only("elements");
    if (!block.requires("elements")) {
      return;
    }
    for (Spot element : block.items("elements", 1, 10)) {
      if (element.type().equals("image")) {
        element.only("image_url", "alt_text", "slack_file");
        Images.check(element);
      } else {
        Texts.check(element, 3000);
      }
    }
  }

  private static void input(Spot block) {
    block.only("label", "element", "dispatch_action", "hint", "optional");
    block.inspection().sawInput();
    if (block.requires("label")) {
      Texts.plain(block, "label", 2000);
    }
    Texts.plain(block, "hint", 2000);
    block.bool("optional");
    block.bool("dispatch_action");
    if (block.requires("element")) {
      Elements.inInput(block.at("element"));
    }
  }

  private static void markdown(Spot block) {
    block.only("text");
    if (block.inspection().surface != Surface.MESSAGE) {
      block.at("type").complain("unsupported type: markdown");
    }
    block.requires("text");
    block.string("text", 12_000);
  }
}
