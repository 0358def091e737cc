package io.herald.chat.slack;

import com.google.gson.JsonObject;
import io.herald.chat.Afterwards;
import io.herald.chat.Apologies;
import io.herald.chat.Card;
import io.herald.chat.Form;
import io.herald.chat.Intent;
import io.herald.chat.PlatformFailure;
import io.herald.chat.PlatformFailure.Kind;
import io.herald.chat.Reply;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What follows the answer to a request: forms that open, words to whoever pressed. */
final class SlackEffects implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SlackEffects.class);

  private final SlackClient client;
  private final SlackCourier courier;
  private final Afterwards afterwards;

  SlackEffects(SlackClient client, SlackCourier courier, Apologies apologies) {
    this.client = client;
    this.courier = courier;
    this.afterwards = new Afterwards("slack-effects", apologies);
  }

  /** Does what a reply asks for beyond the answer; returns at once. */
  void after(Asked asked, Reply reply) {
    boolean said =
        asked.kind() == Asked.Kind.SUBMISSION
            || (asked.kind() == Asked.Kind.COMMAND && !(reply instanceof Reply.Open));
    if (said || reply instanceof Reply.Done) {
      return;
    }
    afterwards.begin(asked.key(), () -> perform(asked, reply), words -> tell(asked, words));
  }

  private void perform(Asked asked, Reply reply) {
    if (reply instanceof Reply.Open open) {
      open(asked, open.form());
    } else if (asked.intent() instanceof Intent.OpenHome && reply instanceof Reply.Show show) {
      pictured(show, shown -> courier.publishHome(asked.origin().user(), card(shown)));
    } else {
      tell(asked, reply);
    }
  }

  private void open(Asked asked, Form form) {
    Asked.Sheet sheet = asked.sheet();
    if (sheet != null) {
      update(sheet, form);
      return;
    }
    JsonObject view = SlackViews.form(form, 0);
    try {
      view("views.open", asked.trigger(), view);
    } catch (PlatformFailure e) {
      if (e.kind() == Kind.REFUSED || e.kind() == Kind.UNAUTHORISED) {
        throw e;
      }
      tell(asked, new Reply.Show(TryAgain.of(asked.intent())));
    }
  }

  /** A form that was closed or has changed meanwhile is not overwritten. */
  private void update(Asked.Sheet sheet, Form form) {
    JsonObject view = SlackViews.form(form, sheet.step());
    try {
      client.call(
          "views.update",
          Map.of("view_id", sheet.id(), "hash", sheet.hash(), "view", view.toString()),
          view.getAsJsonArray("blocks"));
    } catch (PlatformFailure e) {
      if (e.kind() != Kind.GONE) {
        throw e;
      }
      LOG.debug("A form had changed before it could be drawn anew");
    }
  }

  /** Says something to whoever asked, as near as possible to where they did. */
  private void tell(Asked asked, Reply reply) {
    pictured(reply, shown -> tellOnce(asked, shown));
  }

  private void tellOnce(Asked asked, Reply reply) {
    String answerAt = asked.place().answerAt();
    String channel = asked.place().channel();
    if (answerAt != null) {
      SlackReplies.message(reply).ifPresent(body -> client.post(answerAt, body));
    } else if (channel != null) {
      whisper(asked, channel, reply);
    } else {
      SlackReplies.view(reply).ifPresent(view -> show(asked, reply, view));
    }
  }

  private void whisper(Asked asked, String channel, Reply reply) {
    SlackReplies.drawn(reply)
        .ifPresent(card -> courier.whisper(channel, asked.origin().user(), card));
  }

  /** In Home and in forms there is no message to answer: a modal says it, or at last a message. */
  private void show(Asked asked, Reply reply, JsonObject view) {
    try {
      view(asked.sheet() == null ? "views.open" : "views.push", asked.trigger(), view);
    } catch (PlatformFailure e) {
      if (e.kind() == Kind.REFUSED || e.kind() == Kind.BAD_IMAGE) {
        throw e;
      }
      SlackReplies.drawn(reply).ifPresent(card -> courier.say(asked.origin().user(), card));
    }
  }

  private void view(String method, String trigger, JsonObject view) {
    client.call(
        method,
        Map.of("trigger_id", trigger, "view", view.toString()),
        view.getAsJsonArray("blocks"));
  }

  /** An image that Slack cannot fetch costs the whole message: then once more without. */
  private static void pictured(Reply reply, Consumer<Reply> telling) {
    try {
      telling.accept(reply);
    } catch (PlatformFailure e) {
      boolean image = e.kind() == Kind.BAD_IMAGE || e.kind() == Kind.REFUSED;
      if (!image || !SlackReplies.hasPictures(reply)) {
        throw e;
      }
      telling.accept(SlackReplies.withoutPictures(reply));
    }
  }

  private static Card card(Reply reply) {
    return ((Reply.Show) reply).card();
  }

  @Override
  public void close() {
    afterwards.close();
  }
}
