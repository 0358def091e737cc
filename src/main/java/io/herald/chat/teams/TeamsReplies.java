package io.herald.chat.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.herald.chat.Card;
import io.herald.chat.Form;
import io.herald.chat.Part;
import io.herald.chat.Reply;
import io.herald.words.Cut;
import io.herald.words.Text;
import io.herald.words.Words;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes a reply as the answer to the invoke itself, which the person alone gets to see. */
final class TeamsReplies {
  static final String CARD = "application/vnd.microsoft.card.adaptive";
  private static final String LINE = "application/vnd.microsoft.activity.message";

  private final TeamsCards cards;

  TeamsReplies(TeamsCards cards) {
    this.cards = cards;
  }

  /**
   * What a reply came to.
   *
   * @param body the answer; none where there is nothing to say in it
   * @param sheet the form to keep, or none
   */
  record Written(@Nullable JsonNode body, @Nullable Sheet sheet) {
    String text() {
      return body == null ? "" : body.toString();
    }
  }

  Written write(Asked asked, Reply reply) {
    return switch (asked.kind()) {
      case MESSAGE -> new Written(null, null);
      case PRESS -> pressed(asked, reply);
      case DIALOG -> inDialog(asked, reply);
    };
  }

  private Written pressed(Asked asked, Reply reply) {
    if (reply instanceof Reply.Say say) {
      // A form is over then; a line over a card leaves the card.
      return asked.sheet() == null
          ? new Written(line(TeamsText.plain(say.text(), asked.zone())), null)
          : new Written(card(over(asked, say.text())), null);
    }
    if (reply instanceof Reply.Show show) {
      return new Written(card(cards.cover(show.card())), null);
    }
    if (reply instanceof Reply.Replace replace) {
      return new Written(
          card(
              asked.from().personal()
                  ? cards.card(replace.card(), asked.redraw())
                  : cards.cover(replace.card())),
          null);
    }
    if (reply instanceof Reply.Open open) {
      Sheet sheet = sheet(asked, open.form());
      return new Written(card(sheet.shown()), sheet);
    }
    if (reply instanceof Reply.Correct correct) {
      Sheet sheet = corrected(asked, correct);
      return sheet == null
          ? new Written(line(TeamsText.plain(lines(correct.fields()), asked.zone())), null)
          : new Written(card(sheet.shown()), sheet);
    }
    return new Written(null, null);
  }

  private Written inDialog(Asked asked, Reply reply) {
    if (reply instanceof Reply.Say say) {
      return new Written(said(TeamsText.plain(say.text(), asked.zone())), null);
    }
    if (reply instanceof Reply.Open open) {
      Sheet sheet = sheet(asked, open.form());
      return new Written(dialog(sheet.title(), sheet.shown()), sheet);
    }
    if (reply instanceof Reply.Correct correct) {
      Sheet sheet = corrected(asked, correct);
      return sheet == null
          ? new Written(said(TeamsText.plain(lines(correct.fields()), asked.zone())), null)
          : new Written(dialog(sheet.title(), sheet.shown()), sheet);
    }
    Optional<Card> card = TeamsReplies.shown(reply);
    return new Written(
        card.map(c -> (JsonNode) dialog(title(c), cards.card(c))).orElse(null), null);
  }

  /** A form for whoever asked. */
  Sheet sheet(Asked asked, Form form) {
    String of = asked.sheet() == null ? asked.of() : asked.sheet().of();
    return TeamsForms.draw(
        cards.pieces(), form, Keys.sheet(asked.key()), asked.dialog(), of, asked.zone());
  }

  /** The form again, with what is wrong; none where no form is known. */
  @Nullable Sheet corrected(Asked asked, Reply.Correct correct) {
    Sheet sheet = asked.sheet();
    return sheet == null ? null : sheet.corrected(asked.inputs(), correct.fields(), cards.pieces());
  }

  /** What stands in the place of a form that is over. */
  ObjectNode over(Asked asked, Text words) {
    Sheet sheet = asked.sheet();
    ObjectNode line = cards.line(words);
    if (sheet != null && (sheet.of() != null || !asked.from().personal())) {
      ObjectNode back =
          new Buttons(cards.pieces(), false, null, sheet.of()).back(Words.say("teams.back"));
      line.withArray("body").add(Buttons.row(java.util.List.of(back)));
    }
    return line;
  }

  static Text lines(Map<String, Text> fields) {
    Text all = Text.of("");
    for (Text words : fields.values()) {
      all = all.isEmpty() ? words : all.then("\n").then(words);
    }
    return all;
  }

  static Optional<Card> shown(Reply reply) {
    if (reply instanceof Reply.Show show) {
      return Optional.of(show.card());
    }
    return reply instanceof Reply.Replace replace ? Optional.of(replace.card()) : Optional.empty();
  }

  private static String title(Card card) {
    return card.parts().stream()
        .filter(Part.Heading.class::isInstance)
        .map(part -> ((Part.Heading) part).words())
        .findFirst()
        .orElse(Words.say("teams.title"));
  }

  static ObjectNode card(ObjectNode card) {
    return Json.object("statusCode", 200, "type", CARD, "value", card);
  }

  static ObjectNode line(String words) {
    return Json.object("statusCode", 200, "type", LINE, "value", words);
  }

  static ObjectNode said(String words) {
    return Json.object("task", Json.object("type", "message", "value", words));
  }

  private static ObjectNode dialog(String title, ObjectNode card) {
    ObjectNode value =
        Json.object(
            "title",
            Cut.to(title, TeamsLimits.DIALOG_TITLE),
            "width",
            "medium",
            "height",
            "large",
            "card",
            Json.object("contentType", CARD, "content", card));
    return Json.object("task", Json.object("type", "continue", "value", value));
  }
}
