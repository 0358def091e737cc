package io.herald.chat.slack;

import com.google.gson.JsonObject;
import io.herald.chat.Reply;
import io.herald.words.Text;
import io.herald.words.Words;
import java.util.Optional;

/** Replies as Slack takes them in the answer to a command, or later at a response_url. */
final class SlackReplies {
  private SlackReplies() {}

  /** The message that a reply is; none for a reply that says nothing. */
  static Optional<JsonObject> message(Reply reply) {
    if (reply instanceof Reply.Say say) {
      return Optional.of(ephemeral(SlackCard.of(say.text()), false));
    }
    if (reply instanceof Reply.Show show) {
      return Optional.of(ephemeral(SlackCard.of(show.card()), false));
    }
    if (reply instanceof Reply.Replace replace) {
      return Optional.of(ephemeral(SlackCard.of(replace.card()), true));
    }
    if (reply instanceof Reply.Correct correct) {
      return Optional.of(ephemeral(SlackCard.of(lines(correct)), false));
    }
    if (reply instanceof Reply.Open) {
      // A form needs a trigger, and a late answer has none.
      Text words = Words.text("slack.too.late");
      return Optional.of(ephemeral(SlackCard.of(words), false));
    }
    return Optional.empty();
  }

  private static Text lines(Reply.Correct correct) {
    Text all = Text.of("");
    for (Text line : correct.fields().values()) {
      all = all.isEmpty() ? line : all.then("\n").then(line);
    }
    return all;
  }

  private static JsonObject ephemeral(SlackCard card, boolean replace) {
    return Json.object(
        "response_type",
        "ephemeral",
        "replace_original",
        replace,
        "text",
        card.text(),
        "blocks",
        card.blocks());
  }
}
