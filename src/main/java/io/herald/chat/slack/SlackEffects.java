package io.herald.chat.slack;

import com.google.gson.JsonObject;
import io.herald.chat.Card;
import io.herald.chat.Form;
import io.herald.chat.Intent;
import io.herald.chat.PlatformFailure;
import io.herald.chat.PlatformFailure.Kind;
import io.herald.chat.Reply;
import io.herald.words.Text;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What follows the answer to a request: forms that open, words to whoever pressed. All of it is for
 * one person who waits, so nothing of it is kept; what must arrive goes through the outbox.
 */
final class SlackEffects implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SlackEffects.class);
  private static final int THREADS = 8;
  private static final int WAITING = 1_000;

  private final SlackClient client;
  private final SlackCourier courier;
  private final Incidents incidents;
  private final ThreadPoolExecutor threads;

  SlackEffects(SlackClient client, SlackCourier courier, Incidents incidents) {
    this.client = client;
    this.courier = courier;
    this.incidents = incidents;
    this.threads =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            30,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            work -> {
              var thread = new Thread(work, "slack-effects");
              thread.setDaemon(true);
              return thread;
            });
    threads.allowCoreThreadTimeOut(true);
  }

  /** Does what a reply asks for beyond the answer; returns at once. */
  void after(Asked asked, Reply reply) {
    boolean said =
        asked.kind() == Asked.Kind.SUBMISSION
            || (asked.kind() == Asked.Kind.COMMAND && !(reply instanceof Reply.Open));
    if (said || reply instanceof Reply.Done) {
      return;
    }
    try {
      threads.execute(() -> guarded(asked, reply));
    } catch (RejectedExecutionException e) {
      LOG.warn("Too much to do at once: {} is not answered", asked.key());
    }
  }

  private void guarded(Asked asked, Reply reply) {
    try {
      perform(asked, reply);
    } catch (PlatformFailure e) {
      if (e.kind() == Kind.REFUSED) {
        apologise(asked, e);
      } else {
        LOG.warn("{} is not answered: {}", asked.key(), e.getMessage());
      }
    } catch (RuntimeException e) {
      apologise(asked, e);
    }
  }

  private void apologise(Asked asked, RuntimeException fault) {
    Text words = incidents.reportAfterwards("a reply could not be shown", fault);
    try {
      tell(asked, new Reply.Say(words));
    } catch (RuntimeException e) {
      LOG.warn("{} gets no apology: {}", asked.key(), e.getMessage());
    }
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

  /** Lets what was begun end, within the time of one call. */
  @Override
  public void close() {
    threads.shutdown();
    try {
      if (!threads.awaitTermination(5, TimeUnit.SECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException e) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
