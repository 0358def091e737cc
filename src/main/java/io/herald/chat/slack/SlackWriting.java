package io.herald.chat.slack;

import com.google.gson.JsonObject;
import io.herald.chat.Reply;
import io.herald.words.Text;
import java.time.ZoneOffset;
import java.util.Map;

/**
 * Writes a reply as the answer to the request itself, where the request has one that people see: a
 * command's is a message, a form's says what becomes of the form.
 */
final class SlackWriting {
  private SlackWriting() {}

  /** The JSON to answer with; empty where the words, if any, go another way. */
  static String write(Asked asked, Reply reply) {
    return switch (asked.kind()) {
      case COMMAND -> command(reply);
      case SUBMISSION -> submission(asked, reply);
      case SHORTCUT, CLICK, EVENT -> "";
    };
  }

  /** As {@link #write}, for a fault: a form stays as it is, with all that was typed. */
  static String apology(Asked asked, Text words) {
    boolean form = asked.sheet() != null && !asked.sheet().inputs().isEmpty();
    return asked.kind() == Asked.Kind.SUBMISSION && form
        ? correct(asked, Map.of("", words))
        : write(asked, new Reply.Say(words));
  }

  /** Slack fetches the images of an answer and drops the whole if one fails, without a word. */
  private static String command(Reply reply) {
    if (reply instanceof Reply.Open) {
      return "";
    }
    return SlackReplies.message(SlackReplies.withoutPictures(reply))
        .map(JsonObject::toString)
        .orElse("");
  }

  private static String submission(Asked asked, Reply reply) {
    int next = asked.sheet() == null ? 1 : asked.sheet().step() + 1;
    if (reply instanceof Reply.Correct correct) {
      return correct(asked, correct.fields());
    }
    if (reply instanceof Reply.Open open) {
      return update(SlackViews.form(open.form(), next));
    }
    return SlackReplies.view(SlackReplies.withoutPictures(reply))
        .map(SlackWriting::update)
        .orElse("{\"response_action\":\"clear\"}");
  }

  private static String update(JsonObject view) {
    return Json.object("response_action", "update", "view", view).toString();
  }

  /** Slack refuses an error at a field that is not there, so such words go to the first one. */
  private static String correct(Asked asked, Map<String, Text> fields) {
    Asked.Sheet sheet = asked.sheet();
    if (sheet == null || sheet.inputs().isEmpty()) {
      return update(SlackViews.words(SlackReplies.lines(fields)));
    }
    String first = sheet.inputs().iterator().next();
    var errors = new JsonObject();
    fields.forEach(
        (name, words) -> {
          String at = sheet.inputs().contains(name) ? name : first;
          String before = Json.text(errors, at);
          String said = words.plain(ZoneOffset.UTC);
          errors.addProperty(at, before.isEmpty() ? said : before + " " + said);
        });
    return Json.object("response_action", "errors", "errors", errors).toString();
  }
}
