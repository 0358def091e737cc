package io.herald.chat.slack;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;

/**
 * The HTTP client that speaks to Slack: one of its own, because closing one stops whoever shares
 * it, and one that never sends a request twice, because a message would then be there twice.
 */
final class SlackHttp implements AutoCloseable {
  private static final Duration CALL = Duration.ofSeconds(10);

  private final ExecutorService threads =
      new ThreadPoolExecutor(
          0,
          4,
          10,
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          work -> {
            var thread = new Thread(work, "slack-http");
            thread.setDaemon(true);
            return thread;
          });
  private final OkHttpClient client;

  SlackHttp() {
    this(CALL);
  }

  SlackHttp(Duration call) {
    this.client =
        new OkHttpClient.Builder()
            .dispatcher(new Dispatcher(threads))
            .connectionPool(new ConnectionPool(8, 5, TimeUnit.MINUTES))
            .retryOnConnectionFailure(false)
            .followRedirects(false)
            .followSslRedirects(false)
            .callTimeout(call)
            .connectTimeout(Duration.ofSeconds(5))
            .readTimeout(call)
            .writeTimeout(call)
            .addNetworkInterceptor(SlackHttp::marked)
            .build();
  }

  OkHttpClient client() {
    return client;
  }

  /** A network interceptor runs when there is a connection: from here on Slack may have read it. */
  private static Response marked(Interceptor.Chain chain) throws IOException {
    try {
      return chain.proceed(chain.request().newBuilder().header("User-Agent", "Herald").build());
    } catch (IOException e) {
      throw new SentException(e);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
    client.connectionPool().evictAll();
  }
}
