package io.herald.chat.wire;

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
 * The HTTP client of one platform: one of its own, because closing one stops whoever shares it, and
 * one that never sends a request twice, because a message would then be there twice.
 */
public final class OwnClient implements AutoCloseable {
  /** How long a call may take. */
  public static final Duration CALL = Duration.ofSeconds(10);

  private final ExecutorService threads;
  private final OkHttpClient client;

  /**
   * @param name of the threads
   * @param atOnce how many calls may be under way
   * @param call how long each may take
   */
  public OwnClient(String name, int atOnce, Duration call) {
    threads =
        new ThreadPoolExecutor(
            0,
            // The dispatcher hands the next call out before the thread of the last one is free.
            2 * atOnce,
            10,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            work -> {
              var thread = new Thread(work, name);
              thread.setDaemon(true);
              return thread;
            });
    var dispatcher = new Dispatcher(threads);
    dispatcher.setMaxRequests(atOnce);
    dispatcher.setMaxRequestsPerHost(atOnce);
    client =
        new OkHttpClient.Builder()
            .dispatcher(dispatcher)
            .connectionPool(new ConnectionPool(atOnce, 5, TimeUnit.MINUTES))
            .retryOnConnectionFailure(false)
            .followRedirects(false)
            .followSslRedirects(false)
            .callTimeout(call)
            .connectTimeout(Duration.ofSeconds(5))
            .readTimeout(call)
            .writeTimeout(call)
            .addNetworkInterceptor(OwnClient::marked)
            .build();
  }

  public OkHttpClient client() {
    return client;
  }

  /** A network interceptor runs when there is a connection: from here on it may have been read. */
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
