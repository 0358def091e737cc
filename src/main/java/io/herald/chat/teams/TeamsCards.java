package io.herald.chat.teams;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.herald.chat.Card;
import io.herald.chat.Fit;
import io.herald.words.Cut;
import io.herald.words.Text;
import io.herald.words.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cards and lines as Adaptive Cards 1.5, each small enough for Teams. */
final class TeamsCards {
  /** What stands around the elements of a card. */
  private static final int AROUND = 1_024 + TeamsLimits.SUMMARY * 4;

  private final Pieces pieces;

  TeamsCards(Links links) {
    this.pieces = new Pieces(new Markup(links));
  }

  Pieces pieces() {
    return pieces;
  }

  /** A card of the book: whoever presses on it gets to see it again by where it lies. */
  ObjectNode card(Card card) {
    return card(card, null);
  }

  /**
   * A card.
   *
   * @param of the intent that drew it, by which it is drawn again; none for a card of the book
   */
  ObjectNode card(Card card, @Nullable String of) {
    return whole(card, elements(card, of));
  }

  /** A card that covers another one for the presser alone, with a way back to that one. */
  ObjectNode cover(Card card) {
    ArrayNode elements = elements(card, null);
    ObjectNode back = new Buttons(pieces, false, null, null).back(Words.say("teams.back"));
    elements.add(Buttons.row(List.of(back)));
    return whole(card, elements);
  }

  private static ObjectNode whole(Card card, ArrayNode elements) {
    ObjectNode whole = adaptive(elements);
    whole.put("speak", spoken(card));
    return whole;
  }

  private ArrayNode elements(Card card, @Nullable String of) {
    var buttons = new Buttons(pieces, false, null, of);
    return Fit.<ArrayNode>ofParts(
            (parts, gap, most) -> {
              var face = new TeamsParts(pieces, buttons, most);
              return pieces.withGap(parts, gap, part -> part.in(face));
            },
            drawn -> Json.bytes(drawn) <= TeamsLimits.CARD_BYTES - AROUND)
        .draw(card.parts());
  }

  /** A line that stands alone, as a card. */
  ObjectNode line(Text text) {
    return adaptive(Json.array(pieces.text(text, 4_000)));
  }

  static ObjectNode adaptive(ArrayNode elements) {
    return Json.object(
        "type",
        "AdaptiveCard",
        "$schema",
        "http://adaptivecards.io/schemas/adaptive-card.json",
        "version",
        "1.5",
        "body",
        elements);
  }

  /** What notifications and screen readers say. */
  static String spoken(Card card) {
    return Cut.to(
        card.summary().isBlank() ? Words.say("teams.title") : card.summary(), TeamsLimits.SUMMARY);
  }
}
