package io.herald.chat.slack;

import com.google.gson.JsonObject;
import io.herald.chat.PlatformFailure;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out in the background which workspace the token is for, and goes on asking: first until
 * Slack answers, then now and then, which keeps a connection warm for forms that have three seconds
 * to open, and notices a token that was revoked.
 */
public final class SlackConnection implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SlackConnection.class);
  private static final long WARM_SECONDS = 240;
  private static final long LONGEST_WAIT_SECONDS = 60;

  private final SlackClient client;
  private final ScheduledExecutorService clock;
  private volatile @Nullable SlackWorkspace workspace;
  private volatile PlatformFailure.@Nullable Kind trouble;
  private long wait = 1;

  public SlackConnection(SlackClient client) {
    this.client = client;
    this.clock =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              var thread = new Thread(work, "slack-connection");
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Begins to ask; returns at once. */
  public void start() {
    clock.execute(this::look);
  }

  /** The workspace, as soon as Slack has told. */
  public Optional<SlackWorkspace> workspace() {
    return Optional.ofNullable(workspace);
  }

  /** What Slack said when it was last asked, if it was not well. */
  public Optional<PlatformFailure.Kind> trouble() {
    return Optional.ofNullable(trouble);
  }

  /** Asks again soon, because something said that the token may no longer hold. */
  void lookAgain() {
    if (!clock.isShutdown()) {
      clock.execute(this::check);
    }
  }

  // Every failure ends in check().
  @SuppressWarnings("FutureReturnValueIgnored")
  private void look() {
    long next = WARM_SECONDS;
    if (check()) {
      wait = 1;
    } else {
      next = wait;
      wait = Math.min(wait * 2, LONGEST_WAIT_SECONDS);
    }
    if (!clock.isShutdown()) {
      clock.schedule(this::look, next, TimeUnit.SECONDS);
    }
  }

  /** Asks once, and says whether Slack was well. */
  private boolean check() {
    try {
      SlackWorkspace found = ask();
      if (!found.equals(workspace)) {
        LOG.info("Connected to Slack: {} as {}", found.url(), found.bot());
      }
      workspace = found;
      trouble = null;
      return true;
    } catch (PlatformFailure e) {
      if (trouble != e.kind()) {
        LOG.warn("Slack does not answer as it should ({}); trying again", e.getMessage());
      }
      trouble = e.kind();
      return false;
    } catch (RuntimeException e) {
      // Whatever it is, it must not be the last time that Slack was asked.
      LOG.error("Slack could not be asked", e);
      trouble = PlatformFailure.Kind.UNAVAILABLE;
      return false;
    }
  }

  private SlackWorkspace ask() {
    JsonObject me = client.ask("auth.test", Map.of());
    return new SlackWorkspace(
        Json.text(me, "team_id"), app(me), Json.text(me, "user_id"), Json.text(me, "url"));
  }

  /** The app's id: a bot token's auth.test leaves it out, and only the bot's own entry has it. */
  private @Nullable String app(JsonObject me) {
    String told = Json.text(me, "app_id");
    if (!told.isEmpty()) {
      return told;
    }
    try {
      JsonObject answer = client.ask("bots.info", Map.of("bot", Json.text(me, "bot_id")));
      String found = Json.text(Json.inner(answer, "bot"), "app_id");
      return found.isEmpty() ? null : found;
    } catch (PlatformFailure e) {
      SlackWorkspace known = workspace;
      return known == null ? null : known.app();
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
