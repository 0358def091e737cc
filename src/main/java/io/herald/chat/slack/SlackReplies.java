package io.herald.chat.slack;

import com.google.gson.JsonObject;
import io.herald.chat.Reply;
import io.herald.words.Text;
import io.herald.words.Words;
import java.util.Map;
import java.util.Optional;

/** Replies as messages for one person, and as views that only show. */
final class SlackReplies {
  private SlackReplies() {}

  /** The message that a reply is, for a response_url; none for a reply that says nothing. */
  static Optional<JsonObject> message(Reply reply) {
    boolean replace = reply instanceof Reply.Replace;
    return drawn(reply)
        .map(
            card ->
                Json.object(
                    "response_type",
                    "ephemeral",
                    "replace_original",
                    replace,
                    "text",
                    card.text(),
                    "blocks",
                    card.blocks()));
  }

  /** The reply as blocks with their text. */
  static Optional<SlackCard> drawn(Reply reply) {
    if (reply instanceof Reply.Say say) {
      return Optional.of(SlackCard.of(say.text()));
    }
    if (reply instanceof Reply.Show show) {
      return Optional.of(SlackCard.of(show.card()));
    }
    if (reply instanceof Reply.Replace replace) {
      return Optional.of(SlackCard.of(replace.card()));
    }
    if (reply instanceof Reply.Correct correct) {
      return Optional.of(SlackCard.of(lines(correct.fields())));
    }
    // A form needs a trigger; where one is drawn as a message, there is none any more.
    return reply instanceof Reply.Open
        ? Optional.of(SlackCard.of(Words.text("slack.too.late")))
        : Optional.empty();
  }

  /** The reply as a modal to read; none for a reply that says nothing. */
  static Optional<JsonObject> view(Reply reply) {
    if (reply instanceof Reply.Say say) {
      return Optional.of(SlackViews.words(say.text()));
    }
    if (reply instanceof Reply.Show show) {
      return Optional.of(SlackViews.card(show.card()));
    }
    if (reply instanceof Reply.Replace replace) {
      return Optional.of(SlackViews.card(replace.card()));
    }
    return reply instanceof Reply.Correct correct
        ? Optional.of(SlackViews.words(lines(correct.fields())))
        : Optional.empty();
  }

  static boolean hasPictures(Reply reply) {
    return (reply instanceof Reply.Show show && show.card().hasPictures())
        || (reply instanceof Reply.Replace replace && replace.card().hasPictures());
  }

  static Reply withoutPictures(Reply reply) {
    if (reply instanceof Reply.Show show) {
      return new Reply.Show(show.card().withoutPictures());
    }
    return reply instanceof Reply.Replace replace
        ? new Reply.Replace(replace.card().withoutPictures())
        : reply;
  }

  static Text lines(Map<String, Text> fields) {
    Text all = Text.of("");
    for (Text line : fields.values()) {
      all = all.isEmpty() ? line : all.then("\n").then(line);
    }
    return all;
  }
}
