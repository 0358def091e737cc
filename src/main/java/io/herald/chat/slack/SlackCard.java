package io.herald.chat.slack;

import com.google.gson.JsonArray;
import io.herald.chat.Card;
import io.herald.chat.Fit;
import io.herald.words.Text;

/**
 * A card as Slack takes it in a message.
 *
 * @param text what notifications and screen readers say instead of the blocks
 * @param blocks what is drawn
 */
record SlackCard(String text, JsonArray blocks) {

  static SlackCard of(Card card) {
    return new SlackCard(spoken(card), blocks(card, Surface.MESSAGE));
  }

  /** A line, drawn as a block so that Slack adds no links and looks for no names. */
  static SlackCard of(Text text) {
    var blocks = new JsonArray();
    blocks.add(Pieces.section(text, SlackLimits.SECTION_TEXT));
    return new SlackCard(Mrkdwn.of(text, SlackLimits.TOP_TEXT), blocks);
  }

  static JsonArray blocks(Card card, Surface surface) {
    return Fit.<JsonArray>ofParts(
            (parts, gap, most) -> {
              var face = new SlackBlocks(most);
              return Pieces.withGap(parts, gap, part -> part.in(face));
            },
            surface::fits)
        .draw(card.parts());
  }

  private static String spoken(Card card) {
    return Mrkdwn.of(Text.of(card.summary()), SlackLimits.TOP_TEXT);
  }
}
