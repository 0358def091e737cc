package io.herald.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.herald.sandbox.blockkit.BlockKit;
import io.herald.sandbox.blockkit.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a message says, once Slack would take it.
 *
 * @param blocks absent if none were given, which an update reads as "keep them"
 * @param metadata absent if none was given; an empty object takes it away
 */
record Content(String text, Optional<JsonNode> blocks, Optional<JsonNode> metadata) {

  /** Longer texts are cut here (chat.postMessage, "Truncating content"). */
  private static final int TEXT = 40_000;

  /**
   * Slack has a limit ({@code metadata_too_large}) and tells no figure; anything under this is
   * known to pass.
   */
  private static final int METADATA = 1_024;

  static Content of(Args args, Predicate<String> fetchable) {
    Optional<JsonNode> blocks = args.structure("blocks", "invalid_blocks_format");
    blocks.ifPresent(each -> check(each, fetchable));
    if (args.structure("attachments", "invalid_attachments")
        .filter(a -> !a.isEmpty())
        .isPresent()) {
      throw new SlackError("invalid_attachments");
    }
    String text = args.text("text");
    if (text.isEmpty() && blocks.map(JsonNode::isEmpty).orElse(true)) {
      throw new SlackError("no_text");
    }
    Optional<JsonNode> metadata = args.structure("metadata", "invalid_metadata_format");
    metadata.ifPresent(Content::checkMetadata);
    String cut = text.length() > TEXT ? text.substring(0, TEXT) : text;
    return new Content(cut, blocks, metadata);
  }

  private static void check(JsonNode blocks, Predicate<String> fetchable) {
    if (!blocks.isArray()) {
      throw new SlackError("invalid_blocks_format");
    }
    List<Problem> problems = BlockKit.message(blocks, fetchable);
    if (!problems.isEmpty()) {
      throw SlackError.invalid("invalid_blocks", problems);
    }
    if (BlockKit.characters(blocks) > BlockKit.MESSAGE_CHARACTERS) {
      throw new SlackError("msg_blocks_too_long");
    }
  }

  private static void checkMetadata(JsonNode metadata) {
    if (!metadata.isObject()) {
      throw new SlackError("invalid_metadata_format");
    }
    if (metadata.isEmpty()) {
      return;
    }
    boolean shaped =
        metadata.path("event_type").isTextual() && metadata.path("event_payload").isObject();
    if (!shaped) {
      throw new SlackError("invalid_metadata_schema");
    }
    if (Json.text(metadata).getBytes(StandardCharsets.UTF_8).length > METADATA) {
      throw new SlackError("metadata_too_large");
    }
  }

  /** Writes what was given into a message, leaving the rest as it was. */
  void into(ObjectNode message, Ids ids) {
    message.put("text", text);
    blocks.ifPresent(each -> message.set("blocks", Dressed.blocks(each, ids)));
    metadata.ifPresent(
        each -> {
          if (each.isEmpty()) {
            message.remove("metadata");
          } else {
            message.set("metadata", each.deepCopy());
          }
        });
  }
}
