package io.herald.chat.slack;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.herald.chat.Card;
import io.herald.chat.Form;
import io.herald.chat.IntentCodec;
import io.herald.chat.Part;
import io.herald.words.Text;
import io.herald.words.Words;
import org.jspecify.annotations.Nullable;

/** Forms, answers and Homes as Slack's views. */
final class SlackViews {
  private static final String FORM = "herald_form_";

  private SlackViews() {}

  /**
   * A form as a modal.
   *
   * @param step how many forms were sent from this modal before: the same modal can ask again
   */
  static JsonObject form(Form form, int step) {
    JsonArray blocks = SlackForms.blocks(form.fields());
    boolean asks =
        blocks.asList().stream()
            .anyMatch(b -> Json.text(b.getAsJsonObject(), "type").equals("input"));
    String submit = form.submit() == null && asks ? Words.say("slack.submit") : form.submit();
    String metadata = IntentCodec.write(form.intent());
    if (metadata.length() > SlackLimits.VIEW_METADATA) {
      throw new IllegalArgumentException("too long for a form: " + IntentCodec.verb(form.intent()));
    }
    JsonObject view = modal(form.title(), submit, blocks);
    view.addProperty("callback_id", FORM + step);
    view.addProperty("private_metadata", metadata);
    return view;
  }

  /** Which of the forms of a modal one is, as {@link #form} noted it. */
  static int step(String callbackId) {
    try {
      return callbackId.startsWith(FORM)
          ? Integer.parseInt(callbackId.substring(FORM.length()))
          : 0;
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  /** Words in a modal with nothing but a way to close it. */
  static JsonObject words(Text text) {
    var blocks = new JsonArray();
    blocks.add(Pieces.section(text, SlackLimits.SECTION_TEXT));
    return modal(Words.say("slack.title"), null, blocks);
  }

  static JsonObject card(Card card) {
    String title =
        card.parts().stream()
            .filter(Part.Heading.class::isInstance)
            .map(p -> ((Part.Heading) p).words())
            .filter(words -> words.length() <= SlackLimits.VIEW_TITLE)
            .findFirst()
            .orElse(Words.say("slack.title"));
    return modal(title, null, SlackCard.blocks(card, Surface.VIEW));
  }

  static JsonObject home(Card card) {
    return Json.object("type", "home", "blocks", SlackCard.blocks(card, Surface.VIEW));
  }

  private static JsonObject modal(String title, @Nullable String submit, JsonArray blocks) {
    return Json.object(
        "type",
        "modal",
        "title",
        Pieces.plain(title, SlackLimits.VIEW_TITLE),
        "submit",
        submit == null ? null : Pieces.plain(submit, SlackLimits.VIEW_TITLE),
        "close",
        Pieces.plain(
            Words.say(submit == null ? "slack.close" : "slack.cancel"), SlackLimits.VIEW_TITLE),
        "blocks",
        blocks);
  }
}
