package io.herald.chat;

import io.herald.chat.PlatformFailure.Kind;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what follows the answer to a request. All of it is for one person who waits, so nothing of
 * it is kept; what must arrive goes through the outbox.
 */
public final class Afterwards implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Afterwards.class);
  private static final int THREADS = 8;
  private static final int WAITING = 1_000;

  private final Apologies apologies;
  private final ThreadPoolExecutor threads;

  /**
   * @param name of the threads
   */
  public Afterwards(String name, Apologies apologies) {
    this.apologies = apologies;
    this.threads =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            30,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            work -> {
              var thread = new Thread(work, name);
              thread.setDaemon(true);
              return thread;
            });
    threads.allowCoreThreadTimeOut(true);
  }

  /**
   * Begins a piece of work and returns at once.
   *
   * @param key of the request, for the log
   * @param tell how the person is told of a fault of ours
   */
  public void begin(String key, Runnable work, Consumer<Reply> tell) {
    try {
      threads.execute(() -> guarded(key, work, tell));
    } catch (RejectedExecutionException e) {
      LOG.warn("Too much to do at once: {} is not answered", key);
    }
  }

  private void guarded(String key, Runnable work, Consumer<Reply> tell) {
    try {
      work.run();
    } catch (PlatformFailure e) {
      if (e.kind() == Kind.REFUSED || e.kind() == Kind.BAD_IMAGE) {
        apologise(key, e, tell);
      } else {
        LOG.warn("{} is not answered: {}", key, e.getMessage());
      }
    } catch (RuntimeException e) {
      apologise(key, e, tell);
    }
  }

  private void apologise(String key, RuntimeException fault, Consumer<Reply> tell) {
    var words = new Reply.Say(apologies.reportAfterwards("a reply could not be shown", fault));
    try {
      tell.accept(words);
    } catch (RuntimeException e) {
      LOG.warn("{} gets no apology: {}", key, e.getMessage());
    }
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
