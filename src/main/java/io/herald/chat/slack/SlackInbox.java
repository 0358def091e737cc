package io.herald.chat.slack;

import com.slack.api.bolt.response.Response;
import io.herald.chat.Answer;
import io.herald.chat.Apologies;
import io.herald.chat.Ask;
import io.herald.chat.Intent;
import io.herald.chat.Reply;
import io.herald.words.Text;
import io.herald.words.Words;
import java.util.Optional;
import java.util.function.BiFunction;

/** Takes what Slack asks to the desk, and the desk's reply back to Slack. */
final class SlackInbox {
  private final BiFunction<Ask, Answer.Writing, Answer> desk;
  private final SlackConnection connection;
  private final SlackEffects effects;
  private final Apologies apologies;

  /** Slack has not told yet which workspace Herald serves; an event may come again. */
  static final class NotYet extends RuntimeException {
    NotYet() {
      super("not connected yet", null, false, false);
    }
  }

  SlackInbox(
      BiFunction<Ask, Answer.Writing, Answer> desk,
      SlackConnection connection,
      SlackEffects effects,
      Apologies apologies) {
    this.desk = desk;
    this.connection = connection;
    this.effects = effects;
    this.apologies = apologies;
  }

  Response take(Asked asked) {
    Optional<SlackWorkspace> workspace = connection.workspace();
    if (workspace.isEmpty()) {
      return decline(asked, Words.text("slack.starting"));
    }
    if (!isOurs(asked.origin(), workspace.get())) {
      return decline(asked, Words.text("slack.other.workspace"));
    }
    if (asked.intent() instanceof Intent.FollowLink) {
      // Slack shows a warning unless it hears that we heard; the link itself leads to us or away.
      return Response.ok();
    }
    return handle(asked, workspace.get().team());
  }

  private static boolean isOurs(Asked.Origin origin, SlackWorkspace workspace) {
    boolean app =
        origin.app() == null || workspace.app() == null || origin.app().equals(workspace.app());
    return app && origin.teams().contains(workspace.team());
  }

  private Response handle(Asked asked, String team) {
    Answer answer;
    try {
      answer = desk.apply(asked.ask(team), reply -> SlackWriting.write(asked, reply));
    } catch (RuntimeException e) {
      if (asked.kind() == Asked.Kind.EVENT) {
        // Nobody waits for words, and Slack sends it again.
        throw e;
      }
      Text words = apologies.report("handling " + asked.key(), e);
      effects.after(asked, new Reply.Say(words));
      return json(SlackWriting.apology(asked, words));
    }
    if (!answer.repeated()) {
      effects.after(asked, answer.reply());
    }
    return json(answer.written());
  }

  /** Says why, to the person alone, and leaves nothing behind. */
  private Response decline(Asked asked, Text words) {
    if (asked.kind() == Asked.Kind.EVENT) {
      if (connection.workspace().isEmpty()) {
        throw new NotYet();
      }
      return Response.ok();
    }
    var reply = new Reply.Say(words);
    effects.after(asked, reply);
    return json(SlackWriting.write(asked, reply));
  }

  private static Response json(String body) {
    if (body.isEmpty()) {
      return Response.ok();
    }
    return Response.builder()
        .statusCode(200)
        .contentType(Response.CONTENT_TYPE_APPLICATION_JSON_UTF8)
        .body(body)
        .build();
  }
}
