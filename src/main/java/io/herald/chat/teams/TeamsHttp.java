package io.herald.chat.teams;

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
 * The HTTP client that speaks to Teams and Entra: one of its own, because closing one stops whoever
 * shares it, and one that never sends a request twice, because a message would then be there twice.
 */
final class TeamsHttp implements AutoCloseable {
  private static final Duration CALL = Duration.ofSeconds(10);

  /** The SDK's own client has five, which is 20 messages a second. */
  private static final int AT_ONCE = 32;

  private final ExecutorService threads =
      new ThreadPoolExecutor(
          0,
          // The dispatcher hands the next call out before the thread of the last one is free.
          2 * AT_ONCE,
          10,
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          work -> {
            var thread = new Thread(work, "teams-http");
            thread.setDaemon(true);
            return thread;
          });
  private final OkHttpClient client;

  TeamsHttp() {
    var dispatcher = new Dispatcher(threads);
    dispatcher.setMaxRequests(AT_ONCE);
    dispatcher.setMaxRequestsPerHost(AT_ONCE);
    this.client =
        new OkHttpClient.Builder()
            .dispatcher(dispatcher)
            .connectionPool(new ConnectionPool(AT_ONCE, 5, TimeUnit.MINUTES))
            .retryOnConnectionFailure(false)
            .followRedirects(false)
            .followSslRedirects(false)
            .callTimeout(CALL)
            .connectTimeout(Duration.ofSeconds(5))
            .readTimeout(CALL)
            .writeTimeout(CALL)
            .addNetworkInterceptor(TeamsHttp::marked)
            .build();
  }

  OkHttpClient client() {
    return client;
  }

  /** A network interceptor runs when there is a connection: from here on Teams may have read it. */
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
