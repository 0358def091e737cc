package io.herald.sandbox.blockkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Checks blocks and views against Slack's documented limits (docs.slack.dev, Block Kit reference)
 * and, where Slack documents none, against what was measured.
 */
public final class BlockKit {

  /**
   * The text of all blocks of one message together. Undocumented; Slack was seen to answer {@code
   * msg_blocks_too_long} from about here, though each block was legal.
   */
  public static final int MESSAGE_CHARACTERS = 13_200;

  private BlockKit() {}

  /** What Slack would find wrong with the {@code blocks} of a message; none if it takes them. */
  public static List<Problem> message(JsonNode blocks, Predicate<String> fetchable) {
    Inspection inspection = new Inspection(Surface.MESSAGE, fetchable);
    Blocks.check(new Spot(inspection, blocks, "/blocks"));
    return inspection.problems();
  }

  /** What Slack would find wrong with a view, modal or Home; none if it takes it. */
  public static List<Problem> view(JsonNode view, Predicate<String> fetchable) {
    boolean home = view.path("type").asText().equals("home");
    Inspection inspection = new Inspection(home ? Surface.HOME : Surface.MODAL, fetchable);
    ViewRules.check(new Spot(inspection, view, "/view"));
    return inspection.problems();
  }

  /** Sum of the characters of every text in the blocks, however deep. */
  public static int characters(JsonNode blocks) {
    return texts(blocks).stream().mapToInt(String::length).sum();
  }

  /** Every text in the blocks, in reading order, as sent (not unescaped). */
  public static List<String> texts(JsonNode blocks) {
    List<String> found = new ArrayList<>();
    collect(blocks, found);
    return found;
  }

  private static void collect(JsonNode node, List<String> found) {
    JsonNode text = node.get("text");
    if (text != null && text.isTextual()) {
      found.add(text.textValue());
    }
    for (JsonNode child : node) {
      collect(child, found);
    }
  }
}
