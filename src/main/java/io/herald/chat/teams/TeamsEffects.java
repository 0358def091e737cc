package io.herald.chat.teams;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.bot.schema.Activity;
import io.herald.chat.Courier.Sent;
import io.herald.chat.PlatformFailure;
import io.herald.chat.PlatformFailure.Kind;
import io.herald.chat.Reply;
import io.herald.words.Text;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What follows the answer to a request: what was typed is answered by a message. All of it is for
 * one person who waits, so nothing of it is kept; what must arrive goes through the outbox.
 */
final class TeamsEffects implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TeamsEffects.class);
  private static final int THREADS = 8;
  private static final int WAITING = 1_000;

  private final TeamsCourier courier;
  private final TeamsReach reach;
  private final Incidents incidents;
  private final ThreadPoolExecutor threads;

  TeamsEffects(TeamsCourier courier, TeamsReach reach, Incidents incidents) {
    this.courier = courier;
    this.reach = reach;
    this.incidents = incidents;
    this.threads =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            30,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            work -> {
              var thread = new Thread(work, "teams-effects");
              thread.setDaemon(true);
              return thread;
            });
    threads.allowCoreThreadTimeOut(true);
  }

  /** Answers what was typed, in the person's own chat with Herald; returns at once. */
  void tell(Asked asked, Reply reply) {
    if (!(reply instanceof Reply.Done)) {
      later(asked, () -> send(asked, reply));
    }
  }

  /** Draws a message of the person's own chat anew, which only they see; returns at once. */
  void redraw(Asked asked, Sent where, ObjectNode card, String summary) {
    later(asked, () -> courier.update(where, card, summary));
  }

  private void later(Asked asked, Runnable work) {
    try {
      threads.execute(() -> guarded(asked, work));
    } catch (RejectedExecutionException e) {
      LOG.warn("Too much to do at once: {} is not answered", asked.key());
    }
  }

  private void guarded(Asked asked, Runnable work) {
    try {
      work.run();
    } catch (PlatformFailure e) {
      if (e.kind() == Kind.REFUSED || e.kind() == Kind.BAD_IMAGE) {
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
      send(asked, new Reply.Say(words));
    } catch (RuntimeException e) {
      LOG.warn("{} gets no apology: {}", asked.key(), e.getMessage());
    }
  }

  private void send(Asked asked, Reply reply) {
    String person = asked.from().person();
    Activity message = courier.message(person, reply, asked.redraw(), asked.key()).orElseThrow();
    if (asked.from().personal()) {
      Reference here = asked.from().reference();
      reach.send(here, here.conversation(), message);
      return;
    }
    courier.sayAlone(person, message, asked.from().conversation(), "teams.write.first");
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
